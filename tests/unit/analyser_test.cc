#include "common/text/analyser.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "common/ascii.h"
#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "common/text/stem.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// "surface@position" for each token, a joined form in brackets.
std::string Surfaces(std::string_view text) {
  Analyser analyser;
  std::string shown;
  for (const Token& token : analyser.Analyse(text)) {
    if (!shown.empty()) shown += ' ';
    const std::string one = std::string(token.surface) + '@' + std::to_string(token.position);
    shown += token.kind == Token::Kind::kVariant ? '[' + one + ']' : one;
  }
  return shown;
}

// The text of each token, as its offsets cut it out, between bars.
std::string Cuts(std::string_view text) {
  Analyser analyser;
  std::string shown;
  for (const Token& token : analyser.Analyse(text)) {
    shown += shown.empty() ? "" : "|";
    shown += text.substr(token.begin, token.end - token.begin);
  }
  return shown;
}

std::vector<std::string> Stems(std::string_view text) {
  Analyser analyser;
  std::vector<std::string> stems;
  for (const Token& token : analyser.Analyse(text)) stems.emplace_back(token.stem);
  return stems;
}

TEST(Analyser, PlainText) {
  constexpr TextCase kCases[] = {
      {"", ""},
      {"  \n\t ", ""},
      {"?! ... -- () \U0001F600", ""},
      {"Harga beras naik.", "harga@0 beras@1 naik@2"},
      {"rusia,ukraina", "rusia@0 ukraina@1"},
      {"S3 UI", "s3@0 ui@1"},
      {"nama_berkas", "nama@0 berkas@1"},
      {"a\xFF"
       "b",
       "a@0 b@1"},  // a stray byte acts as a space
      {"kata\u00A0kata", "kata@0 kata@1"},
      {"Caf\u00E9 \u00D8stfold", "cafe@0 [kafe@0] ostfold@1"},
      {"\u0627\u0644\u0642\u062F\u0633", "\u0627\u0644\u0642\u062F\u0633@0"},
  };
  ExpectShown(kCases, Surfaces);
}

TEST(Analyser, ApostrophesFoldBetweenLettersOnly) {
  constexpr TextCase kCases[] = {
      {"Jum'at", "jumat@0"},         {"Jum\u2019at", "jumat@0"},
      {"Ma`ruf", "maruf@0"},         {"Al-Qur'an", "al@0 [alquran@0] quran@1"},
      {"'siap'", "siap@0"},          {"\u2018siap\u2019 katanya", "siap@0 katanya@1"},
      {"tahun '98", "tahun@0 98@1"}, {"a''b", "a@0 b@1"},
  };
  ExpectShown(kCases, Surfaces);
}

TEST(Analyser, HyphenatedWords) {
  constexpr TextCase kCases[] = {
      {"negara-negara", "negara-negara@0"},
      {"anak-anaknya pergi", "anak-anaknya@0 pergi@1"},
      {"se-Indonesia", "se-indonesia@0 [seindonesia@0]"},
      {"ke-19", "ke-19@0 [ke19@0]"},
      {"di-PHK massal", "di-phk@0 [diphk@0] massal@1"},
      {"Instagram-nya", "instagram-nya@0 [instagramnya@0]"},
      {"Prabowo-Gibran menang", "prabowo@0 [prabowogibran@0] gibran@1 menang@2"},
      {"Covid-19", "covid@0 [covid19@0] 19@1"},
      {"e-KTP baru", "e@0 [ektp@0] ktp@1 baru@2"},
      {"negara\u2011negara", "negara-negara@0"},  // non-breaking hyphen
      {"skor 2-1", "skor@0 2@1 1@2"},
      {"2019-2024", "2019@0 2024@1"},
      {"kata - kata", "kata@0 kata@1"},
      {"kata--kata", "kata@0 kata@1"},
      {"kata \u2013 kata", "kata@0 kata@1"},
      {"kata-", "kata@0"},
      {"-kata", "kata@0"},
      {"a-b-c d", "a@0 [abc@0] b@1 c@2 d@3"},
  };
  ExpectShown(kCases, Surfaces);
}

