#include "searcher/excerpt/sentences.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string Cut(std::string_view text) {
  std::string shown;
  for (const auto& [begin, end] : SplitSentences(text)) {
    shown += shown.empty() ? "" : "|";
    shown += text.substr(begin, end - begin);
  }
  return shown;
}

TEST(SplitSentences, AtMarksBeforeACapitalADigitOrAnOpeningMark) {
  constexpr TextCase kCases[] = {
      {"", ""},
      {"   ", ""},
      {"\n\n", ""},
      {"Harga naik", "Harga naik"},
      {"Harga naik. Beras langka. ", "Harga naik.|Beras langka."},
      {"Naik? Turun! Tetap.", "Naik?|Turun!|Tetap."},
      {"Benarkah?! Ya.", "Benarkah?!|Ya."},
      {"Harga naik. 12 pasar tutup.", "Harga naik.|12 pasar tutup."},
      {"Harga naik. \"Mahal,\" katanya.", "Harga naik.|\"Mahal,\" katanya."},
      {"Harga naik. \u201CMahal,\u201D katanya.", "Harga naik.|\u201CMahal,\u201D katanya."},
      {"\"Kami siap.\" Menteri pergi.", "\"Kami siap.\"|Menteri pergi."},
      {"\u201CKami siap.\u201D Menteri pergi.", "\u201CKami siap.\u201D|Menteri pergi."},
      {"(Naik.) Turun.", "(Naik.)|Turun."},
      {"\"Siap?\" tanya dia.", "\"Siap?\" tanya dia."},
      {"Harga naik... Lalu turun.", "Harga naik...|Lalu turun."},
      {"Satu\nDua\n\nTiga", "Satu|Dua|Tiga"},
      {"Satu.\nDua", "Satu.|Dua"},
      {"satu. dua", "satu. dua"},
      {"detik.com dan 1.000 orang", "detik.com dan 1.000 orang"},
      {"Naik 1.5. Turun.", "Naik 1.5.|Turun."},
  };
  ExpectShown(kCases, Cut);
}

TEST(SplitSentences, InitialsAndShortTitlesEndNone) {
  constexpr TextCase kCases[] = {
      {"M. Natsir pergi.", "M. Natsir pergi."},
      {"Kata Dr. Andi begitu.", "Kata Dr. Andi begitu."},
      {"Rumah No. 5 dijual.", "Rumah No. 5 dijual."},
      {"Ir. H. Joko datang.", "Ir. H. Joko datang."},
      {"Ia anggota DPR. Kini ia pergi.", "Ia anggota DPR.|Kini ia pergi."},
      {"Ia ke AS. Lalu pulang.", "Ia ke AS.|Lalu pulang."},
      {"Begitu dia. Lalu pulang.", "Begitu dia.|Lalu pulang."},
      {"Ia di Solo. Lalu pulang.", "Ia di Solo.|Lalu pulang."},
  };
  ExpectShown(kCases, Cut);
}

TEST(SplitSentences, TitlesOfFourLetters) {
  constexpr TextCase kCases[] = {
      {"Kata Prof. Andi begitu.", "Kata Prof. Andi begitu."},
      {"Kata dr. Andi dan drg. Budi begitu.", "Kata dr. Andi dan drg. Budi begitu."},
      {"Saham PT. Bumi dan KH. Hasan naik.", "Saham PT. Bumi dan KH. Hasan naik."},
  };
  ExpectShown(kCases, Cut);
}

TEST(SplitSentences, MoreThanOneSpaceBetweenSentences) {
  constexpr TextCase kCases[] = {
      {"Harga naik.  Beras langka.", "Harga naik.|Beras langka."},
  };
  ExpectShown(kCases, Cut);
}

TEST(SentencesProperty, InOrderApartAndNothingButSpaceBetween) {
  constexpr std::string_view kPieces[] = {"Harga", "naik", "Dr",     "M",      ".",  "?",
                                          "!",     " ",    "  ",     "\n",     "\"", ")",
                                          "(",     "5",    "\u201D", "\u201C", "."};
  Random random(61);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t count = random.Below(25); count > 0; --count) text += random.Pick(kPieces);
    std::size_t at = 0;
    for (const auto& [begin, end] : SplitSentences(text)) {
      ASSERT_LE(at, begin);
      ASSERT_LT(begin, end);
      ASSERT_EQ(text.substr(at, begin - at).find_first_not_of(" \n"), std::string::npos) << text;
      ASSERT_EQ(text.substr(begin, end - begin).find('\n'), std::string::npos);
      at = end;
    }
    ASSERT_EQ(text.substr(at).find_first_not_of(" \n"), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace warta
