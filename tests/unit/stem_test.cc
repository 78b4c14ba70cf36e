#include "common/text/stem.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/ascii.h"
#include "common/text/confix.h"
#include "common/text/lexicon.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// Prefixes, one after another.

TEST(Stem, MeBeforeEveryLetterThatItMeets) {
  constexpr TextCase kCases[] = {
      // The nasal stands before the letter.
      {"melempar", "lempar"},
      {"merawat", "rawat"},
      {"mewarnai", "warna"},
      {"meyakinkan", "yakin"},
      {"memasak", "masak"},
      {"menanti", "nanti"},
      {"menyanyi", "nyanyi"},
      {"mengeong", "ngeong"},
      {"membeli", "beli"},
      {"memfitnah", "fitnah"},
      {"memvonis", "vonis"},
      {"memproses", "proses"},
      {"memplester", "plester"},
      {"mencari", "cari"},
      {"mendengar", "dengar"},
      {"menjual", "jual"},
      {"menziarahi", "ziarah"},
      {"mentransfer", "transfer"},
      {"menstabilkan", "stabil"},
      {"mensyukuri", "syukur"},
      {"mengganti", "ganti"},
      {"menghitung", "hitung"},
      {"mengkritik", "kritik"},
      {"mengkhawatirkan", "khawatir"},
      {"mengambil", "ambil"},
      {"mengejek", "ejek"},
      {"mengikat", "ikat"},
      {"mengolah", "olah"},
      {"mengukur", "ukur"},  // not kukur, to grate
      // The nasal has taken its place.
      {"memukul", "pukul"},
      {"menulis", "tulis"},
      {"menyapu", "sapu"},
      {"mengirim", "kirim"},
      // A root of one syllable.
      {"mengecat", "cat"},
      {"mengebom", "bom"},
      {"mengetik", "tik"},
      {"mengesahkan", "sah"},
      // By the rules the nasal should have taken the place of the letter.
      {"mensejahterakan", "sejahtera"},
      {"menyejahterakan", "sejahtera"},
      {"mentaati", "taat"},
      {"menaati", "taat"},
      {"mempunyai", "punya"},
  };
  ExpectShown(kCases, Stem);
}

TEST(Stem, PeBeforeEveryLetterThatItMeets) {
  constexpr TextCase kCases[] = {
      {"pelempar", "lempar"},    {"perawat", "rawat"},       {"pewarta", "warta"},
      {"pemarah", "marah"},      {"pembeli", "beli"},        {"pemfitnah", "fitnah"},
      {"pencari", "cari"},       {"pendengar", "dengar"},    {"penjual", "jual"},
      {"pengganti", "ganti"},    {"penghitung", "hitung"},   {"pengukur", "ukur"},
      {"pemukul", "pukul"},      {"penulis", "tulis"},       {"penyapu", "sapu"},
      {"pengirim", "kirim"},     {"penyanyi", "nyanyi"},     {"pengecat", "cat"},
      {"pengebom", "bom"},       {"petani", "tani"},         {"petinju", "tinju"},
      {"pelajar", "ajar"},       {"pekerja", "kerja"},       {"pembaca", "baca"},
      {"penulisan", "tulis"},    {"pengiriman", "kirim"},    {"penyanyian", "nyanyi"},
      {"pembangunan", "bangun"}, {"pengeboman", "bom"},      {"pengesahan", "sah"},
      {"pelajaran", "ajar"},     {"pembelajaran", "ajar"},   {"penyakit", "sakit"},
      {"pemberdayaan", "daya"},  {"pemersatu", "satu"},      {"pengamanan", "aman"},
      {"pengeluaran", "keluar"}, {"pemerintah", "perintah"}, {"penyelenggara", "selenggara"},
  };
  ExpectShown(kCases, Stem);
}