TEST(Analyser, ReduplicationWithADigit) {
  constexpr TextCase kCases[] = {
      {"anak2", "anak-anak@0"},
      {"anak\u00B2", "anak-anak@0"},
      {"teman2nya", "teman-temannya@0"},
      {"teman\u00B2nya", "teman-temannya@0"},
      {"Anak2 kecil", "anak-anak@0 kecil@1"},
      {"CO2", "co2@0"},
      {"SMPN2", "smpn2@0"},
      {"km2", "km2@0"},
      {"km\u00B2", "km2@0"},
      {"anak22", "anak22@0"},
      {"2anak", "2anak@0"},
  };
  ExpectShown(kCases, Surfaces);
  EXPECT_EQ(Stems("anak2"), Stems("anak-anak"));
  EXPECT_EQ(Stems("teman2nya"), Stems("teman"));
}

// "surface/stem@position", with v, p or a in front of a variant, a part, an acronym.
std::string Forms(std::string_view text) {
  constexpr std::array<std::string_view, 4> kMarks = {"", "v:", "p:", "a:"};
  Analyser analyser;
  std::string shown;
  for (const Token& token : analyser.Analyse(text)) {
    if (!shown.empty()) shown += ' ';
    shown += kMarks.at(static_cast<std::size_t>(token.kind));
    shown += std::string(token.surface) + '/' + std::string(token.stem) + '@' +
             std::to_string(token.position);
  }
  return shown;
}

TEST(Analyser, AcronymsKeepTheirCapitalsBesideTheWord) {
  constexpr TextCase kCases[] = {
      {"AS", "as/as@0 a:AS/AS@0"},
      {"as As", "as/as@0 as/as@1"},
      {"PAN pan", "pan/pan@0 a:PAN/PAN@0 pan/pan@1"},
      {"KPK", "kpk/kpk@0"},  // no word that it could be taken for
      {"A", "a/a@0"},        // one letter
      {"HUTAN", "hutan/hutan@0 a:HUTAN/HUTAN@0"},
      {"BERITA", "berita/berita@0"},  // more than five: a headline
      {"AS2", "as2/as2@0"},
      {"A\u00ADS", "as/as@0"},  // with something invisible inside it is not written so
      {"di-AS", "di-as/as@0 a:AS/AS@0 v:dias/dias@0"},
  };
  ExpectShown(kCases, Forms);
}

TEST(Analyser, AWordFusedWithABoundFormIsFoundAsAPart) {
  constexpr TextCase kCases[] = {
      {"nonkekerasan", "nonkekerasan/nonkekerasan@0 p:kekerasan/keras@0"},
      {"Antarkampung itu", "antarkampung/antarkampung@0 p:kampung/kampung@0 itu/itu@1"},
      {"pascagempanya", "pascagempanya/pascagempa@0 p:gempanya/gempa@0"},
      {"prasarana", "prasarana/prasarana@0"},
      {"antar kampung", "antar/antar@0 v:antarkampung/antarkampung@0 kampung/kampung@1"},
      {"antar-kampung", "antar-kampung/kampung@0 v:antarkampung/antarkampung@0"},
  };
  ExpectShown(kCases, Forms);
}

TEST(Analyser, CompoundsApartHaveTheFusedFormAsAVariant) {
  constexpr TextCase kCases[] = {
      {"kerja sama", "kerja@0 [kerjasama@0] sama@1"},
      {"bekerja sama", "bekerja@0 [bekerjasama@0] sama@1"},
      {"kerja samanya", "kerja@0 [kerjasamanya@0] samanya@1"},
      {"Kerja\u00A0Sama", "kerja@0 [kerjasama@0] sama@1"},
      {"kerja-sama", "kerja@0 [kerjasama@0] sama@1"},
      {"kerjasama", "kerjasama@0"},
      {"unjuk rasa damai", "unjuk@0 [unjukrasa@0] rasa@1 damai@2"},
      {"sama kerja sama", "sama@0 kerja@1 [kerjasama@1] sama@2"},
      {"kerja bersama", "kerja@0 bersama@1"},
      {"kerjaan sama", "kerjaan@0 sama@1"},
      {"kerja, sama", "kerja@0 sama@1"},
      {"kerja. Sama", "kerja@0 sama@1"},
      {"kerja\nsama", "kerja@0 sama@1"},
      {"kerja\tsama", "kerja@0 sama@1"},
      {"kerja  sama", "kerja@0 sama@1"},
      {"kerja (sama)", "kerja@0 sama@1"},
      {"kerja 1 sama", "kerja@0 1@1 sama@2"},
  };
  ExpectShown(kCases, Surfaces);
}

