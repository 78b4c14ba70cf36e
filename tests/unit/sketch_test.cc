#include "common/text/sketch.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/analyser.h"
#include "tests/unit/random.h"

namespace warta {
namespace {

std::string SketchOf(std::string_view text) {
  Analyser analyser;
  return Sketch(analyser.Analyse(text));
}

bool Copies(std::string_view a, std::string_view b, int days_apart = 0) {
  const bool copies = AreCopies(SketchOf(a), SketchOf(b), {days_apart, false});
  EXPECT_EQ(copies, AreCopies(SketchOf(b), SketchOf(a), {-days_apart, false})) << "not symmetrical";
  return copies;
}

using Words = std::vector<std::string>;

// Words that no article shares with another but by chance.
Words RandomWords(Random& random, std::size_t count) {
  constexpr std::array<std::string_view, 10> kSyllables = {"ba", "ku", "ri",  "nga", "so",
                                                           "te", "lu", "mam", "pi",  "da"};
  Words words(count);
  for (std::string& word : words) {
    for (int i = 0; i < 4; ++i) word += random.Pick(kSyllables);
  }
  return words;
}

std::string Join(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += word + ' ';
  return text;
}

// Every so manieth word, on average, is another.
Words Edited(Words words, std::size_t each, Random& random) {
  for (std::string& word : words) {
    if (random.Below(each) == 0) word = RandomWords(random, 1).front();
  }
  return words;
}

constexpr std::string_view kFire =
    "Kebakaran melanda gudang kain di Kelurahan Cibadak, Senin (9/9/2019) dini hari. Sebanyak 12 "
    "unit mobil pemadam dikerahkan ke lokasi dan api baru dapat dikuasai tiga jam kemudian. Kepala "
    "Dinas Pemadam Kebakaran mengatakan tidak ada korban jiwa, tetapi kerugian ditaksir mencapai "
    "Rp2,5 miliar. Warga sekitar sempat mengungsi ke balai desa karena asap tebal masuk ke "
    "permukiman. Polisi masih menyelidiki penyebab kebakaran dan meminta keterangan empat saksi, "
    "termasuk penjaga malam yang pertama kali melihat api dari arah ruang penyimpanan.";

// What appears every day or week with other places, days and figures.
std::string Licences(std::string_view day, std::string_view where) {
  return "Kepolisian kembali membuka layanan SIM keliling bagi warga yang hendak memperpanjang "
         "masa "
         "berlaku surat izin mengemudi. Layanan pada " +
         std::string(day) + " dibuka di " + std::string(where) +
         " mulai pukul 08.00 sampai 14.00. Pemohon diminta membawa kartu tanda penduduk, SIM lama "
         "beserta salinannya, dan surat keterangan sehat dari dokter. Biaya perpanjangan SIM A "
         "sebesar Rp80.000 dan SIM C Rp75.000 di luar biaya pemeriksaan kesehatan. Layanan hanya "
         "untuk SIM yang masih berlaku; yang sudah lewat masanya harus dibuat baru di kantor.";
}

std::string Gold(std::string_view today, std::string_view before, std::string_view day) {
  return "Harga emas batangan yang dijual di butik logam mulia pada perdagangan " +
         std::string(day) + " berada di angka Rp" + std::string(today) +
         " per gram. Sehari sebelumnya harga emas tercatat Rp" + std::string(before) +
         " per gram. Harga itu berlaku untuk pembelian di kantor pusat dan belum termasuk pajak. "
         "Pembeli yang memiliki nomor pokok wajib pajak dikenai potongan 0,45 persen, sedangkan "
         "yang tidak memiliki dikenai 0,9 persen. Butik melayani pembeli setiap hari kerja dan "
         "membatasi jumlah antrean agar pelayanan berjalan lancar.";
}

TEST(Sketch, HasOneSizeAndIsEmptyForShortTexts) {
  Random random(1);
  const Words words = RandomWords(random, 500);
  const auto first = [&](std::size_t count) {
    return SketchOf(Join({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count)}));
  };
  EXPECT_EQ(first(0), "");
  EXPECT_EQ(first(kLeastSketchWords - 1), "");
  EXPECT_EQ(first(kLeastSketchWords).size(), kSketchBytes);
  EXPECT_EQ(first(500).size(), kSketchBytes);
}

// Sketches are kept in databases.
TEST(Sketch, IsTheSameAsEver) {
  std::string shown;
  for (const char c : SketchOf(kFire)) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    shown += kDigits[static_cast<unsigned char>(c) >> 4U];
    shown += kDigits[static_cast<unsigned char>(c) & 0xFU];
  }
  EXPECT_EQ(
      shown,
      "19196464825c5c3594bcbcbc0d0d53469797a0a097975f83174ca6a5a5ad2e680911f7f7715151a960d1f0e9"
      "2828d861b23de8e8c37683198000100000211001");
}

