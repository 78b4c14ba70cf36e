#include "common/text/mojibake.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/utf8.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string Repaired(std::string_view text) {
  std::string repaired(text);
  const bool changed = RepairMojibake(repaired);
  EXPECT_EQ(changed, repaired != text) << text;
  return repaired;
}

// The text in UTF-8, taken for windows-1252.
std::string Mojibake(std::string_view text) {
  std::string garbled;
  for (const char c : text)
    AppendUtf8(Windows1252ToUnicode(static_cast<unsigned char>(c)), garbled);
  return garbled;
}

TEST(RepairMojibake, OneSequenceThatNoTextHasByItself) {
  constexpr TextCase kCases[] = {
      {"â€œBanjir surut,â€\u009D kata Ratna", "“Banjir surut,” kata Ratna"},
      {"Jumâ€™at", "Jum’at"},
      {"JUMâ€™AT", "JUM’AT"},
      {"2019â€“2024", "2019–2024"},
      {"tunggu â€¦", "tunggu …"},
      {"â‚¬5 atau 5 â‚¬", "€5 atau 5 €"},
      {"Merekâ„¢", "Merek™"},
      {"lucu ðŸ˜€", "lucu \U0001F600"},
      {"ï»¿Judul", "\uFEFFJudul"},
      {"cinta â\u009D¤", "cinta \u2764"},
      {"MARÃ\u008DA", "MARÍA"},
      {"rusak ï¿½", "rusak \uFFFD"},
      {"\u00E2\u0080\u009Ckata\u00E2\u0080\u009D", "“kata”"},  // read as iso-8859-1
  };
  ExpectShown(kCases, Repaired);
}

TEST(RepairMojibake, OneLetterInsideAWord) {
  constexpr TextCase kCases[] = {
      {"cafÃ©", "café"},
      {"cafÃ© itu", "café itu"},
      {"PelÃ© dan SÃ£o Paulo", "Pelé dan São Paulo"},
      {"ErdoÄŸan", "Erdoğan"},
      {"MalmÃ¶", "Malmö"},
      {"voilÃ\u00A0", "voilà"},
      {"Mesut Ã–zil", "Mesut Özil"},
      {"Ã‰mile", "Émile"},
      {"VIÃ‘ALES", "VIÑALES"},
      {"DÃ\u00ADaz", "Díaz"},
      {"3Ã—24 jam", "3×24 jam"},
      {"KovaÄ\u008D", "Kovač"},
      {"Å¡koda", "škoda"},
  };
  ExpectShown(kCases, Repaired);
}

TEST(RepairMojibake, SignsOfLatin1) {
  constexpr TextCase kCases[] = {
      {"100Â°C", "100°C"},
      {"Â© 2022 Warta", "© 2022 Warta"},
      {"kataÂ\u00A0kata", "kata\u00A0kata"},
      {"selesai.Â\u00A0", "selesai.\u00A0"},
      {"5 Â± 2", "5 ± 2"},
      {"lebar 3 mÂ²", "lebar 3 m²"},
      {"COÂ²", "CO²"},
      {"usia â‰¥ 18", "usia ≥ 18"},
  };
  ExpectShown(kCases, Repaired);
}

TEST(RepairMojibake, SeveralTogether) {
  constexpr TextCase kCases[] = {
      {"CAFÃ‰ di â€œKOTAâ€\u009D", "CAFÉ di “KOTA”"},
      {"kata Ð´Ð° itu", "kata да itu"},
      {"“Ð´Ð°Ð½Ð½Ñ‹Ðµ” kata “dia”", "“данные” kata “dia”"},
      {"Ø§Ù„Ø³Ù„Ø§Ù…", "السلام"},
      {"ä¸\u00ADå›½", "中国"},
  };
  ExpectShown(kCases, Repaired);
}

TEST(RepairMojibake, GenuineTextStays) {
  constexpr std::string_view kTexts[] = {"São Paulo",
                                         "Ârizona",
                                         "é",
                                         "naïve",
                                         "Ã",
                                         "huruf Ã dan Â",
                                         "Ã ",
                                         "“Ã”",
                                         "CAFÉ™",
                                         "NESTLÉ®",
                                         "“kafé”—kata Ratna",
                                         "PERÚ” lalu",
                                         "MANHÃ” lalu",
                                         "IRMÃ»",
                                         "NESTLÉ’s",
                                         "É’s",
                                         "Ø±5 mm",
                                         "huruf «Â»",
                                         "«Â\u00A0»",
                                         "Curaçao, Zoë, Noël, Čech",
                                         "Jum’at – “ya”…",
                                         "TOKYOÂ©",
                                         "CAFÉ™ dan NESTLÉ®",
                                         "café”… lalu olé”…",
                                         "Rp5.000 per m²",
                                         "3 × 4 ÷ 2",
                                         "naïve—",
                                         "50 °C ±2",
                                         "PRÉ–PILIHAN",
                                         "Ó’Brien",
                                         "Ô",
                                         "Ð",
                                         "Ñ“kata”"};
  for (const std::string_view text : kTexts) EXPECT_EQ(Repaired(text), text);
}

TEST(RepairMojibake, WhatIsBrokenBeyondRecoveryStays) {
  constexpr std::string_view kTexts[] = {"â€?",    "â€",       "â€ kata", "Ã kata",
                                         "Â kata", "â€\uFFFD", "ðŸ˜",     "Ã\uFFFD"};
  for (const std::string_view text : kTexts) EXPECT_EQ(Repaired(text), text);
}

TEST(RepairMojibake, GenuineAndBrokenInOneText) {
  constexpr TextCase kCases[] = {
      {"“cafÃ©” dan café", "“café” dan café"},
      {"São Paulo\nSÃ£o Paulo\nCAFÉ™", "São Paulo\nSão Paulo\nCAFÉ™"},
      {"“Ã‰” dan Ã©", "“Ã‰” dan Ã©"},
  };
  ExpectShown(kCases, Repaired);
}

TEST(RepairMojibake, ArticlesSurviveTheWayThereAndBack) {
  constexpr std::string_view kTexts[] = {
      "“Warga sudah pulang,” kata Camat Wonoayu, Jum’at (4/2).\nSuhu 31°C – 33°C…\n",
      "Pelé, Özil, dan Erdoğan bertemu di Kafé São Paulo\n“Luar biasa!” ujar Noël.",
      "• Beras naik 5%\n• Gula tetap\n",
  };
  for (const std::string_view text : kTexts) {
    EXPECT_EQ(Repaired(Mojibake(text)), text);
    EXPECT_EQ(Repaired(text), text);
  }
}

TEST(RepairMojibake, WhateverComesInStaysWellFormedAndDoesNotGrow) {
  Random random(32);
  for (int round = 0; round < 5000; ++round) {
    const std::string text = round % 2 == 0 ? random.Utf8(30) : Mojibake(random.Utf8(30));
    const std::string repaired = Repaired(text);
    ASSERT_TRUE(IsValidUtf8(repaired)) << ::testing::PrintToString(text);
    ASSERT_LE(repaired.size(), text.size());
  }
}

}  // namespace
}  // namespace warta
