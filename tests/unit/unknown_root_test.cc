#include "common/text/unknown_root.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

TEST(StripUnknownRoot, NyaBehindALongWord) {
  constexpr TextCase kCases[] = {
      {"instagramnya", "instagram"},    {"netizennya", "netizen"}, {"podcastnya", "podcast"},
      {"instagramnyalah", "instagram"}, {"vlognya", ""},  // four letters: could be a name
  };
  ExpectShown(kCases, StripUnknownRoot);
}

TEST(StripUnknownRoot, APrefixTogetherWithASuffix) {
  constexpr TextCase kCases[] = {
      {"diviralkan", "viral"},     {"memviralkan", "viral"},   {"digooglekan", "google"},
      {"mengupgradei", "upgrade"}, {"memfollowi", "follow"},   {"mentransformerkan", "transformer"},
      {"mengkasuskan", "kasus"},   {"menjebloskan", "jeblos"}, {"merilokasikan", "rilokasi"},
      {"menyidakkan", "sidak"},    {"memanelkan", "panel"},    {"menagarkan", "tagar"},
      {"diviralkannya", "viral"},  {"diviralkanlah", "viral"}, {"mewebsitekan", "website"},
  };
  ExpectShown(kCases, StripUnknownRoot);
}

TEST(StripUnknownRoot, OneAffixAloneIsNoEvidence) {
  for (const char* word : {"dimensi", "digoogling", "viralkan", "diviral", "mengupgrade", "memori",
                           "dinamo", "meniran", "berviral", "terviralkan", "kevirali"}) {
    EXPECT_EQ(StripUnknownRoot(word), "") << word;
  }
}

TEST(StripUnknownRoot, NamesThatBeginLikeAVerb) {
  for (const char* word : {"dimitri", "dimyati", "meilani", "dikalanski", "mengli", "medvedi",
                           "disti", "dirki", "menski"}) {
    EXPECT_EQ(StripUnknownRoot(word), "") << word;
  }
}

TEST(StripUnknownRoot, WhatIsLeftIsLongEnough) {
  for (const char* word : {"", "nya", "kan", "i", "lah", "dikan", "mengi", "meni", "dii", "nyalah",
                           "dixxi", "memkan", "mengkan", "dikaskan"}) {
    EXPECT_EQ(StripUnknownRoot(word), "") << word;
  }
}

TEST(StripUnknownRootProperty, ARootHasFourLettersAndIsShorterThanTheWord) {
  constexpr std::string_view kParts[] = {"di",  "me", "mem", "men", "meng",  "meny", "nya", "lah",
                                         "kan", "i",  "a",   "x",   "viral", "st",   "o",   "ng"};
  Random random(0x0);
  for (int round = 0; round < 20'000; ++round) {
    std::string word;
    for (std::size_t count = random.Below(7); count > 0; --count) word += random.Pick(kParts);
    const std::string root = StripUnknownRoot(word);
    if (root.empty()) continue;
    ASSERT_GE(root.size(), 4U) << word;
    ASSERT_LT(root.size(), word.size()) << word;
    // All but the first letter, which the nasal may have replaced, stands in the word.
    ASSERT_NE(word.find(root.substr(1)), std::string::npos) << word << ": " << root;
  }
}

}  // namespace
}  // namespace warta
