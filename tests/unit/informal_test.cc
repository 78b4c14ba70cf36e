#include "common/text/informal.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/stem.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// The root, "-" for none.
std::string Show(std::string_view word) {
  const LexiconEntry* entry = FindInformal(word);
  return entry == nullptr ? "-" : std::string(TextOf(*entry));
}

TEST(FindInformal, BareNasalsForMe) {
  constexpr TextCase kCases[] = {
      {"ngebantu", "bantu"}, {"ngebunuh", "bunuh"}, {"ngelarang", "larang"}, {"ngerusak", "rusak"},
      {"ngambil", "ambil"},  {"ngirim", "kirim"},   {"nyuri", "curi"},       {"nyimpan", "simpan"},
      {"nuduh", "tuduh"},    {"nolong", "tolong"},  {"mukul", "pukul"},      {"milih", "pilih"},
  };
  ExpectShown(kCases, Show);
}

TEST(FindInformal, KeForTer) {
  constexpr TextCase kCases[] = {
      {"ketipu", "tipu"}, {"ketabrak", "tabrak"}, {"kebaca", "baca"}, {"ketangkap", "tangkap"}};
  ExpectShown(kCases, Show);
}

TEST(FindInformal, InForKanAndI) {
  constexpr TextCase kCases[] = {
      {"betulin", "betul"},  {"bukain", "buka"},      {"hargain", "harga"}, {"naikin", "naik"},
      {"turunin", "turun"},  {"hindarin", "hindar"},  {"kasihin", "kasih"}, {"masukin", "masuk"},
      {"nyobain", "coba"},   {"nganterin", "antar"},  {"mukulin", "pukul"}, {"nyariin", "cari"},
      {"bukainlah", "buka"}, {"masukinnya", "masuk"},
  };
  ExpectShown(kCases, Show);
}

TEST(FindInformal, AnOfComparisonAndOfEachOther) {
  constexpr TextCase kCases[] = {
      {"cepetan", "cepat"}, {"mahalan", "mahal"}, {"tukeran", "tukar"}, {"kenalan", "kenal"}};
  ExpectShown(kCases, Show);
}

TEST(FindInformal, VowelsAsTheyAreSpoken) {
  constexpr TextCase kCases[] = {
      {"nyelametin", "selamat"},
      {"dengerin", "dengar"},
      {"critain", "cerita"},
      {"bayangin", "bayang"},
  };
  ExpectShown(kCases, Show);
}

TEST(FindInformal, NamesAndWordsThatLookLikeIt) {
  for (const char* word :
       {"nasir",   "martin", "austin",  "robin", "benjamin", "stalin", "lenin",    "justin",
        "kevin",   "edwin",  "melvin",  "kemal", "nadiem",   "mahfud", "medina",   "nurdin",
        "nomor",   "nyaris", "ngeri",   "kecil", "muda",     "negara", "nasional", "mesin",
        "kemarin", "rutin",  "mungkin", "yakin", "izin",     "dingin", "pemain",   "pemimpin"}) {
    EXPECT_EQ(Show(word), "-") << word;
  }
}

TEST(FindInformal, TooShort) {
  for (const char* word : {"", "n", "ng", "nge", "ny", "ke", "in", "an", "nyin", "lah", "nya",
                           "ngin", "main", "kain", "lain"}) {
    EXPECT_EQ(Show(word), "-") << word;
  }
}

TEST(FindInformal, StemsMeetThoseOfTheStandardForms) {
  EXPECT_EQ(Stem("ngebantu"), Stem("membantu"));
  EXPECT_EQ(Stem("nyelametin"), Stem("menyelamatkan"));
  EXPECT_EQ(Stem("ketipu"), Stem("tertipu"));
  EXPECT_EQ(Stem("dengerin"), Stem("mendengarkan"));
}

}  // namespace
}  // namespace warta