TEST(Sketch, LooksAtWordsAlone) {
  EXPECT_EQ(SketchOf(kFire), SketchOf(" \n" + std::string(kFire) + "\n--"));
  Analyser analyser;
  const std::span<const Token> tokens = analyser.Analyse(
      std::string(kFire) + " Kerja sama Covid-19 Soekarno ijin antarnegara AS dan PAN.");
  std::vector<Token> words;
  std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(words),
               [](const Token& token) { return token.kind == Token::Kind::kWord; });
  ASSERT_LT(words.size(), tokens.size());
  EXPECT_EQ(Sketch(words), Sketch(tokens));
}

TEST(Sketch, OfOneWordRepeatedIsDone) {
  EXPECT_EQ(SketchOf(Join(Words(100, "ya"))).size(), kSketchBytes);
}

TEST(AreCopies, EqualTextsAre) {
  EXPECT_TRUE(Copies(kFire, kFire));
}

TEST(AreCopies, DifferentTextsAreNot) {
  EXPECT_FALSE(Copies(kFire, Licences("Senin (9/9/2019)", "alun-alun kota")));
  Random random(2);
  std::vector<std::string> sketches(200);
  for (std::string& sketch : sketches)
    sketch = SketchOf(Join(RandomWords(random, 40 + random.Below(400))));
  for (std::size_t a = 0; a < sketches.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) EXPECT_FALSE(AreCopies(sketches[a], sketches[b], {}));
  }
}

// 5 % of other words leave 82 % of the pairs of words, 25 % leave 39 %: far from the rule's 63 % on
// both sides, so that chance hardly ever decides.
TEST(AreCopies, LightEditsAreHeavyOnesAreNot) {
  Random random(3);
  int light = 0;
  int heavy = 0;
  for (int i = 0; i < 300; ++i) {
    const Words words = RandomWords(random, 200);
    const std::string sketch = SketchOf(Join(words));
    if (AreCopies(sketch, SketchOf(Join(Edited(words, 20, random))), {})) ++light;
    if (AreCopies(sketch, SketchOf(Join(Edited(words, 4, random))), {})) ++heavy;
  }
  EXPECT_GE(light, 294);
  EXPECT_LE(heavy, 3);
}

// 10 % of other words leave 68 %.
TEST(AreCopies, OfOnePublisherFewerEditsAre) {
  Random random(5);
  int of_two = 0;
  int of_one = 0;
  for (int i = 0; i < 300; ++i) {
    const Words words = RandomWords(random, 200);
    const std::string sketch = SketchOf(Join(words));
    const std::string other = SketchOf(Join(Edited(words, 10, random)));
    if (AreCopies(sketch, other, {0, false})) ++of_two;
    if (AreCopies(sketch, other, {0, true})) ++of_one;
    EXPECT_TRUE(AreCopies(sketch, sketch, {0, true}));
  }
  EXPECT_GE(of_two, 180);
  EXPECT_LE(of_one, 60);
}

TEST(AreCopies, AnotherFirstLineAndFurnitureAtTheEndMatterLittle) {
  const std::string copy =
      "BANDUNG, KABAR KITA -- " + std::string(kFire) + " Editor: Sari Pewarta: Budi";
  EXPECT_TRUE(Copies(kFire, copy));
}