TEST(Stem, BerPerAndTer) {
  constexpr TextCase kCases[] = {
      {"bernyanyi", "nyanyi"},   {"berlari", "lari"},       {"berambut", "rambut"},
      {"bekerja", "kerja"},      {"belajar", "ajar"},       {"beternak", "ternak"},
      {"berenang", "renang"},    {"berkata", "kata"},       {"tertulis", "tulis"},
      {"terasa", "rasa"},        {"terbuka", "buka"},       {"tepercaya", "percaya"},
      {"terpercaya", "percaya"}, {"perbesar", "besar"},     {"perindah", "indah"},
      {"perdua", "dua"},         {"pertemuan", "temu"},     {"perjalanan", "jalan"},
      {"perikanan", "ikan"},     {"perawatan", "rawat"},    {"berlarian", "lari"},
      {"berhamburan", "hambur"}, {"beralaskan", "alas"},    {"berdasarkan", "dasar"},
      {"terkendali", "kendali"}, {"teratasi", "atas"},      {"terselesaikan", "selesai"},
      {"terakhir", "akhir"},     {"tertangkap", "tangkap"}, {"berserta", "serta"},
  };
  ExpectShown(kCases, Stem);
}

TEST(Stem, DiKuAndKau) {
  constexpr TextCase kCases[] = {
      {"dibaca", "baca"},         {"ditulis", "tulis"},
      {"dibacakan", "baca"},      {"ditulisi", "tulis"},
      {"diperbaiki", "baik"},     {"diberlakukan", "laku"},
      {"dikemukakan", "muka"},    {"diketahui", "tahu"},
      {"disebabkan", "sebab"},    {"dipekerjakan", "kerja"},
      {"kubaca", "baca"},         {"kutuliskan", "tulis"},
      {"kauambil", "ambil"},      {"kaubaca", "baca"},
      {"kaudengarkan", "dengar"}, {"diselenggarakan", "selenggara"},
  };
  ExpectShown(kCases, Stem);
}

TEST(Stem, KeAndSe) {
  constexpr TextCase kCases[] = {
      {"kebaikan", "baik"},       {"kesehatan", "sehat"}, {"keadaan", "ada"},
      {"kemanusiaan", "manusia"}, {"kekasih", "kasih"},   {"ketahuan", "tahu"},
      {"serumah", "rumah"},       {"sebesar", "besar"},   {"sekampung", "kampung"},
      {"seindah", "indah"},       {"seharian", "hari"},   {"sepantasnya", "pantas"},
      {"sepengetahuan", "tahu"},  {"sejumlah", "jumlah"}, {"sekeluarga", "keluarga"},
      {"kelautan", "laut"},       {"kepulauan", "pulau"}, {"kenaikan", "naik"},
  };
  ExpectShown(kCases, Stem);
}

TEST(Stem, Suffixes) {
  constexpr TextCase kCases[] = {
      {"tulisan", "tulis"},   {"pilihan", "pilih"}, {"ambilkan", "ambil"},  {"bacakan", "baca"},
      {"hindari", "hindar"},  {"awasi", "awas"},    {"ribuan", "ribu"},     {"mingguan", "minggu"},
      {"serangan", "serang"}, {"masukan", "masuk"}, {"lapangan", "lapang"}, {"ruangan", "ruang"},
  };
  ExpectShown(kCases, Stem);
}

TEST(Stem, ChainsOfPrefixes) {
  constexpr TextCase kCases[] = {
      {"memperbesar", "besar"},       {"mempersatukan", "satu"},
      {"memperjuangkan", "juang"},    {"memberlakukan", "laku"},
      {"pemberlakuan", "laku"},       {"memberhentikan", "henti"},
      {"keberhasilan", "hasil"},      {"keberlangsungan", "langsung"},
      {"keberadaan", "ada"},          {"keterbukaan", "buka"},
      {"ketidakadilan", "adil"},      {"berkesinambungan", "sinambung"},
      {"berpengalaman", "alam"},      {"berkecukupan", "cukup"},
      {"kepemimpinan", "pimpin"},     {"kepemilikan", "milik"},
      {"perseorangan", "orang"},      {"mengesampingkan", "samping"},
      {"mengedepankan", "depan"},     {"mengemukakan", "muka"},
      {"menyeberangkan", "seberang"}, {"mempekerjakan", "kerja"},
      {"mempelajari", "ajar"},        {"memperingati", "ingat"},
      {"berpendidikan", "didik"},     {"seperjuangan", "juang"},
  };
  ExpectShown(kCases, Stem);
}