TEST(Analyser, AVariantReachesFromTheFirstWordToTheLast) {
  Analyser analyser;
  const std::string_view text = "Ia bekerja samanya besok";
  const auto tokens = analyser.Analyse(text);
  ASSERT_EQ(tokens.size(), 5U);
  EXPECT_EQ(tokens[2].kind, Token::Kind::kVariant);
  EXPECT_EQ(text.substr(tokens[2].begin, tokens[2].end - tokens[2].begin), "bekerja samanya");
  EXPECT_EQ(tokens[2].stem, "kerjasama");
}

TEST(Analyser, OtherSpellingsHaveTheStandardOneAsAVariant) {
  constexpr TextCase kCases[] = {
      {"Soekarno", "soekarno/soekarno@0 v:sukarno/sukarno@0"},
      {"Sukarno", "sukarno/sukarno@0"},
      {"Djakarta", "djakarta/djakarta@0 v:jakarta/jakarta@0"},
      {"Achmad Akhmad Ahmad",
       "achmad/achmad@0 v:ahmad/ahmad@0 akhmad/akhmad@1 v:ahmad/ahmad@1 ahmad/ahmad@2"},
      {"mengijinkan", "mengijinkan/ijin@0 v:mengizinkan/izin@0"},
      {"mengizinkan", "mengizinkan/izin@0"},
      {"praktek", "praktek/praktek@0 v:praktik/praktik@0"},
      {"Soekarno-Hatta",
       "soekarno/soekarno@0 v:sukarno/sukarno@0 v:soekarnohatta/soekarnohatta@0 hatta/hatta@1"},
  };
  ExpectShown(kCases, Forms);
}

TEST(Analyser, WritingsOfOneNameMeet) {
  constexpr TextCase kCases[] = {
      {"Jum'at", "jumat/jumat@0"},
      {"Jumat", "jumat/jumat@0"},
      {"Al-Qur'an", "al/al@0 v:alquran/alquran@0 quran/quran@1"},
      {"Al Quran", "al/al@0 v:alquran/alquran@0 quran/quran@1"},
      {"Al Qur\u2019an", "al/al@0 v:alquran/alquran@0 quran/quran@1"},
      {"Alquran", "alquran/alquran@0"},
  };
  ExpectShown(kCases, Forms);
}

TEST(Analyser, Numbers) {
  constexpr TextCase kCases[] = {
      {"1.000 1,000 1000", "1000@0 1000@1 1000@2"},
      {"1,5 1.5", "1,5@0 1,5@1"},
      {"pukul 10.00 WIB", "pukul@0 10,00@1 wib@2"},
      {"Rp1,5 triliun", "rp@0 1,5@1 triliun@2"},
      {"Rp 1,5 triliun", "rp@0 1,5@1 triliun@2"},
      {"Rp26.500.000,-", "rp@0 26500000@1"},
      {"RP1.000", "rp@0 1000@1"},
      {"Rp.1.000", "rp@0 1000@1"},
      {"5% 5 % 5\u00A0% 5 persen", "5@0 persen@1 5@2 persen@3 5@4 persen@5 5@6 persen@7"},
      {"1,5%", "1,5@0 persen@1"},
      {"100 %s", "100@0 persen@1 s@2"},
      {"% 5", "5@0"},
      {"kata %", "kata@0"},
      {"tahun 2022.", "tahun@0 2022@1"},
      {"2022,2023", "2022,2023@0"},
      {"1.", "1@0"},
      {"1..2", "1@0 2@1"},
      {"1,5juta", "1,5@0 juta@1"},
      {"7/2/2022", "7@0 2@1 2022@2"},
      {"7.2.2022", "7.2.2022@0"},
      {"\uFF11\uFF10\uFF10\uFF10", "1000@0"},
  };
  ExpectShown(kCases, Surfaces);
}

TEST(Analyser, OffsetsCutOutTheForms) {
  constexpr TextCase kCases[] = {
      {" Harga, beras!", "Harga|beras"},    {"(e-KTP)", "e|e-KTP|KTP"},
      {"Rp1,5 naik 5%", "Rp|1,5|naik|5|%"}, {"\u201CJum\u2019at\u201D", "Jum\u2019at"},
      {"anak\u00B2.", "anak\u00B2"},        {"ber\u00ADita\u00AD lain", "ber\u00ADita|lain"},
  };
  ExpectShown(kCases, Cuts);
}

