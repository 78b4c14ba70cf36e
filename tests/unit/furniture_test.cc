#include "indexer/furniture/furniture.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/text_case.h"

namespace warta {
namespace {

// What is left of a body, then "<" and each thing that was taken, then "@" and the author found.
std::string Show(std::string_view body) {
  Article article;
  article.body = body;
  std::string shown;
  const std::vector<std::string> dropped = DropFurniture(article);
  shown = article.body;
  for (const std::string& line : dropped) shown += " <" + line;
  if (!article.author.empty()) shown += " @" + article.author;
  return shown;
}

TEST(FurnitureTest, LinesThatStandBetweenParagraphs) {
  constexpr TextCase kCases[] = {
      {"Satu.\nBaca juga: Harga Cabai Naik Lagi\nDua.",
       "Satu.\nDua. <Baca juga: Harga Cabai Naik Lagi"},
      {"Satu.\nBACA JUGA : Harga Naik?\nDua.", "Satu.\nDua. <BACA JUGA : Harga Naik?"},
      {"Satu.\nBaca Juga\nDua.", "Satu.\nDua. <Baca Juga"},
      {"Satu.\nBaca: Harga Naik\nDua.", "Satu.\nDua. <Baca: Harga Naik"},
      {"Satu.\nSCROLL TO CONTINUE WITH CONTENT\nDua.",
       "Satu.\nDua. <SCROLL TO CONTINUE WITH CONTENT"},
      {"Satu.\nADVERTISEMENT", "Satu. <ADVERTISEMENT"},
      {"Satu.\nAdvertisement\nDua.", "Satu.\nDua. <Advertisement"},
      {"Satu.\nLoading...\nDua.", "Satu.\nDua. <Loading..."},
      {"Satu.\nSimak Video \"Banjir di Kota Lama\"\nDua.",
       "Satu.\nDua. <Simak Video \"Banjir di Kota Lama\""},
      {"Satu.\nSimak juga 'Banjir Surut':\nDua.", "Satu.\nDua. <Simak juga 'Banjir Surut':"},
      {"Satu.\n[Gambas:Video 20detik]\nDua.", "Satu.\nDua. <[Gambas:Video 20detik]"},
      {"Satu.\nHalaman selanjutnya: Daftar Lengkap\n",
       "Satu. <Halaman selanjutnya: Daftar Lengkap"},
      {"Satu.\nArtikel ini telah tayang di Kabar Pagi dengan judul Harga Naik.",
       "Satu. <Artikel ini telah tayang di Kabar Pagi dengan judul Harga Naik."},
      {"Satu.\nFoto: Dok. Istimewa\nDua.", "Satu.\nDua. <Foto: Dok. Istimewa"},
      {"Satu.\n(abc)\nDua.", "Satu.\nDua. <(abc)"},
      {"Satu.\n(Ani Wijaya/Kabar)\nDua.", "Satu.\nDua. <(Ani Wijaya/Kabar)"},
      {"Satu.\n* Fakta atau Hoaks? Kirim pesan ke nomor kami.",
       "Satu. <* Fakta atau Hoaks? Kirim pesan ke nomor kami."},
  };
  ExpectShown(kCases, Show);
}

TEST(FurnitureTest, SentencesStayWhateverTheyBeginWith) {
  constexpr std::string_view kBodies[] = {
      "Baca juga buku lain dari penulis yang sama, kata Rina.",
      "Baca juga: Rina menyarankan agar warga membaca aturan itu sampai selesai.",
      "Simak juga cara merawat tanaman agar tidak mudah layu.",
      "Lihat juga betapa tinggi air di sungai itu.",
      "Iklan rokok dilarang di dekat sekolah.",
      "Selanjutnya, polisi memeriksa tiga saksi.",
      "Sebelumnya, ia pernah ditahan.",
      "Foto: itulah yang ditunjukkan Rina kepada hakim.",
      "Editor video itu mengaku menyesal.",
      "Bacaan anak kini makin beragam.",
      "Penulis buku itu hadir di Bandung.",
      "Kronologi Kejadian",
      "Share saham emiten itu turun.",
      "Baca juga:,\"Ibu ada keluhan apa?",
      "Air naik (Baca juga: ,Menurut Rina, air naik. Kini surut) lagi.",
      "Satu.\n(lagi)\nDua.",
      "Satu.\n(Catatan: harga 5/2017)\nDua.",
      "Sumber: Pemerintah Kota Surabaya",
  };
  for (const std::string_view body : kBodies) EXPECT_EQ(Show(body), body);
}

TEST(FurnitureTest, SpansInBracketsLeaveTheirSentence) {
  constexpr TextCase kCases[] = {
      {"Air naik (Baca juga: Sungai Meluap) sejak pagi.",
       "Air naik sejak pagi. <(Baca juga: Sungai Meluap)"},
      {"Air naik. [Gambas:Instagram]\nDua.", "Air naik.\nDua. <[Gambas:Instagram]"},
      {"Air naik (baca: meluap.", "Air naik (baca: meluap."},
      {"Air naik (lihat tabel).", "Air naik (lihat tabel)."},
  };
  ExpectShown(kCases, Show);
}

TEST(FurnitureTest, InitialsThatCloseTheText) {
  constexpr TextCase kCases[] = {
      {"Satu.\n\"Dua,\" katanya. (rdp/idh)", "Satu.\n\"Dua,\" katanya. <(rdp/idh)"},
      {"Satu. [sc]", "Satu. <[sc]"},
      {"Satu.(dtk)", "Satu. <(dtk)"},
      {"Kata Rina, \"Sudah.\" (ant)", "Kata Rina, \"Sudah.\" <(ant)"},
      {"Satu.\n(abc/def)", "Satu. <(abc/def)"},
      {"Satu. (rdp/idh)\nEditor: Sari", "Satu. <Editor: Sari <(rdp/idh)"},
      // No initials: no sentence stands before them, or they are words.
      {"Impor turun 6,7% (mtm)", "Impor turun 6,7% (mtm)"},
      {"Delvin, Sugeng (depan)", "Delvin, Sugeng (depan)"},
      {"Ia menang. (Rina)", "Ia menang. (Rina)"},
      {"Ia menang. (vokal)", "Ia menang. (vokal)"},
      {"Satu. (rdp/idh)\nDua.", "Satu. (rdp/idh)\nDua."},
  };
  ExpectShown(kCases, Show);
}

TEST(FurnitureTest, TheNameBehindAMarkOfAuthorsIsTheAuthor) {
  constexpr TextCase kCases[] = {
      {"Satu.\nPenulis: Ani Wijaya", "Satu. <Penulis: Ani Wijaya @Ani Wijaya"},
      {"Satu.\nPenulis: Ani Wijaya,", "Satu. <Penulis: Ani Wijaya, @Ani Wijaya"},
      {"Penulis : Ani Wijaya | Editor : Budi\nSatu.",
       "Satu. <Penulis : Ani Wijaya | Editor : Budi @Ani Wijaya"},
      {"Satu.\nReporter: Ani, Sumber: Kabar Pagi", "Satu. <Reporter: Ani, Sumber: Kabar Pagi @Ani"},
      {"Satu.\nEditor: Budi", "Satu. <Editor: Budi"},
  };
  ExpectShown(kCases, Show);
}

TEST(FurnitureTest, AStatedAuthorStays) {
  Article article;
  article.author = "Rina";
  article.body = "Satu.\nPenulis: Ani";
  DropFurniture(article);
  EXPECT_EQ(article.author, "Rina");
}

}  // namespace
}  // namespace warta
