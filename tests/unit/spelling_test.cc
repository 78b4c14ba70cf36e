#include "common/text/spelling.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/stem.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// "form stem" of the standard spelling; "-" for none.
std::string Show(std::string_view word) {
  const auto spelling = StandardSpelling({word, Stem(word)});
  return spelling ? spelling->form + ' ' + spelling->stem : "-";
}

TEST(StandardSpelling, WordsOfTheList) {
  constexpr TextCase kCases[] = {
      {"ijin", "izin izin"},
      {"praktek", "praktik praktik"},
      {"sholat", "salat salat"},
      {"resiko", "risiko risiko"},
      {"himbauan", "imbauan imbau"},
      {"hutang", "utang utang"},
      {"aktifitas", "aktivitas aktivitas"},
      {"analisa", "analisis analisis"},
      {"team", "tim tim"},
      {"yg", "yang yang"},
      {"propinsi", "provinsi provinsi"},
  };
  ExpectShown(kCases, Show);
}

TEST(StandardSpelling, WithTheAffixesOfTheWord) {
  constexpr TextCase kCases[] = {
      {"mengijinkan", "mengizinkan izin"},        {"diijinkan", "diizinkan izin"},
      {"prakteknya", "praktiknya praktik"},       {"dipraktekkan", "dipraktikkan praktik"},
      {"menghimbau", "mengimbau imbau"},          {"dihimbau", "diimbau imbau"},
      {"menasehati", "menasihati nasihat"},       {"menganalisa", "menganalisis analisis"},
      {"beraktifitas", "beraktivitas aktivitas"}, {"berhutang", "berutang utang"},
  };
  ExpectShown(kCases, Show);
}

TEST(StandardSpelling, TheOldSpellingOfNames) {
  constexpr TextCase kCases[] = {
      {"soekarno", "sukarno sukarno"},    {"soeharto", "suharto suharto"},
      {"djakarta", "jakarta jakarta"},    {"djoko", "joko joko"},
      {"tjipto", "cipto cipto"},          {"tjahjo", "cahyo cahyo"},
      {"njoto", "nyoto nyoto"},           {"njonja", "nyonya nyonya"},
      {"sjahrir", "syahrir syahrir"},     {"boediono", "budiono budiono"},
      {"soerabaja", "surabaya surabaya"}, {"bandoeng", "bandung bandung"},
      {"tjirebon", "cirebon cirebon"},    {"atjeh", "aceh aceh"},
      {"koesoemo", "kusumo kusumo"},      {"djokjakarta", "jokyakarta jokyakarta"},
  };
  ExpectShown(kCases, Show);
}

TEST(StandardSpelling, NamesFromArabic) {
  constexpr TextCase kCases[] = {
      {"achmad", "ahmad ahmad"},    {"akhmad", "ahmad ahmad"},     {"ahmad", "-"},
      {"rachmat", "rahmat rahmat"}, {"rachman", "rahman rahman"},  {"rakhmat", "rahmat rahmat"},
      {"mochtar", "mohtar mohtar"}, {"moechtar", "muhtar muhtar"}, {"muchtar", "muhtar muhtar"},
  };
  ExpectShown(kCases, Show);
}

// memungkiri is what the standard mungkir makes too.
TEST(StandardSpelling, NoneWhereAPrefixHidesTheDifference) {
  EXPECT_EQ(Stem("memungkiri"), "pungkir");
  EXPECT_EQ(Show("memungkiri"), "-");
  EXPECT_EQ(Show("dipungkiri"), "dimungkiri mungkir");
}

TEST(StandardSpelling, WordsThatNeedNone) {
  for (const std::string_view word :
       {"",           "a",       "izin",   "mengizinkan", "sukarno",  "jakarta", "anjing",
        "menjadi",    "pajak",   "wijaya", "banjarmasin", "jaya",     "joe",     "zoe",
        "schumacher", "munich",  "czech",  "nichlas",     "archduke", "makhluk", "akhir",
        "ikhlas",     "januari", "banjir", "kerja",       "praktik"}) {
    EXPECT_EQ(Show(word), "-") << word;
  }
}

TEST(StandardSpellingProperty, AnyWordHasOneOrNone) {
  constexpr std::string_view kParts[] = {"oe",      "tj",  "dj", "nj",  "sj",  "ch",
                                         "kh",      "j",   "a",  "mad", "me",  "ijin",
                                         "nasehat", "kan", "i",  "2",   "\xC3"};
  Random random(0x0E);
  for (int round = 0; round < 20'000; ++round) {
    std::string word;
    for (std::size_t count = random.Below(7); count > 0; --count) word += random.Pick(kParts);
    const auto spelling = StandardSpelling({word, Stem(word)});
    if (!spelling) continue;
    ASSERT_FALSE(spelling->form.empty() || spelling->stem.empty()) << word;
    ASSERT_NE(spelling->form, word);
    ASSERT_LE(spelling->form.size(), word.size() + 8) << word;  // bgt: banget
  }
}

}  // namespace
}  // namespace warta
