#include "common/store/schema.h"

#include <string>

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

}  // namespace
}  // namespace warta