TEST(Stem, TwoWordsFusedUnderAffixes) {
  constexpr TextCase kCases[] = {
      {"mempertanggungjawabkan", "tanggungjawab"},
      {"pertanggungjawaban", "tanggungjawab"},
      {"dipertanggungjawabkan", "tanggungjawab"},
      {"bertanggungjawab", "tanggungjawab"},
      {"menindaklanjuti", "tindaklanjut"},
      {"ditindaklanjuti", "tindaklanjut"},
      {"menyebarluaskan", "sebarluas"},
      {"penandatanganan", "tandatangan"},
      {"menandatangani", "tandatangan"},
      {"keanekaragaman", "anekaragam"},
      {"mengambinghitamkan", "kambinghitam"},
      {"kewarganegaraan", "warganegara"},
      {"mengikutsertakan", "ikutserta"},
      {"kesalahpahaman", "salahpaham"},
      {"bekerjasama", "kerjasama"},
      {"pemberitahuan", "beritahu"},
  };
  ExpectShown(kCases, Stem);
}

// An entry with -nya is no other word, whatever else could be cut from it.
TEST(Stem, NyaBehindAWordOfTheDictionary) {
  constexpr TextCase kCases[] = {
      {"terapinya", "terapi"},        {"terapinyalah", "terapi"}, {"pesisirnya", "pesisir"},
      {"pesisirnyakah", "pesisir"},   {"kuasanyapun", "kuasa"},   {"sepupunya", "sepupu"},
      {"perangainyalah", "perangai"},
  };
  ExpectShown(kCases, Stem);
}

TEST(Stem, ParticlesAndClitics) {
  constexpr TextCase kCases[] = {
      {"bukunya", "buku"},
      {"bukuku", "buku"},
      {"bukumu", "buku"},
      {"pergilah", "pergi"},
      {"siapakah", "siapa"},
      {"bagaimanapun", "bagaimana"},
      {"rumahnyalah", "rumah"},
      {"membacanya", "baca"},
      {"membacakannya", "baca"},
      {"tuliskanlah", "tulis"},
      {"memilikinya", "milik"},
      {"diperlukannya", "perlu"},
      {"akhirnya", "akhir"},
      {"berikutnya", "ikut"},
      {"alaminya", "alami"},
      {"kepalanya", "kepala"},
      {"menterinya", "menteri"},
      {"beruangnya", "beruang"},
      {"mempertanggungjawabkannya", "tanggungjawab"},
  };
  ExpectShown(kCases, Stem);
}

// Behind a root that ends with k, everyday writing has one k for two.
TEST(Stem, OneKForTwo) {
  constexpr TextCase kCases[] = {
      {"menunjukkan", "tunjuk"}, {"menunjukan", "tunjuk"}, {"menunjukannya", "tunjuk"},
      {"ditunjukan", "tunjuk"},  {"meletakan", "letak"},   {"memasukan", "masuk"},
      {"dimasukan", "masuk"},    {"menaikan", "naik"},     {"dinaikan", "naik"},
  };
  ExpectShown(kCases, Stem);
}

TEST(Stem, FirstConsonantDoubledWithE) {
  constexpr TextCase kCases[] = {
      {"dedaunan", "daun"},
      {"pepohonan", "pohon"},
      {"reruntuhan", "runtuh"},
      {"rerumputan", "rumput"},
      {"bebatuan", "batu"},
      {"lelaki", "laki"},
      {"tetamu", "tamu"},
      {"sesama", "sama"},
      {"pepohonannya", "pohon"},
      // Not doubled, though it looks so.
      {"tetangga", "tetangga"},
      {"leluhur", "leluhur"},
      {"bebek", "bebek"},
      {"kekayaan", "kaya"},
      {"beberapa", "beberapa"},
      {"peperangan", "perang"},
  };
  ExpectShown(kCases, Stem);
}

TEST(Stem, AnOlderOrNonstandardRootUnderAffixes) {
  constexpr TextCase kCases[] = {
      {"menghimbau", "himbau"}, {"dihutangi", "hutang"},  {"menasehati", "nasehat"},
      {"merubah", "ubah"},      {"pengrusakan", "rusak"}, {"mempersilahkan", "sila"},
  };
  ExpectShown(kCases, Stem);
}

