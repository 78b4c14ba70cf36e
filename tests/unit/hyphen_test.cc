#include "common/text/hyphen.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/stem.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::vector<std::string> Split(std::string_view word) {
  std::vector<std::string> parts(1);
  for (const char c : word) {
    if (c == '-') {
      parts.emplace_back();
    } else {
      parts.back().push_back(c);
    }
  }
  return parts;
}

// "one surface joined" or "parts joined", without the stem.
std::string Show(std::string_view word) {
  const HyphenReading reading = ReadHyphenated(Split(word));
  const std::string kind = reading.one_word ? "one " + reading.surface : "parts";
  return reading.joined.empty() ? kind : kind + ' ' + reading.joined;
}

// Whether the stem is that of the simple word given behind the slash.
void ExpectStem(std::string_view word, std::string_view simple) {
  const HyphenReading reading = ReadHyphenated(Split(word));
  EXPECT_TRUE(reading.one_word) << word;
  EXPECT_EQ(reading.stem, Stem(simple)) << word;
}

TEST(ReadHyphenated, DoubledWordsWithAMeaningOfTheirOwnKeepIt) {
  for (const char* word : {"undang-undang", "mata-mata", "buru-buru", "otak-otak", "seolah-olah"}) {
    EXPECT_EQ(ReadHyphenated(Split(word)).stem, word);
  }
  EXPECT_EQ(ReadHyphenated(Split("memata-matai")).stem, "mata-mata");
  EXPECT_EQ(ReadHyphenated(Split("semata-mata")).stem, "semata");  // "only", not of spies
}

TEST(ReadHyphenated, ReduplicationIsOneWordWithoutAJoinedForm) {
  constexpr TextCase kCases[] = {
      {"negara-negara", "one negara-negara"},   {"undang-undang", "one undang-undang"},
      {"anak-anaknya", "one anak-anaknya"},     {"berhati-hati", "one berhati-hati"},
      {"besar-besaran", "one besar-besaran"},   {"tolong-menolong", "one tolong-menolong"},
      {"bahu-membahu", "one bahu-membahu"},     {"surat-menyurat", "one surat-menyurat"},
      {"meniru-nirukan", "one meniru-nirukan"}, {"satu-satunya", "one satu-satunya"},
      {"sehari-hari", "one sehari-hari"},       {"perundang-undangan", "one perundang-undangan"},
      {"kehati-hatian", "one kehati-hatian"},
  };
  ExpectShown(kCases, Show);
}

TEST(ReadHyphenated, PrefixesAndClitics) {
  constexpr TextCase kCases[] = {
      {"di-phk", "one di-phk diphk"},
      {"se-indonesia", "one se-indonesia seindonesia"},
      {"ke-19", "one ke-19 ke19"},
      {"non-muslim", "one non-muslim nonmuslim"},
      {"anti-korupsi", "one anti-korupsi antikorupsi"},
      {"eks-menteri", "one eks-menteri eksmenteri"},
      {"pasca-gempa", "one pasca-gempa pascagempa"},
      {"pro-rusia", "one pro-rusia prorusia"},
      {"instagram-nya", "one instagram-nya instagramnya"},
      {"1990-an", "one 1990-an 1990an"},
      {"kpk-lah", "one kpk-lah kpklah"},
      {"ter-update", "one ter-update terupdate"},
      {"antar-negara", "one antar-negara antarnegara"},
      {"inter-milan", "one inter-milan intermilan"},  // a bound form of the list
      {"malaikat-malaikat-nya", "one malaikat-malaikat-nya"},
      {"politisi-politisi-lah", "one politisi-politisi-lah"},
  };
  ExpectShown(kCases, Show);
}

TEST(ReadHyphenated, PairsAndNamesAreWordsOfTheirOwn) {
  constexpr TextCase kCases[] = {
      {"prabowo-gibran", "parts prabowogibran"},
      {"soekarno-hatta", "parts soekarnohatta"},
      {"jakarta-cikampek", "parts jakartacikampek"},
      {"tni-polri", "parts tnipolri"},
      {"k-pop", "parts kpop"},
      {"e-ktp", "parts ektp"},
      {"covid-19", "parts covid19"},
      {"g-20", "parts g20"},
      {"al-quran", "parts alquran"},
      {"bandung-garut-tasikmalaya", "parts bandunggaruttasikmalaya"},
      {"anak-anak-sekolah", "parts anakanaksekolah"},  // no clitic behind the doubling
      {"kakek-nenek", "parts kakeknenek"},
  };
  ExpectShown(kCases, Show);
}

TEST(ReadHyphenated, APairOfNamesOfWhichOneHoldsTheOtherIsNoReduplication) {
  constexpr TextCase kCases[] = {
      {"bali-balikpapan", "parts balibalikpapan"},
      {"solo-solok", "parts solosolok"},
      {"sukabumi-bumi", "parts sukabumibumi"},
      {"ani-melani", "parts animelani"},
  };
  ExpectShown(kCases, Show);
}

TEST(ReadHyphenated, NumbersHaveNoJoinedForm) {
  constexpr TextCase kCases[] = {
      {"2-1", "parts"},         {"2019-2024", "parts"}, {"2022-02-07", "parts"},
      {"10,00-12,00", "parts"}, {"22-22", "parts"},  // no reduplication either
  };
  ExpectShown(kCases, Show);
}

TEST(ReadHyphenated, TheStemIsThatOfTheSimpleWord) {
  ExpectStem("negara-negara", "negara");
  ExpectStem("anak-anaknya", "anak");
  ExpectStem("besar-besaran", "besar");
  ExpectStem("tolong-menolong", "tolong");
  ExpectStem("meniru-nirukan", "meniru");
  ExpectStem("di-phk", "phk");
  ExpectStem("ke-19", "19");
  ExpectStem("non-muslim", "muslim");
  ExpectStem("instagram-nya", "instagram");
  ExpectStem("1990-an", "1990");
}

TEST(ReadHyphenated, DoubledWordsWithAMeaningOfTheirOwn) {
  constexpr TextCase kCases[] = {
      {"undang-undang", "undang-undang"},
      {"undang-undangnya", "undang-undang"},
      {"mata-mata", "mata-mata"},
      {"oleh-oleh", "oleh-oleh"},
      {"hati-hati", "hati-hati"},
      {"berhati-hati", "hati-hati"},
      {"laba-laba", "laba-laba"},
      {"mudah-mudahan", "mudah-mudahan"},
      {"rata-rata", "rata"},
      {"warna-warni", "warna"},
      {"dag-dig-dug", "dag-dig-dug"},
  };
  ExpectShown(kCases, [](std::string_view word) { return ReadHyphenated(Split(word)).stem; });
}

}  // namespace
}  // namespace warta
