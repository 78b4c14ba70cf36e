#include "indexer/dateline.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/text_case.h"

namespace warta {
namespace {

TEST(FindDatelineSource, FormsInUse) {
  constexpr TextCase kCases[] = {
      {"Jakarta, CNN Indonesia -- Harga beras naik.", "CNN Indonesia"},
      {"KOMPAS.com - Harga beras naik.", "KOMPAS.com"},
      {"TEMPO.CO, Jakarta - Harga beras naik.", "TEMPO.CO"},
      {"Liputan6.com, Jakarta - Harga beras naik.", "Liputan6.com"},
      {"JAKARTA, jpnn.com - Harga beras naik.", "jpnn.com"},
      {"JAKARTA, KOMPAS.com \u2013 Harga beras naik.", "KOMPAS.com"},
      {"REPUBLIKA.CO.ID, JAKARTA -- Harga beras naik.", "REPUBLIKA.CO.ID"},
      {"Medan (Antara) - Harga beras naik.", "Antara"},
      {"Jakarta (ANTARA) \u2014 Harga beras naik.", "ANTARA"},
  };
  ExpectShown(kCases, FindDatelineSource);
}

TEST(FindDatelineSource, APlaceAloneIsNoPublisher) {
  constexpr TextCase kCases[] = {
      {"Jakarta - Harga beras naik.", ""},
      {"JAKARTA -- Harga beras naik.", ""},
      {"Jakarta, Bogor - Harga beras naik.", ""},
      {"Solo, Jawa Tengah - Harga beras naik.", ""},
      {"Jakarta, Indonesia - Harga beras naik.", ""},
  };
  ExpectShown(kCases, FindDatelineSource);
}

TEST(FindDatelineSource, SentencesAreNoDatelines) {
  constexpr TextCase kCases[] = {
      {"", ""},
      {" - ", ""},
      {"- ", ""},
      {"Harga beras naik lagi - kata pedagang.", ""},
      {"Harga beras, yang naik lagi - kata pedagang.", ""},
      {"Harga beras naik.\nJakarta, Kabar Nusantara -- x", ""},
      {"Timnas menang 2-1 atas lawannya.", ""},
      {"\"Harga naik,\" katanya - lalu pergi.", ""},
      {"Prabowo-Gibran menang.", ""},
      {"Menteri pertanian yang sudah lama menjabat di kabinet ini, Kabar -- x", ""},
  };
  ExpectShown(kCases, FindDatelineSource);
}

TEST(FindQuotedSource, FormsInUse) {
  constexpr TextCase kCases[] = {
      {"Harga naik, dilansir dari laman Reuters, Senin.", "Reuters"},
      {"Harga naik, dilansir Reuters, Senin.", "Reuters"},
      {"Harga naik, seperti dikutip dari Channel News Asia, Senin.", "Channel News Asia"},
      {"Harga naik, dikutip dari kantor berita Antara.", "Antara"},
      {"Hal itu terungkap, melansir BBC.", "BBC"},
      {"Harga naik, mengutip situs detik.com, Senin.", "detik.com"},
      {"Ucapan itu dikutip banyak orang. Harga dilansir Antara, Senin.", "Antara"},
      {"Harga naik.", ""},
      {"Mengutip Presiden RI Joko Widodo, harga naik.", ""},
      {"Hal itu dikutip dari laman Reuters.Baca artikel asli.", ""},
      {"Ucapan itu dikutip banyak orang.", ""},
      {"dilansir ", ""},
      {"", ""},
  };
  ExpectShown(kCases, FindQuotedSource);
}

TEST(FindQuotedSource, AtTheStartOfASentence) {
  constexpr TextCase kCases[] = {
      {"Melansir Reuters, harga minyak naik.", "Reuters"},
      {"Harga naik. Mengutip Antara, panen gagal.", "Antara"},
      {"Harga naik.\nDilansir dari BBC, panen gagal.", "BBC"},
  };
  ExpectShown(kCases, FindQuotedSource);
}

TEST(FindQuotedSource, TheNextSentenceIsNotPartOfTheName) {
  constexpr TextCase kCases[] = {
      {"Harga naik, dilansir Reuters. Menteri belum menjawab.", "Reuters"},
      {"Harga naik, dikutip dari detik.com.", "detik.com"},
      {"Harga naik, dikutip dari detik.com. Menteri belum menjawab.", "detik.com"},
  };
  ExpectShown(kCases, FindQuotedSource);
}

}  // namespace
}  // namespace warta