TEST(Analyser, InvisibleCharactersInsideMoneyAndPercentages) {
  constexpr TextCase kCases[] = {
      {"R\u00ADp1,5", "rp@0 1,5@1"},         {"Rp\u00AD1,5", "rp@0 1,5@1"},
      {"1\u00AD.\u00AD0\u00AD00", "1000@0"}, {"5\u00AD%", "5@0 persen@1"},
      {"5 \u200E%", "5@0 persen@1"},
  };
  ExpectShown(kCases, Surfaces);
}

TEST(Analyser, ScriptsWithoutSpacesAreCutIntoWords) {
  Analyser analyser;
  EXPECT_GT(analyser.Analyse("\u6771\u4EAC\u90FD\u77E5\u4E8B").size(), 1U);  // Tokyo's governor
  EXPECT_GT(analyser.Analyse("\u0E20\u0E32\u0E29\u0E32\u0E44\u0E17\u0E22").size(),
            1U);                                           // Thai language
  EXPECT_EQ(analyser.Analyse("\uC11C\uC6B8").size(), 1U);  // Seoul in Hangul has spaces
}

TEST(Analyser, WordsTooLongAreCountedAndLeaveNoHole) {
  Analyser analyser;
  const std::string fits(kMaxTokenCodePoints, 'a');
  const std::string over(kMaxTokenCodePoints + 1, 'a');
  EXPECT_EQ(analyser.Analyse(fits).size(), 1U);
  EXPECT_EQ(analyser.overlong(), 0U);
  EXPECT_EQ(analyser.Analyse(over).size(), 0U);
  EXPECT_EQ(analyser.overlong(), 1U);
  EXPECT_EQ(Surfaces("satu " + over + " dua"), "satu@0 dua@1");
  EXPECT_EQ(Surfaces(over + "-dua"), "dua@0");
  EXPECT_EQ(analyser.Analyse("pendek").size(), 1U);
  EXPECT_EQ(analyser.overlong(), 0U);
}

TEST(Analyser, NoTermIsLongerThanXapianTakes) {
  Analyser analyser;
  std::string wide;  // 61 code points of four bytes: few enough letters, too many bytes
  for (int i = 0; i < 61; ++i) wide += "\U00010400";
  EXPECT_EQ(analyser.Analyse(wide).size(), 0U);
  EXPECT_EQ(analyser.overlong(), 1U);
}

TEST(Analyser, FormsOfOneWordShareTheirStem) {
  EXPECT_EQ(Stems("negara-negara"), Stems("negara"));
  EXPECT_EQ(Stems("undang-undang").front(), "undang-undang");
  EXPECT_EQ(Stems("se-Indonesia").front(), Stem("indonesia"));
  EXPECT_EQ(Stems("Rp1.000"), Stems("Rp 1000"));
  EXPECT_EQ(Stems("Rp1,5 triliun"), Stems("Rp 1,5 triliun"));
  EXPECT_EQ(Stems("5%"), Stems("5 persen"));
  EXPECT_EQ(Stems("membaca"), Stems("dibaca"));
}

TEST(Analyser, OneTextDoesNotChangeTheNext) {
  Analyser analyser;
  std::vector<std::string> first;
  for (const Token& t : analyser.Analyse("Prabowo-Gibran 5%")) first.emplace_back(t.surface);
  static_cast<void>(analyser.Analyse("% prabowo gibran Prabowo -Gibran 1.000"));
  std::vector<std::string> again;
  for (const Token& t : analyser.Analyse("Prabowo-Gibran 5%")) again.emplace_back(t.surface);
  EXPECT_EQ(first, again);
}

TEST(Analyser, TheIdentityNamesTheStemmer) {
  EXPECT_NE(AnalyserIdentity().find(LexiconIdentity()), std::string_view::npos);
}

// Properties over random texts.

constexpr std::string_view kWords[] = {"harga",
                                       "beras",
                                       "Jum'at",
                                       "Al-Qur'an",
                                       "negara-negara",
                                       "ke-19",
                                       "e-KTP",
                                       "Covid-19",
                                       "anak2",
                                       "teman2nya",
                                       "1.000",
                                       "1,5",
                                       "10.00",
                                       "2-1",
                                       "Perd\u00E9",
                                       "\u00D8rsted",
                                       "anak\u00B2",
                                       "km\u00B2",
                                       "CO2",
                                       "Jum\u2019at",
                                       "KPK",
                                       "di-PHK",
                                       "Prabowo-Gibran",
                                       "tolong-menolong",
                                       "Instagram-nya",
                                       "1990-an",
                                       "a-b-c",
                                       "x"};
