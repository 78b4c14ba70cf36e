#include "common/text/fold.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

TEST(FoldUnicode, CaseAccentsAndCompatibilityForms) {
  constexpr TextCase kCases[] = {
      {"Jakarta", "jakarta"},
      {"Perd\u00E9", "perde"},
      {"E\u0301TAPE", "etape"},  // decomposed
      {"\u00D8stfold", "ostfold"},
      {"\u0141\u00F3d\u017A", "lodz"},
      {"\u0110or\u0111evi\u0107", "dordevic"},
      {"\u0130stanbul", "istanbul"},  // capital I with a dot
      {"D\u0131yarbak\u0131r", "diyarbakir"},
      {"\u00C6sir", "aesir"},
      {"\u0152uvre", "oeuvre"},
      {"Stra\u00DFe", "strasse"},
      {"\u0126al", "hal"},
      {"\uFB01lm", "film"},           // ligature
      {"\uFF2B\uFF30\uFF2B", "kpk"},  // fullwidth
      {"\uFF11\uFF0E\uFF15", "1.5"},
      {"\u2163", "iv"},
      {"anak\u00B2", "anak2"},
      {"km\u00B3", "km3"},
      {"\u0391\u0398\u0397\u039D\u0391", "\u03B1\u03B8\u03B7\u03BD\u03B1"},
      {"\u041C\u043E\u0441\u043A\u0432\u0430", "\u043C\u043E\u0441\u043A\u0432\u0430"},
  };
  ExpectShown(kCases, FoldUnicode);
}

TEST(FoldUnicode, ApostrophesAndInvisibleCharactersVanish) {
  constexpr TextCase kCases[] = {
      {"Jum'at", "jumat"},
      {"Jum\u2019at", "jumat"},
      {"Jum\u2018at", "jumat"},
      {"Jum\u02BCat", "jumat"},
      {"Jum`at", "jumat"},
      {"Jum\u00B4at", "jumat"},
      {"per\u00ADkem\u00ADbangan", "perkembangan"},
      {"\u200Eberita\u200B", "berita"},
      {"\uFEFFberita", "berita"},
      {"1.000", "1.000"},
      {"'", ""},
      {"\u00AD", ""},
      {"-", ""},
      {"", ""},
  };
  ExpectShown(kCases, FoldUnicode);
}

TEST(FoldUnicode, MarksThatBelongToTheSpellingStay) {
  constexpr TextCase kCases[] = {
      {"\u0E01\u0E33", "\u0E01\u0E4D\u0E32"},  // Thai sara am, as NFKC writes it
      {"\u0939\u093F\u0928\u094D\u0926\u0940", "\u0939\u093F\u0928\u094D\u0926\u0940"},
  };
  ExpectShown(kCases, FoldUnicode);
}

TEST(FoldUnicode, EqualsFoldAsciiOnRandomAsciiWords) {
  Random random(20220207);
  for (int round = 0; round < 5000; ++round) {
    std::string word(random.Below(20), ' ');
    for (char& c : word) c = static_cast<char>(random.Below(128));
    EXPECT_EQ(FoldUnicode(word), FoldAscii(word)) << ::testing::PrintToString(word);
  }
}

TEST(FoldUnicode, FoldingTwiceChangesNothing) {
  Random random(1945);
  for (int round = 0; round < 3000; ++round) {
    const std::string word = random.Utf8(8);
    const std::string once = FoldUnicode(word);
    EXPECT_EQ(FoldUnicode(once), once) << ::testing::PrintToString(word);
  }
}

TEST(IsAscii, OnlyBytesBelow128) {
  EXPECT_TRUE(IsAscii(""));
  EXPECT_TRUE(IsAscii("berita \x7F"));
  EXPECT_FALSE(IsAscii("caf\u00E9"));
  EXPECT_FALSE(IsAscii("\x80"));
}

TEST(CodePointCount, CountsCharactersNotBytes) {
  EXPECT_EQ(CodePointCount(""), 0U);
  EXPECT_EQ(CodePointCount("berita"), 6U);
  EXPECT_EQ(CodePointCount("caf\u00E9"), 4U);
  EXPECT_EQ(CodePointCount("\u4EAC\U0001F600"), 2U);
}

}  // namespace
}  // namespace warta