TEST(AreCopies, ATextCutByHalfIsNone) {
  EXPECT_FALSE(Copies(kFire, kFire.substr(0, kFire.size() / 2)));
}

TEST(AreCopies, ReportsThatReturnWithOtherNumbersAreNot) {
  EXPECT_FALSE(Copies(Licences("Senin (9/9/2019)", "alun-alun kota"),
                      Licences("Selasa (10/9/2019)", "alun-alun kota"), 1));
  EXPECT_FALSE(Copies(Licences("Rabu (11/9/2019)", "terminal lama"),
                      Licences("Kamis (12/9/2019)", "pasar induk"), 1));
  EXPECT_FALSE(Copies(Gold("753.000", "751.000", "Selasa"), Gold("757.000", "753.500", "Rabu"), 1));
  EXPECT_FALSE(
      Copies(Gold("753.000", "751.000", "hari ini"), Gold("757.000", "753.500", "hari ini"), 1));
}

TEST(AreCopies, NumbersThatOneTextLacksOrWritesWithAZeroDoNotMatter) {
  const std::string text = Licences("Senin (9/9/2019)", "alun-alun kota");
  EXPECT_TRUE(Copies(text, text + " Informasi: 150123, 150456, 150789."));
  EXPECT_TRUE(Copies(text, Licences("Senin (09/09/2019)", "alun-alun kota")));
  EXPECT_TRUE(Copies(Gold("753.000", "751.000", "kemarin"), Gold("753.000", "751.500", "kemarin")))
      << "one other number";
}

TEST(AreCopies, ThoseOfAnotherWeekAreNot) {
  EXPECT_TRUE(Copies(kFire, kFire, 3));
  EXPECT_TRUE(Copies(kFire, kFire, -3));
  EXPECT_FALSE(Copies(kFire, kFire, 4));
  EXPECT_FALSE(Copies(kFire, kFire, -4));
  EXPECT_FALSE(Copies(kFire, kFire, 7));
}

TEST(AreCopies, WithoutASketchNothingIs) {
  const std::string sketch = SketchOf(kFire);
  EXPECT_FALSE(AreCopies("", "", {}));
  EXPECT_FALSE(AreCopies(sketch, "", {}));
  EXPECT_FALSE(AreCopies("", sketch, {}));
  EXPECT_FALSE(AreCopies(sketch.substr(1), sketch.substr(1), {})) << "damaged";
}

TEST(Bands, AreDifferentAscendingAndBounded) {
  const std::vector<std::uint32_t> bands = Bands(SketchOf(kFire));
  EXPECT_EQ(bands.size(), kSketchBands);
  EXPECT_TRUE(std::is_sorted(bands.begin(), bands.end()));
  EXPECT_EQ(std::set(bands.begin(), bands.end()).size(), kSketchBands);
  EXPECT_LT(bands.back(), kBandNumbers);
  EXPECT_TRUE(Bands("").empty());
  EXPECT_TRUE(Bands("damaged").empty());
}

TEST(Bands, OfTextsWithLightEditsHaveOneInCommon) {
  Random random(4);
  for (int i = 0; i < 300; ++i) {
    const Words words = RandomWords(random, 200);
    const auto a = Bands(SketchOf(Join(words)));
    const auto b = Bands(SketchOf(Join(Edited(words, 20, random))));
    std::vector<std::uint32_t> common;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
    EXPECT_FALSE(common.empty());
  }
}

TEST(BandTerms, AreTheNumbersInThreeBytes) {
  const std::string sketch = SketchOf(kFire);
  const std::vector<std::uint32_t> bands = Bands(sketch);
  const std::vector<std::string> terms = BandTerms(sketch);
  ASSERT_EQ(terms.size(), bands.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    ASSERT_EQ(terms[i].size(), 3U);
    std::uint32_t number = 0;
    for (const char c : terms[i]) {
      EXPECT_NE(c & 0x80, 0);
      number = number << 7U | (static_cast<unsigned char>(c) & 0x7FU);
    }
    EXPECT_EQ(number, bands[i]);
  }
  EXPECT_TRUE(BandTerms("").empty());
}

}  // namespace
}  // namespace warta
