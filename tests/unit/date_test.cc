#include "common/date.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string Show(const std::optional<Date>& date) {
  return date ? FormatIso(*date) : "none";
}

// Each date with the text it stands in, and n(umeric), p(arenthesised), w(eekday before it).
std::string ShowMentions(std::string_view text) {
  std::string shown;
  for (const DateMention& mention : FindDates(text)) {
    if (!shown.empty()) shown += "; ";
    shown += FormatIso(mention.date) + " [" +
             std::string(text.substr(mention.begin, mention.end - mention.begin)) + "]";
    if (mention.numeric) shown += " n";
    if (mention.parenthesised) shown += " p";
    if (mention.after_weekday) shown += " w";
  }
  return shown;
}

struct DayCase {
  int year, month, day;
  std::string_view shown;
};
void PrintTo(const DayCase& c, std::ostream* out) {
  *out << "for " << c.year << '/' << c.month << '/' << c.day;
}

TEST(MakeDate, OnlyRealDaysOfTheYears1900To2199) {
  constexpr DayCase kCases[] = {
      {2022, 2, 7, "2022-02-07"},  {1900, 1, 1, "1900-01-01"}, {2199, 12, 31, "2199-12-31"},
      {1899, 12, 31, "none"},      {2200, 1, 1, "none"},       {2024, 2, 29, "2024-02-29"},
      {2023, 2, 29, "none"},       {1900, 2, 29, "none"},  // a century that is no leap year
      {2000, 2, 29, "2000-02-29"}, {2022, 4, 31, "none"},      {2022, 0, 1, "none"},
      {2022, 13, 1, "none"},       {2022, 1, 0, "none"},       {2022, 1, 32, "none"},
      {2022, -1, 1, "none"},       {2022, 1, -1, "none"},      {0, 1, 1, "none"},
      {-2022, 1, 1, "none"},
  };
  for (const DayCase& c : kCases)
    EXPECT_EQ(Show(MakeDate(c.year, c.month, c.day)), c.shown) << ::testing::PrintToString(c);
}

TEST(MakeDate, NumbersThatWrapAroundABytesAreNoDays) {
  constexpr DayCase kCases[] = {
      {2022, 257, 1, "none"},
      {2022, 1, 257, "none"},
      {2022, -255, 1, "none"},
      {65536 + 2022, 1, 1, "none"},
  };
  for (const DayCase& c : kCases)
    EXPECT_EQ(Show(MakeDate(c.year, c.month, c.day)), c.shown) << ::testing::PrintToString(c);
}

TEST(ParseIsoDate, IgnoresWhatFollowsAndRefusesOtherForms) {
  constexpr TextCase kCases[] = {
      {"2022-02-07", "2022-02-07"},
      {"2022-02-07T08:30:00+07:00", "2022-02-07"},
      {"2022-02-07 08:30 WIB", "2022-02-07"},
      {"2022-02-30", "none"},
      {"2022-2-7", "none"},
      {"22-02-07", "none"},
      {"02022-02-07", "none"},
      {"2022-02-071", "none"},
      {"2022/02/07", "none"},
      {"20220207", "none"},
      {" 2022-02-07", "none"},
      {"7 Februari 2022", "none"},
      {"2022-02", "none"},
      {"2022-02-", "none"},
      {"", "none"},
  };
  ExpectShown(kCases, [](std::string_view text) { return Show(ParseIsoDate(text)); });
}

TEST(FormatDate, ThreeForms) {
  const Date date = *MakeDate(2022, 2, 7);
  EXPECT_EQ(FormatIso(date), "2022-02-07");
  EXPECT_EQ(FormatCompact(date), "20220207");
  EXPECT_EQ(FormatIndonesian(date), "7 Februari 2022");
  EXPECT_EQ(FormatIndonesian(*MakeDate(2019, 12, 31)), "31 Desember 2019");
}

TEST(FindDateInPath, WholeFoldersOnly) {
  constexpr TextCase kCases[] = {
      {"https://berita.example/2022/02/07/banjir", "2022-02-07"},
      {"/2022/02/07/", "2022-02-07"},
      {"2022/02/07/01.txt", "2022-02-07"},
      {"arsip/2022/2/7", "2022-02-07"},
      {"arsip/2022/02/7/x", "2022-02-07"},
      {"arsip/2022/02/31/x", "none"},
      {"a/2022/13/01/2021/05/06/x", "2021-05-06"},
      {"a/2020/01/02/2021/05/06/x", "2020-01-02"},
      {"a/2022/02/x", "none"},
      {"a/2022/02/07.txt", "none"},
      {"a/12022/02/07/x", "none"},
      {"a/x2022/02/07/x", "none"},
      {"a/2022/02/007/x", "none"},
      {"a/07/02/2022/x", "none"},
      {"2022-02-07", "none"},
      {"", "none"},
  };
  ExpectShown(kCases, [](std::string_view path) { return Show(FindDateInPath(path)); });
}

TEST(FindDateInPath, TheQueryOfAUrlEndsItsPath) {
  constexpr TextCase kCases[] = {
      {"https://berita.example/2022/02/07?page=2", "2022-02-07"},
      {"https://berita.example/2022/02/07#komentar", "2022-02-07"},
  };
  ExpectShown(kCases, [](std::string_view path) { return Show(FindDateInPath(path)); });
}

