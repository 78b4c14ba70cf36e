#include "common/text/compound.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/stem.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

CompoundRole Role(std::string_view word) {
  return RoleOf({word, Stem(word)});
}

// "first|second", with + for a bound form.
std::string ShowRole(std::string_view word) {
  const CompoundRole role = Role(word);
  return std::string(role.first) + '|' + std::string(role.second) + (role.bound ? "+" : "");
}

// "surface stem" of two words with a space between them; empty for no compound.
std::string ShowFused(std::string_view pair) {
  const std::size_t space = pair.find(' ');
  const std::string_view left = pair.substr(0, space);
  const std::string_view right = pair.substr(space + 1);
  const auto fused = Fuse(left, Role(left), right, Role(right));
  return fused ? fused->surface + ' ' + fused->stem : std::string();
}

TEST(RoleOf, FirstWordsWithPrefixesAndSecondWordsWithEndings) {
  constexpr TextCase kCases[] = {
      {"tanggung", "tanggung|"},
      {"bertanggung", "tanggung|"},
      {"tanggungan", "|"},
      {"jawab", "|jawab"},
      {"jawabnya", "|jawab"},
      {"menjawab", "|"},
      {"sama", "sama|sama"},
      {"samanya", "|sama"},
      {"bersama", "sama|"},
      {"menanggung", "tanggung|"},
      {"tanda", "tanda|"},
      {"menanda", "tanda|"},
      {"jalan", "jalan|jalan"},
      {"antar", "antar|+"},
      {"anti", "|+"},
      {"hatta", "|"},
      {"dwi", "dwi|"},
      {"xyzzy", "|"},
      {"", "|"},
  };
  ExpectShown(kCases, ShowRole);
}

TEST(RoleOf, WhatABoundFormCanStandBefore) {
  for (const std::string_view word : {"negara", "pulau", "muslim", "kekerasan"}) {
    EXPECT_TRUE(Role(word).known) << word;
  }
  for (const std::string_view word : {"jet", "dan", "xyzzy", "facto", ""}) {
    EXPECT_FALSE(Role(word).known) << word;
  }
}

TEST(Fuse, WordsThatAreOneCompound) {
  constexpr TextCase kCases[] = {
      {"kerja sama", "kerjasama kerjasama"},
      {"bekerja sama", "bekerjasama kerjasama"},
      {"kerja samanya", "kerjasamanya kerjasama"},
      {"tanggung jawab", "tanggungjawab tanggungjawab"},
      {"bertanggung jawab", "bertanggungjawab tanggungjawab"},
      {"menanda tangani", "menandatangani tandatangan"},
      {"orang tuanya", "orangtuanya orangtua"},
      {"terima kasih", "terimakasih terimakasih"},
      {"dua puluh", "duapuluh duapuluh"},
      {"di mana", "dimana mana"},
      {"ke manakah", "kemanakah mana"},
      {"bolak balik", "bolakbalik bolak-balik"},
  };
  ExpectShown(kCases, ShowFused);
}

TEST(Fuse, BoundFormsThatStandApart) {
  constexpr TextCase kCases[] = {
      {"antar negara", "antarnegara antarnegara"},
      {"non muslim", "nonmuslim nonmuslim"},
      {"pasca gempa", "pascagempa pascagempa"},
      {"anti kekerasan", "antikekerasan antikekerasan"},
      {"dwi dagang", ""},   // never written apart
      {"super jet", ""},    // too short a word
      {"antar xyzzy", ""},  // no word
      {"mengantar negara", ""},
  };
  ExpectShown(kCases, ShowFused);
}

TEST(Fuse, WordsThatOnlyLookLikeACompound) {
  constexpr TextCase kCases[] = {
      {"kerja bersama", ""}, {"kerjaan sama", ""}, {"sama kerja", ""},     {"kerja keras", ""},
      {"rumah sama", ""},    {"negara antar", ""}, {"kerjasama sama", ""},
  };
  ExpectShown(kCases, ShowFused);
}

TEST(FusedWord, TheWordBehindABoundForm) {
  constexpr TextCase kCases[] = {
      {"nonkekerasan", "kekerasan"},     {"pascagempa", "gempa"},
      {"antarkampung", "kampung"},       {"antikekerasan", "kekerasan"},
      {"prapendaftaran", "pendaftaran"}, {"supermahal", "mahal"},
      {"pascagempanya", "gempanya"},     {"supermewah", "mewah"},
  };
  ExpectShown(kCases, [](std::string_view word) { return FusedWord({word, Stem(word)}); });
}

TEST(FusedWord, WordsThatHoldNone) {
  for (const std::string_view word :
       {"",       "anti",    "antarnya",    "prasarana",    "program",   "mahasiswa",    "ekstrem",
        "antara", "subsidi", "promosi",     "provinsi",     "antixyzzy", "nonxxxxxxxx",  "superjet",
        "negara", "prabowo", "probolinggo", "antananarivo", "multatuli", "internasional"}) {
    EXPECT_EQ(FusedWord({word, Stem(word)}), "") << word;
  }
}

TEST(FusedWordProperty, ThePartStandsAtTheEnd) {
  constexpr std::string_view kParts[] = {"antar", "non", "pra", "pasca", "negara", "gempa",   "an",
                                         "ke",    "x",   "nya", "super", "mewah",  "\xC3\xA9"};
  Random random(0xF0);
  for (int round = 0; round < 20'000; ++round) {
    std::string word;
    for (std::size_t count = random.Below(6); count > 0; --count) word += random.Pick(kParts);
    const std::string_view part = FusedWord({word, Stem(word)});
    if (part.empty()) continue;
    ASSERT_TRUE(word.ends_with(part)) << word;
    ASSERT_GE(part.size(), 5U) << word;
    ASSERT_GE(word.size() - part.size(), 3U) << word;
  }
}

}  // namespace
}  // namespace warta
