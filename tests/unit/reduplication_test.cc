#include "common/text/reduplication.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/stem.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string StemOf(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  return ReduplicationStem(word.substr(0, hyphen), word.substr(hyphen + 1));
}

TEST(ReduplicationStem, ThePluralOfTheSimpleWord) {
  constexpr TextCase kCases[] = {
      {"negara-negara", "negara"},     {"anak-anaknya", "anak"},
      {"tokoh-tokohnya", "tokoh"},     {"ibu-ibu", "ibu"},
      {"peraturan-peraturan", "atur"}, {"kementerian-kementerian", "menteri"},
      {"angkutan-angkutan", "angkut"}, {"buku-bukuku", "buku"},
      {"anak-anaklah", "anak"},        {"teman-temanmu", "teman"},
      {"netizen-netizen", "netizen"},  {"xyzzy-xyzzy", "xyzzy"},
  };
  ExpectShown(kCases, StemOf);
}

TEST(ReduplicationStem, TheRepetitionOfTheSimpleWord) {
  constexpr TextCase kCases[] = {
      {"berhari-hari", "hari"},         {"sehari-hari", "hari"},
      {"besar-besaran", "besar"},       {"kejar-kejaran", "kejar"},
      {"berkejar-kejaran", "kejar"},    {"meniru-nirukan", "tiru"},
      {"menyebut-nyebut", "sebut"},     {"menanti-nanti", "nanti"},
      {"menari-nari", "tari"},          {"memutar-mutar", "putar"},
      {"menodong-nodongkan", "todong"}, {"memukul-mukul", "pukul"},
      {"mencari-cari", "cari"},         {"dicari-cari", "cari"},
      {"mengada-ada", "ada"},           {"melambai-lambaikan", "lambai"},
      {"menakut-nakuti", "takut"},      {"memaki-maki", "maki"},
      {"sebaik-baiknya", "baik"},       {"selambat-lambatnya", "lambat"},
      {"setinggi-tingginya", "tinggi"}, {"kebarat-baratan", "barat"},
      {"kemerah-merahan", "merah"},     {"satu-satunya", "satu"},
      {"bersama-sama", "sama"},         {"berturut-turut", "turut"},
      {"buah-buahan", "buah"},          {"terus-menerus", "terus"},
  };
  ExpectShown(kCases, StemOf);
}

TEST(ReduplicationStem, OfEachOther) {
  constexpr TextCase kCases[] = {
      {"tolong-menolong", "tolong"}, {"surat-menyurat", "surat"}, {"bahu-membahu", "bahu"},
      {"tembak-menembak", "tembak"}, {"pukul-memukul", "pukul"},  {"tarik-menarik", "tarik"},
      {"kirim-mengirim", "kirim"},   {"sewa-menyewa", "sewa"},    {"ajar-mengajar", "ajar"},
  };
  ExpectShown(kCases, StemOf);
}

TEST(ReduplicationStem, AUnitKeepsItsMeaningAlsoUnderAffixes) {
  constexpr TextCase kCases[] = {
      {"undang-undang", "undang-undang"},
      {"undang-undangnya", "undang-undang"},
      {"perundang-undangan", "undang-undang"},
      {"mata-mata", "mata-mata"},
      {"memata-matai", "mata-mata"},
      {"hati-hati", "hati-hati"},
      {"berhati-hati", "hati-hati"},
      {"kehati-hatian", "hati-hati"},
      {"menyia-nyiakan", "sia-sia"},
      {"terburu-buru", "buru-buru"},
      {"keabu-abuan", "abu-abu"},
      {"mengelu-elukan", "elu-elu"},
      {"mencita-citakan", "cita-cita"},
      {"bercita-cita", "cita-cita"},
      {"mengobrak-abrik", "obrak-abrik"},
      {"diobrak-abrik", "obrak-abrik"},
      {"memporak-porandakan", "porak-poranda"},
      {"bergotong-royong", "gotong-royong"},
      {"lumba-lumba", "lumba-lumba"},
      {"seolah-olah", "seolah-olah"},
      {"kekanak-kanakan", "kanak-kanak"},
      {"menggonjang-ganjingkan", "gonjang-ganjing"},
  };
  ExpectShown(kCases, StemOf);
}

TEST(ReduplicationStem, ChangedSoundsLeadToTheSimpleWord) {
  constexpr TextCase kCases[] = {
      {"warna-warni", "warna"}, {"berwarna-warni", "warna"}, {"sayur-mayur", "sayur"},
      {"tali-temali", "tali"},  {"gerak-gerik", "gerak"},    {"turun-temurun", "turun"},
      {"rata-rata", "rata"},    {"semata-mata", "semata"},   {"pertama-tama", "pertama"},
  };
  ExpectShown(kCases, StemOf);
}

TEST(ReduplicationStem, TwoWordsAreNoReduplication) {
  for (const char* word :
       {"kakek-nenek", "suami-istri", "jakarta-bandung", "bali-balikpapan", "solo-solok",
        "sukabumi-bumi", "ani-melani", "prabowo-gibran", "arab-saudi", "laki-bini", "maju-mundur",
        "besar-kecil", "makan-minum"}) {
    EXPECT_EQ(StemOf(word), "") << word;
  }
}

TEST(ReduplicationStem, HalvesThatAreNoWords) {
  for (const char* word : {"a-a", "di-di", "22-22", "u19-u19", "-", "negara-", "-negara"}) {
    EXPECT_EQ(StemOf(word), "") << word;
  }
}

TEST(ReduplicationStemProperty, ADoubledWordHasTheStemOfTheWord) {
  constexpr std::string_view kWords[] = {"negara", "peraturan", "pekerja", "kebijakan", "jakarta",
                                         "berita", "permainan", "abcde",   "zzz",       "nya"};
  for (const std::string_view word : kWords) {
    EXPECT_EQ(ReduplicationStem(word, word), Stem(word)) << word;
    if (word.size() < 4) continue;
    EXPECT_EQ(ReduplicationStem(word, std::string(word) + "nya"), Stem(word)) << word;
  }
}

TEST(ReduplicationStemProperty, AnyTwoWordsGiveAStemOrNone) {
  constexpr std::string_view kParts[] = {
      "me", "men",   "meny", "mem", "ber", "se",   "mata", "hati",   "an",   "kan", "nya",
      "i",  "sebut", "ny",   "2",   "-",   "\xC3", "n",    "undang", "sapu", "per", "pukul"};
  Random random(0x2ED);
  const auto word = [&random, &kParts] {
    std::string made;
    for (std::size_t count = random.Below(4); count > 0; --count) made += random.Pick(kParts);
    return made;
  };
  for (int round = 0; round < 20'000; ++round) {
    const std::string first = word();
    const std::string second = word();
    const std::string stem = ReduplicationStem(first, second);
    ASSERT_LE(stem.size(), first.size() + second.size() + 1) << first << '-' << second;
  }
}

}  // namespace
}  // namespace warta