TEST(FindDates, FormsInUse) {
  constexpr TextCase kCases[] = {
      {"Jakarta, Senin (7/2/2022).", "2022-02-07 [7/2/2022] n p w"},
      {"Senin, 7 Februari 2022", "2022-02-07 [7 Februari 2022] w"},
      {"Jumat 4 Februari 2022", "2022-02-04 [4 Februari 2022] w"},
      {"Jum'at, 4 Februari 2022", "2022-02-04 [4 Februari 2022] w"},
      {"Ahad (6/2/2022)", "2022-02-06 [6/2/2022] n p w"},
      {"pada 4 Feb 2022 lalu", "2022-02-04 [4 Feb 2022]"},
      {"4 Feb. 2022", "2022-02-04 [4 Feb. 2022]"},
      {"9/10/2019", "2019-10-09 [9/10/2019] n"},  // the day comes first
      {"(07/02/2022)", "2022-02-07 [07/02/2022] n p"},
      {"(7/2/2022 pagi)", "2022-02-07 [7/2/2022] n"},
      {"17 AGUSTUS 1945", "1945-08-17 [17 AGUSTUS 1945]"},
      {"28 Oktober 1928 dan 17 Agustus 1945",
       "1928-10-28 [28 Oktober 1928]; 1945-08-17 [17 Agustus 1945]"},
  };
  ExpectShown(kCases, ShowMentions);
}

TEST(FindDates, TypographicApostropheInTheWeekday) {
  constexpr TextCase kCases[] = {
      {"Jum\u2019at (4/2/2022)", "2022-02-04 [4/2/2022] n p w"},
  };
  ExpectShown(kCases, ShowMentions);
}

TEST(FindDates, NoBreakSpaceInTheDate) {
  constexpr TextCase kCases[] = {
      {"Senin,\u00A07\u00A0Februari\u00A02022", "2022-02-07 [7\u00A0Februari\u00A02022] w"},
  };
  ExpectShown(kCases, ShowMentions);
}

TEST(FindDates, MonthsInAllSpellings) {
  constexpr TextCase kCases[] = {
      {"1 Jan 2020", "01"},   {"1 Pebruari 2020", "02"}, {"1 Peb 2020", "02"},
      {"1 Mar 2020", "03"},   {"1 Apr 2020", "04"},      {"1 Mei 2020", "05"},
      {"1 May 2020", "05"},   {"1 Jun 2020", "06"},      {"1 Jul 2020", "07"},
      {"1 Agu 2020", "08"},   {"1 Agt 2020", "08"},      {"1 Ags 2020", "08"},
      {"1 Agust 2020", "08"}, {"1 Sep 2020", "09"},      {"1 Sept 2020", "09"},
      {"1 Okt 2020", "10"},   {"1 Nop 2020", "11"},      {"1 Nopember 2020", "11"},
      {"1 Nov 2020", "11"},   {"1 Des 2020", "12"},
  };
  ExpectShown(kCases, [](std::string_view text) {
    const auto found = FindDates(text);
    return found.size() == 1 ? FormatIso(found[0].date).substr(5, 2) : "none";
  });
}

TEST(FindDates, WhatLooksLikeADate) {
  constexpr TextCase kCases[] = {
      {"4 Februari", ""},  // no year
      {"Senin (7/2)", ""},
      {"Februari 2022", ""},
      {"31/2/2022", ""},
      {"32 Januari 2022", ""},
      {"7/13/2022", ""},
      {"nomor 17/7/2/2022", ""},
      {"7/2/20225", ""},
      {"7/2/22", ""},
      {"v1.7/2/2022", ""},
      {"B7/2/2022", ""},
      {"123 Januari 2022", ""},
      {"7 Januarii 2022", ""},
      {"7 kucing 2022", ""},
      {"1 Januari 1899", ""},
      {"7/", ""},
      {"7 Feb", ""},
      {"", ""},
  };
  ExpectShown(kCases, ShowMentions);
}

TEST(FindPublicationDate, NothingIsPublishedInTheFuture) {
  const std::string_view text =
      "Konser digelar Sabtu (9/3/2030), kata promotor, Senin, 4 Februari 2019.";
  EXPECT_EQ(Show(FindPublicationDate(text)), "2030-03-09");
  EXPECT_EQ(Show(FindPublicationDate(text, MakeDate(2019, 2, 5))), "2019-02-04");
}

TEST(FindPublicationDate, ParenthesisedFirstThenLatestAfterAWeekday) {
  constexpr TextCase kCases[] = {
      {"Rapat itu digelar Jumat, 4 Februari 2022, kata dia, Senin (7/2/2022).", "2022-02-07"},
      {"Kata dia, Senin (7/2/2022). Pada Selasa (8/2/2022) ia pergi.", "2022-02-07"},
      {"Pada Jumat, 4 Februari 2022 dan Senin, 7 Februari 2022 dan Sabtu 5 Februari 2022.",
       "2022-02-07"},
      {"Habibie (25/6/1936) wafat Rabu (11/9/2019).", "2019-09-11"},
      {"Kabar itu beredar (11/9/2019).", "2019-09-11"},
      {"Proklamasi dibacakan pada 17 Agustus 1945.", "none"},
      {"Ia lahir 17/8/1945.", "none"},
      {"Tidak ada tanggal.", "none"},
      {"", "none"},
  };
  ExpectShown(kCases, [](std::string_view text) { return Show(FindPublicationDate(text)); });
}

}  // namespace
}  // namespace warta
