#include "common/store/schema.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/abbreviation.h"

namespace warta {
namespace {

constexpr std::size_t kLongestTerm = 245;  // Xapian's limit, in which a zero byte counts double

TEST(IdTerm, ShortIdsAreReadable) {
  EXPECT_EQ(IdTerm("arsip/01.txt"), "Qarsip/01.txt");
  EXPECT_EQ(IdTerm("https://berita.example/17"), "Qhttps://berita.example/17");
  EXPECT_EQ(IdTerm(""), "Q");
}

TEST(IdTerm, LongIdsFitAndStayDifferent) {
  for (const std::size_t size : {239U, 240U, 241U, 244U, 245U, 246U, 1000U, 100'000U}) {
    const std::string one = std::string(size, 'a') + '1';
    const std::string other = std::string(size, 'a') + '2';
    EXPECT_LE(IdTerm(one).size(), kLongestTerm) << size;
    EXPECT_NE(IdTerm(one), IdTerm(other)) << size;
    EXPECT_EQ(IdTerm(one), IdTerm(std::string(one))) << size;
  }
}

TEST(FileKey, PathsAreReadableAndLongOnesStayDifferent) {
  EXPECT_EQ(FileKey("/berita/a.txt"), "warta.file:/berita/a.txt");
  const std::string path = "/" + std::string(300, 'a');
  EXPECT_LE(FileKey(path).size(), kLongestTerm);
  EXPECT_NE(FileKey(path + '1'), FileKey(path + '2'));
}

// Of a file that holds many articles, and of one in an archive, whatever the length of its path.
TEST(PlaceTermPrefixes, BeginThePlacesOfAllArticlesInAFile) {
  for (const std::size_t length : {1U, 100U, 199U, 200U, 201U, 240U, 300U}) {
    Article article;
    article.path = '/' + std::string(length - 1, 'a');
    for (const char* member : {"", "2024/a.txt"}) {
      article.member = member;
      article.line = 17;
      const std::string term = PlaceTerm(article);
      int fitting = 0;
      for (const std::string& prefix : PlaceTermPrefixes(article.path))
        fitting += term.starts_with(prefix) ? 1 : 0;
      EXPECT_EQ(fitting, 1) << length << member;
    }
  }
  EXPECT_EQ(PlaceTermPrefixes("/a.jsonl").size(), 2U);
}

TEST(PairTerm, TheFirstAndTheSecond) {
  EXPECT_EQ(PairTerm("yang", "tidak"), std::string(kPairPrefix) + "yang tidak");
  EXPECT_NE(PairTerm("yang", "tidak"), PairTerm("tidak", "yang"));
}

TEST(CopiedKey, OfEachArticleAnother) {
  EXPECT_EQ(CopiedKey(17), std::string(kCopiedKeyPrefix) + "17");
  EXPECT_NE(CopiedKey(17), CopiedKey(1));
}

TEST(DefinitionTerms, BothWays) {
  const DefinitionTermPair terms = DefinitionTerms("KPK", "komisi pemberantasan korupsi");
  EXPECT_EQ(terms.from_short, "Lkpk=komisi pemberantasan korupsi");
  EXPECT_EQ(terms.from_long, "Mkomisi pemberantasan korupsi=KPK");
}

TEST(DefinitionTerms, TheLongestFit) {
  const DefinitionTermPair terms =
      DefinitionTerms(std::string(kMostShortFormBytes, 'K'), std::string(kMostLongFormBytes, 'k'));
  EXPECT_LE(terms.from_short.size(), kLongestTerm);
  EXPECT_LE(terms.from_long.size(), kLongestTerm);
}

TEST(AcronymTerm, InSmallLetters) {
  EXPECT_EQ(AcronymTerm(kAcronymPrefix, "AS"), "Aas");
  EXPECT_EQ(AcronymTerm(kTitleAcronymPrefix, "AS"), "SAas");
}

TEST(IdTerm, ZeroBytesFitAndStayDifferent) {
  const std::string zeros(240, '\0');
  const std::string spaces(240, ' ');
  EXPECT_LE(IdTerm(zeros).size(), kLongestTerm);
  EXPECT_EQ(IdTerm(zeros).find('\0'), std::string::npos);
  EXPECT_NE(IdTerm(zeros), IdTerm(spaces));
  EXPECT_NE(IdTerm(std::string("a\0b", 3)), IdTerm("a b"));
}

TEST(DayOfDateValue, TheDayOfWhatDateValueGives) {
  Article article;
  EXPECT_EQ(DayOfDateValue(DateValue(article)), std::nullopt);
  for (const Date& date : {*MakeDate(kFirstYear, 1, 1), *MakeDate(2022, 2, 7),
                           *MakeDate(2024, 2, 29), *MakeDate(kLastYear, 12, 31)}) {
    article.date = date;
    article.time.reset();
    EXPECT_EQ(DayOfDateValue(DateValue(article)), date);
    article.time = LocalTime{std::chrono::minutes(10 * 60 + 15)};
    EXPECT_EQ(DateValue(article).size(), 12U);
    EXPECT_EQ(DayOfDateValue(DateValue(article)), date);
  }
}

TEST(DayOfDateValue, NothingWhereThereIsNone) {
  for (const std::string_view value :
       {"", "2022", "2022020", "20220230", "20221301", "20220200", "00000000", "2022020x",
        "x0220207", "-2022020", "tanggal!", "        "}) {
    EXPECT_EQ(DayOfDateValue(value), std::nullopt) << value;
  }
}

// What stands behind the value is none of it.
TEST(DayOfDateValue, NoFurtherThanItsEnd) {
  constexpr std::string_view kDigits = "202202071015";
  for (std::size_t size = 0; size <= kDigits.size(); ++size) {
    EXPECT_EQ(DayOfDateValue(kDigits.substr(0, size)).has_value(), size >= 8) << size;
  }
}

TEST(TitleTerm, FormsWithASpaceBetween) {
  EXPECT_EQ(TitleTerm({"harga", "beras", "naik"}), "Tharga beras naik");
  EXPECT_EQ(TitleTerm({"gempa"}), "Tgempa");
  EXPECT_NE(TitleTerm({"harga", "beras"}), TitleTerm({"beras", "harga"}));
  EXPECT_NE(TitleTerm({"harga", "beras"}), TitleTerm({"hargaberas"}));
}

TEST(TitleTerm, LongTitlesFitAndStayDifferent) {
  const std::string form(30, 'a');
  for (std::size_t forms = 1; forms < 40; ++forms) {
    std::vector<std::string_view> one(forms, form);
    std::vector<std::string_view> other = one;
    one.push_back("satu");
    other.push_back("dua");
    EXPECT_LE(TitleTerm(one).size(), kLongestTerm) << forms;
    EXPECT_NE(TitleTerm(one), TitleTerm(other)) << forms;
    EXPECT_EQ(TitleTerm(one), TitleTerm(std::vector<std::string_view>(one))) << forms;
  }
}

}  // namespace
}  // namespace warta