constexpr std::string_view kGaps[] = {" ", ", ", ". ", "\n", " - ", " (", ") ", "! ", "; "};
constexpr std::string_view kInvisible[] = {"\u00AD", "\u200E", "\u200B", "\u00AD\u200B"};

std::string RandomText(Random& random, std::span<const std::string_view> words) {
  std::string text;
  for (std::size_t count = 1 + random.Below(8); count > 0; --count) {
    text += random.Pick(words);
    text += random.Pick(kGaps);
  }
  return text;
}

bool IsInsideCharacter(std::string_view text, std::size_t at) {
  return (text[at] & 0xC0) == 0x80;
}

// The text with invisible characters between characters that no space separates.
std::string WithInvisible(Random& random, std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool between =
        at > 0 && text[at - 1] > ' ' && text[at] > ' ' && !IsInsideCharacter(text, at);
    const bool after_wide = at > 0 && (text[at - 1] & 0x80) != 0 && text[at] != ' ' &&
                            text[at] != '\n' && !IsInsideCharacter(text, at);
    if ((between || after_wide) && random.Below(4) == 0) result += random.Pick(kInvisible);
    result.push_back(text[at]);
  }
  return result;
}

// What must not change: everything of the tokens but their offsets.
std::string WithoutOffsets(Analyser& analyser, std::string_view text) {
  std::string shown;
  for (const Token& token : analyser.Analyse(text)) {
    shown += std::string(token.surface) + '/' + std::string(token.stem) + '@' +
             std::to_string(token.position) + "wvpa"[static_cast<std::size_t>(token.kind)] + ' ';
  }
  return shown;
}

TEST(AnalyserProperty, InvisibleCharactersInsideWordsChangeNothing) {
  Random random(0xAD);
  Analyser analyser;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = RandomText(random, kWords);
    const std::string sprinkled = WithInvisible(random, text);
    ASSERT_EQ(WithoutOffsets(analyser, sprinkled), WithoutOffsets(analyser, text))
        << ::testing::PrintToString(sprinkled);
  }
}

// Bits that the rules of compounds, spellings, bound forms and acronyms act on.
constexpr std::string_view kPhrases[] = {"kerja sama",
                                         "Bekerja Samanya",
                                         "tanggung jawab",
                                         "antar negara",
                                         "nonkekerasan",
                                         "Soekarno",
                                         "Achmad",
                                         "mengijinkan",
                                         "AS",
                                         "PAN",
                                         "Al Qur'an",
                                         "di mana",
                                         "bolak balik",
                                         "anak2",
                                         "Djakarta-Bandoeng",
                                         "undang-undang",
                                         "1.000",
                                         "Rp1,5",
                                         "5%"};

// Invisible characters send an ASCII word to ICU; but for capitals, which must stand together to be
// an acronym, nothing may change.
TEST(AnalyserProperty, WordsOfAsciiAreTheSameByIcu) {
  Random random(0x1C0);
  Analyser analyser;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = LowerAscii(RandomText(random, kPhrases));
    const std::string sprinkled = WithInvisible(random, text);
    ASSERT_EQ(WithoutOffsets(analyser, sprinkled), WithoutOffsets(analyser, text))
        << ::testing::PrintToString(sprinkled);
  }
}

// The same for any ASCII: a combining mark, which folding takes away, sends each word to ICU; not
// those of rp, which is money only without marks.
TEST(AnalyserProperty, AnyAsciiIsTheSameByIcu) {
  Random random(0x1C1);
  Analyser analyser;
  for (int round = 0; round < 10'000; ++round) {
    std::string text = random.Bytes(40);
    for (char& c : text) c = static_cast<char>(c & 0x7F);
    const std::string plain = LowerAscii(text);
    std::string marked;
    for (const char c : plain) {
      marked += c;
      if (IsLower(c) && c != 'r' && c != 'p') marked += "\u0301";
    }
    ASSERT_EQ(WithoutOffsets(analyser, marked), WithoutOffsets(analyser, plain))
        << ::testing::PrintToString(plain);
  }
}

TEST(AnalyserProperty, InvisibleCharactersInsideAmountsChangeNothing) {
  constexpr std::string_view kAmounts[] = {"Rp1,5", "Rp26.500", "5%", "1,5%", "RP10", "persen"};
  Random random(0x200B);
  Analyser analyser;
  for (int round = 0; round < 1000; ++round) {
    const std::string text = RandomText(random, kAmounts);
    const std::string sprinkled = WithInvisible(random, text);
    ASSERT_EQ(WithoutOffsets(analyser, sprinkled), WithoutOffsets(analyser, text))
        << ::testing::PrintToString(sprinkled);
  }
}