TEST(Stem, WordsOfTheDictionaryThatLookDerivedStay) {
  for (const std::string word :
       {"kepala",   "menteri",   "berita",   "beruang", "sekolah", "kelapa",  "keluarga", "kemarin",
        "kemudian", "perempuan", "perang",   "perak",   "perut",   "permen",  "permisi",  "persen",
        "pesan",    "pesawat",   "peta",     "penting", "penjara", "selamat", "seperti",  "sebab",
        "sejak",    "sejarah",   "sekarang", "semua",   "serius",  "terbang", "terima",   "teror",
        "dinding",  "diri",      "dinas",    "makan",   "jalan",   "hutan",   "ikan",     "bulan",
        "teman",    "polisi",    "negeri",   "istri",   "kendali", "masalah", "jumlah",   "naskah",
        "langkah",  "lelah",     "berkah",   "saku",    "paku",    "kuku",    "ilmu",     "jamu",
        "tamu",     "temu",      "hanya",    "punya",   "tanya",   "meja",    "merah",    "mereka",
        "merdeka",  "mesin",     "medali",   "peluru",  "dapat",   "kanan"}) {
    EXPECT_EQ(Stem(word), word);
  }
}

TEST(Stem, WordsOfGrammarStay) {
  for (const std::string word : {"adalah", "setelah", "sebelum", "sehingga", "selain", "selama",
                                 "semakin", "sedikit", "sekali", "terlalu", "sedangkan"}) {
    EXPECT_EQ(Stem(word), word);
  }
}

TEST(Stem, NamesStay) {
  for (const std::string name :
       {"bali",      "bekasi",   "kediri",    "maluku",      "merapi",   "semeru",     "berau",
        "kerinci",   "jakarta",  "surabaya",  "semarang",    "makassar", "denpasar",   "pekanbaru",
        "tangerang", "bengkulu", "pontianak", "gorontalo",   "kendari",  "ternate",    "jayapura",
        "mamuju",    "prabowo",  "jokowi",    "megawati",    "sukarno",  "habibie",    "yudhoyono",
        "khofifah",  "mulyadi",  "mahfud",    "putin",       "zelensky", "erdogan",    "beckham",
        "berlin",    "persija",  "persib",    "persebaya",   "dimitri",  "dimyati",    "benjamin",
        "stalin",    "kevin",    "martin",    "nasir",       "meilani",  "pertamina",  "telkomsel",
        "tokopedia", "permana",  "sembiring", "simanjuntak", "siregar",  "kertanegara"}) {
    EXPECT_EQ(Stem(name), name);
  }
}

TEST(Stem, WordsOfUpToThreeLettersStay) {
  for (const std::string word : {"", "a", "ya", "di", "aku", "ini", "ku", "nya", "kan", "lah"}) {
    EXPECT_EQ(Stem(word), word);
  }
}

TEST(Stem, WordsWithAnythingButSmallLettersStay) {
  for (const std::string word :
       {"1000", "covid19", "membaca1", "Membaca", "mem baca", "mem-baca", "membac\u00E4",
        "\u0645\u062F\u0631\u0633\u0629", "undang-undang", "di\u00ADbaca"}) {
    EXPECT_EQ(Stem(word), word);
  }
}

TEST(Stem, OverlongWordsStay) {
  const std::string root = "tanggungjawab";
  const std::string longest = std::string(kLongestConfix - 3, 'a') + "nya";
  EXPECT_EQ(Stem(longest), std::string(kLongestConfix - 3, 'a'));
  const std::string longer = std::string(kLongestConfix - 2, 'a') + "nya";
  EXPECT_EQ(Stem(longer), longer);
  const std::string huge(100'000, 'm');
  EXPECT_EQ(Stem(huge), huge);
  EXPECT_EQ(Stem("mempertanggungjawabkannyalah"), root);
}

// Properties, over words put together from roots and affixes, right or wrong.

constexpr std::string_view kRoots[] = {
    "baca",    "tulis",   "pukul",     "sapu",          "kirim",     "ambil",      "ajar",
    "laku",    "jalan",   "kerja",     "adil",          "besar",     "hari",       "muka",
    "samping", "sah",     "bom",       "cat",           "kepala",    "berita",     "menteri",
    "sekolah", "kelola",  "perang",    "viral",         "xyz",       "google",     "bali",
    "ijin",    "nasehat", "aktifitas", "tanggungjawab", "kerjasama", "bolakbalik", "tidak"};
constexpr std::string_view kFronts[] = {
    "",   "",    "di",  "ku",   "kau",  "me",  "mem", "men",    "meng",   "meny", "menge",
    "pe", "pem", "pen", "peng", "peny", "ber", "be",  "bel",    "ter",    "te",   "per",
    "ke", "se",  "nge", "ng",   "ny",   "n",   "m",   "memper", "ketidak"};
constexpr std::string_view kBacks[] = {"",   "",    "kan", "an",  "i",  "nya",   "ku",
                                       "mu", "lah", "kah", "pun", "in", "nyalah"};

std::string MadeUpWord(Random& random) {
  std::string word(random.Pick(kFronts));
  word += random.Pick(kFronts);
  std::string_view root = random.Pick(kRoots);
  if (random.Below(3) == 0) root.remove_prefix(1);
  word += root;
  word += random.Pick(kBacks);
  word += random.Pick(kBacks);
  return word;
}

std::string RandomLetters(Random& random, std::size_t most) {
  std::string word(1 + random.Below(most), 'a');
  for (char& c : word) c = static_cast<char>('a' + random.Below(26));
  return word;
}

// What a stem must be whatever the word is; empty if it is so. A stem can be longer than its word
// by the hyphen of a doubled root (bolakbalik: bolak-balik).
std::string BrokenPromise(std::string_view word, std::string_view stem) {
  if (stem.empty() != word.empty()) return "a stem is empty";
  if (stem.size() > word.size() + 1) return "a stem is longer than its word";
  const auto is_plain = [](char c) { return IsLower(c) || c == '-'; };
  if (!std::all_of(stem.begin(), stem.end(), is_plain)) return "a stem has a strange letter";
  return {};
}

TEST(StemProperty, AStemIsNeverEmptyNorLongerThanItsWord) {
  Random random(0x5);
  for (int round = 0; round < 30'000; ++round) {
    const std::string word = MadeUpWord(random);
    ASSERT_EQ(BrokenPromise(word, Stem(word)), "") << word << ": " << Stem(word);
  }
}

// A stem that is an entry is its own stem. Others are roots that the dictionary lacks, of which a
// second look may take another ending (ketengkunya: ketengku, keteng): 1 of 10,000 words that one
// prefix and one suffix around the entries of hunspell-id make, 4 of 100 of the heaps of affixes
// here.
TEST(StemProperty, AStemIsItsOwnStem) {
  Random random(0x55);
  constexpr int kWords = 30'000;
  int changed = 0;
  for (int round = 0; round < kWords; ++round) {
    const std::string word = MadeUpWord(random);
    const std::string stem = Stem(word);
    const std::string again = Stem(stem);
    changed += again == stem ? 0 : 1;
    ASSERT_TRUE(again == stem || FindEntry(stem) == nullptr) << word << ": " << stem;
  }
  EXPECT_LT(changed, kWords / 20);
}

TEST(StemProperty, AnyLettersHaveAStem) {
  Random random(0x57);
  for (int round = 0; round < 30'000; ++round) {
    const std::string word = RandomLetters(random, 50);
    ASSERT_EQ(BrokenPromise(word, Stem(word)), "") << word << ": " << Stem(word);
  }
}

TEST(StemProperty, BytesThatAreNoLettersStay) {
  Random random(0x573);
  for (int round = 0; round < 10'000; ++round) {
    const std::string word = random.Bytes(30);
    if (!word.empty() && std::all_of(word.begin(), word.end(), IsLower)) continue;
    ASSERT_EQ(Stem(word), word) << ::testing::PrintToString(word);
  }
}

}  // namespace
}  // namespace warta