// What is wrong with the tokens of a text; empty if nothing.
std::string BrokenInvariant(std::string_view text, std::span<const Token> tokens) {
  std::uint32_t next = 0;
  std::uint32_t last_begin = 0;
  for (const Token& token : tokens) {
    if (token.begin >= token.end || token.end > text.size()) return "offsets out of range";
    if (token.begin < last_begin) return "offsets out of order";
    last_begin = token.begin;
    if (token.surface.empty() || token.stem.empty()) return "an empty form or stem";
    if (CodePointCount(token.surface) > kMaxTokenCodePoints) return "too many letters";
    if (token.surface.size() > kMaxTokenBytes) return "too many bytes";
    if (CodePointCount(token.stem) > kMaxTokenCodePoints + 1) return "a stem of too many letters";
    if (token.stem.size() > kMaxTokenBytes + 1) return "a stem of too many bytes";
    const bool acronym = token.kind == Token::Kind::kAcronym;
    if (!acronym && token.surface[0] >= 'A' && token.surface[0] <= 'Z') return "a capital";
    if (token.surface.find('\0') != std::string_view::npos) return "a zero byte";
    if (token.kind == Token::Kind::kWord) {
      if (token.position != next) return "a gap in the positions";
      ++next;
    } else if (next == 0 || token.position != next - 1) {
      return "a variant, a part or an acronym that does not stand at the last word";
    }
  }
  return {};
}

TEST(AnalyserProperty, InvariantsOnRandomBytes) {
  Random random(1);
  Analyser analyser;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random.Bytes(60);
    ASSERT_EQ(BrokenInvariant(text, analyser.Analyse(text)), "") << ::testing::PrintToString(text);
  }
}

TEST(AnalyserProperty, InvariantsOnRandomUtf8) {
  Random random(2);
  Analyser analyser;
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random.Utf8(60);
    ASSERT_EQ(BrokenInvariant(text, analyser.Analyse(text)), "") << ::testing::PrintToString(text);
  }
}

TEST(Analyser, TokensOfTheTextBesideAreTheSameAndLeaveTheOthersAlone) {
  const std::string title = "Jakarta Kerja Sama";
  std::string body;
  for (int i = 0; i < 3000; ++i) body += "kata" + std::to_string(i) + " kerja sama ";
  Analyser analyser;
  const auto of_title = analyser.Analyse(title);
  const auto of_body = analyser.AnalyseBeside(body);
  Analyser fresh;
  const auto expected = fresh.Analyse(body);
  ASSERT_EQ(of_body.size(), expected.size());
  EXPECT_EQ(of_body.back().surface, expected.back().surface);
  EXPECT_EQ(of_body.back().position, expected.back().position);
  ASSERT_EQ(of_title.size(), 4U);
  EXPECT_EQ(of_title.front().surface, "jakarta");
  EXPECT_EQ(of_title[2].surface, "kerjasama");
  EXPECT_EQ(of_title.back().stem, "sama");
}

TEST(AnalyserProperty, InvariantsOnWordsWithStrayPieces) {
  constexpr std::string_view kPieces[] = {
      "anak",   "2",   "-",      "'",      ".",     ",",      "%",     "Rp", " ",      "\u00AD",
      "me",     "nya", "\u0301", "\u00B2", "\xC3",  "\u4EAC", "1000",  "ke", "undang", "\u0E01",
      "\u3042", "A",   "\n",     "\u2019", "kerja", "sama",   "antar", "tj", "oe",     "AS"};
  Random random(3);
  Analyser analyser;
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t count = random.Below(12); count > 0; --count) text += random.Pick(kPieces);
    ASSERT_EQ(BrokenInvariant(text, analyser.Analyse(text)), "") << ::testing::PrintToString(text);
  }
}

TEST(AnalyserProperty, AUsedAnalyserEqualsAFreshOne) {
  constexpr std::string_view kPieces[] = {"anak", "2", "-", "'",  "\u00AD", "Rp",    "1",
                                          ".",    "%", " ", "ke", "A",      "\u4EAC"};
  Random random(4);
  Analyser used;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t count = random.Below(10); count > 0; --count) text += random.Pick(kPieces);
    Analyser fresh;
    ASSERT_EQ(WithoutOffsets(used, text), WithoutOffsets(fresh, text))
        << ::testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace warta
