#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/date/mention.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string ShowDay(const DateMention& mention) {
  const int year = mention.year.value_or(2000);
  if (mention.day == 0) return FormatIso(*MakeDate(year, mention.month, 1)).substr(0, 7);
  const std::string day = FormatIso(*MakeDate(year, mention.month, mention.day));
  return mention.year ? day : day.substr(5);
}

// Each date with the text it stands in, and n(umeric), p(arenthesised), w(eekday before it).
std::string ShowMentions(std::string_view text) {
  std::string shown;
  for (const DateMention& mention : FindDates(text)) {
    if (!shown.empty()) shown += "; ";
    shown += ShowDay(mention) + " [" +
             std::string(text.substr(mention.begin, mention.end - mention.begin)) + "]";
    if (mention.numeric) shown += " n";
    if (mention.parenthesised) shown += " p";
    if (mention.weekday) shown += " w" + std::to_string(mention.weekday->c_encoding());
  }
  return shown;
}

TEST(FindDates, FormsInUse) {
  constexpr TextCase kCases[] = {
      {"Jakarta, Senin (7/2/2022).", "2022-02-07 [7/2/2022] n p w1"},
      {"Senin, 7 Februari 2022", "2022-02-07 [7 Februari 2022] w1"},
      {"Jumat 4 Februari 2022", "2022-02-04 [4 Februari 2022] w5"},
      {"Jum'at, 4 Februari 2022", "2022-02-04 [4 Februari 2022] w5"},
      {"Ahad (6/2/2022)", "2022-02-06 [6/2/2022] n p w0"},
      {"pada 4 Feb 2022 lalu", "2022-02-04 [4 Feb 2022]"},
      {"4 Feb. 2022", "2022-02-04 [4 Feb. 2022]"},
      {"9/10/2019", "2019-10-09 [9/10/2019] n"},  // the day comes first
      {"(07/02/2022)", "2022-02-07 [07/02/2022] n p"},
      {"(7/2/2022 pagi)", "2022-02-07 [7/2/2022] n"},
      {"17 AGUSTUS 1945", "1945-08-17 [17 AGUSTUS 1945]"},
      {"7-2-2022 dan 07.02.2022.", "2022-02-07 [7-2-2022] n; 2022-02-07 [07.02.2022] n"},
      {"sejak 2022-02-07T10:15", "2022-02-07 [2022-02-07] n"},
      {"7 Februari, 2022", "2022-02-07 [7 Februari, 2022]"},
      {"7-Feb-2022", "2022-02-07 [7-Feb-2022]"},
      {"28 Oktober 1928 dan 17 Agustus 1945",
       "1928-10-28 [28 Oktober 1928]; 1945-08-17 [17 Agustus 1945]"},
  };
  ExpectShown(kCases, ShowMentions);
}

TEST(FindDates, WithoutAYear) {
  constexpr TextCase kCases[] = {
      {"Senin (7/2).", "02-07 [7/2] n p w1"},
      {"Senin 7/2 malam", "02-07 [7/2] n w1"},
      {"Jumat (4/2) malam", "02-04 [4/2] n p w5"},
      {"kemarin (7/2)", "02-07 [7/2] n p"},
      {"pada 4 Februari lalu", "02-04 [4 Februari]"},
      {"Jumat, 4 Feb, ia", "02-04 [4 Feb] w5"},
      {"29 Februari", "02-29 [29 Februari]"},
      {"ia punya 4 Jan di kantor", ""},  // an abbreviation only behind a weekday
      {"Senin (31/2)", ""},
      {"Senin (7/13)", ""},
  };
  ExpectShown(kCases, ShowMentions);
}

TEST(FindDates, AShortYearBehindAWeekday) {
  constexpr TextCase kCases[] = {
      {"Senin (7/2/22)", "2022-02-07 [7/2/22] n p w1"},
      {"rasio 7/2/22", ""},
      {"Senin 7.2.22", ""},
  };
  ExpectShown(kCases, ShowMentions);
}

TEST(FindDates, Months) {
  constexpr TextCase kCases[] = {
      {"sejak Februari 2022", "2022-02 [Februari 2022]"},
      {"pada Des 2021", "2021-12 [Des 2021]"},
      {"Februari 2022-2023", ""},
      {"xFebruari 2022", ""},
      {"mei1 2022", ""},
      {"Februari 1745", ""},
      {"Februari 20225", ""},
  };
  ExpectShown(kCases, ShowMentions);
}

TEST(FindDates, RangesShareMonthAndYear) {
  constexpr TextCase kCases[] = {
      {"4-5 Februari 2022", "2022-02-04 [4]; 2022-02-05 [5 Februari 2022]"},
      {"4 \u2013 5 Februari 2022", "2022-02-04 [4]; 2022-02-05 [5 Februari 2022]"},
      {"4 hingga 5 Februari", "02-04 [4]; 02-05 [5 Februari]"},
      {"4 dan 5 Februari 2022", "2022-02-04 [4]; 2022-02-05 [5 Februari 2022]"},
      {"(5-7/2/2022)", "2022-02-05 [5] n; 2022-02-07 [7/2/2022] n"},
      {"28 Februari - 3 Maret 2022", "2022-02-28 [28 Februari]; 2022-03-03 [3 Maret 2022]"},
      {"30 Desember sampai 2 Januari 2022",
       "2021-12-30 [30 Desember]; 2022-01-02 [2 Januari 2022]"},
      {"Kamis-Jumat (3-4/2/2022)", "2022-02-03 [3] n; 2022-02-04 [4/2/2022] n"},
      {"5-4 Februari 2022", ""},  // a result
      {"menang 2-1 pada 4 Februari 2022", "2022-02-04 [4 Februari 2022]"},
  };
  ExpectShown(kCases, ShowMentions);
}

TEST(FindDates, PartsOfTheDayBetweenWeekdayAndDate) {
  constexpr TextCase kCases[] = {
      {"Senin malam (7/2/2022)", "2022-02-07 [7/2/2022] n p w1"},
      {"Selasa dini hari (8/2)", "02-08 [8/2] n p w2"},
      {"Senin kemarin, 7 Februari 2022", "2022-02-07 [7 Februari 2022] w1"},
      {"Senin tanggal 7 Februari 2022", "2022-02-07 [7 Februari 2022] w1"},
      {"Senin\n(7/2/2022)", "2022-02-07 [7/2/2022] n p w1"},
      {"Minggu (6/2)", "02-06 [6/2] n p w0"},
      {"minggu lalu (6/2)", "02-06 [6/2] n p"},  // a week
      {"Senin besar (7/2/2022)", "2022-02-07 [7/2/2022] n p"},
  };
  ExpectShown(kCases, ShowMentions);
}

TEST(FindDates, TypographicApostropheInTheWeekday) {
  constexpr TextCase kCases[] = {
      {"Jum\u2019at (4/2/2022)", "2022-02-04 [4/2/2022] n p w5"},
  };
  ExpectShown(kCases, ShowMentions);
}

TEST(FindDates, AnyWhiteSpaceInTheDate) {
  constexpr TextCase kCases[] = {
      {"Senin,\u00A07\u00A0Februari\u00A02022", "2022-02-07 [7\u00A0Februari\u00A02022] w1"},
      {"7\nFebruari\n2022", "2022-02-07 [7\nFebruari\n2022]"},
      {"7  Februari \t2022", "2022-02-07 [7  Februari \t2022]"},
  };
  ExpectShown(kCases, ShowMentions);
}

TEST(FindDates, MonthsInAllSpellings) {
  constexpr TextCase kCases[] = {
      {"1 Jan 2020", "01"}, {"1 Pebruari 2020", "02"}, {"1 Peb 2020", "02"},
      {"1 Mar 2020", "03"}, {"1 Mrt 2020", "03"},      {"1 Apr 2020", "04"},
      {"1 Mei 2020", "05"}, {"1 May 2020", "05"},      {"1 Jun 2020", "06"},
      {"1 Jul 2020", "07"}, {"1 Agu 2020", "08"},      {"1 Agt 2020", "08"},
      {"1 Ags 2020", "08"}, {"1 Agust 2020", "08"},    {"1 Aug 2020", "08"},
      {"1 Sep 2020", "09"}, {"1 Sept 2020", "09"},     {"1 Okt 2020", "10"},
      {"1 Oct 2020", "10"}, {"1 Nop 2020", "11"},      {"1 Nopember 2020", "11"},
      {"1 Nov 2020", "11"}, {"1 Des 2020", "12"},      {"1 dec. 2020", "12"},
  };
  ExpectShown(kCases, [](std::string_view text) {
    const auto found = FindDates(text);
    return found.size() == 1 ? FormatIso(*found[0].date()).substr(5, 2) : "none";
  });
}

TEST(FindDates, WhatLooksLikeADate) {
  constexpr TextCase kCases[] = {
      {"31/2/2022", ""},
      {"32 Januari 2022", ""},
      {"7/13/2022", ""},
      {"2/13/2022", ""},  // month first only in fields
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
      {"menang 2-1", ""},
      {"menang (2-1)", ""},
      {"1/2 gelas", ""},
      {"bagian (1/2)", ""},
      {"UU No 11/2020", ""},
      {"putusan 12/PUU-XVIII/2020", ""},
      {"pasal 27/3", ""},
      {"telepon 021-7-2-2022", ""},
      {"0812-3456-7890", ""},
      {"2022-02-071", ""},
      {"12022-02-07", ""},
      {"pukul 10.00 WIB", ""},
      {"", ""},
  };
  ExpectShown(kCases, ShowMentions);
}

struct YearCase {
  std::string_view input;
  int year, month, day;  // of the text
  std::string_view shown;
};
void PrintTo(const YearCase& c, std::ostream* out) {
  *out << "for input " << ::testing::PrintToString(c.input) << " in a text of " << c.year;
}

TEST(ResolveYear, TheNearestAndOfThoseTheOneWithTheWeekday) {
  constexpr YearCase kCases[] = {
      {"4 Februari", 2022, 2, 7, "2022-02-04"},      {"31 Desember", 2022, 1, 2, "2021-12-31"},
      {"2 Januari", 2021, 12, 31, "2022-01-02"},     {"29 Februari", 2022, 2, 7, "2020-02-29"},
      {"Senin (7/2)", 2022, 2, 8, "2022-02-07"},     {"Senin (7/2)", 2023, 3, 1, "2022-02-07"},
      {"Senin (7/2)", 2018, 3, 1, "2022-02-07"},     {"Senin (29/2)", 2022, 3, 1, "2016-02-29"},
      {"7 Februari 2022", 1999, 3, 1, "2022-02-07"}, {"Februari 2022", 2022, 3, 1, "none"},
  };
  for (const YearCase& c : kCases) {
    const auto mentions = FindDates(c.input);
    ASSERT_EQ(mentions.size(), 1U) << ::testing::PrintToString(c);
    const auto date = ResolveYear(mentions[0], *MakeDate(c.year, c.month, c.day));
    EXPECT_EQ(date ? FormatIso(*date) : "none", c.shown) << ::testing::PrintToString(c);
  }
}

TEST(FindDatesProperty, MentionsStandInOrderInTheTextAndAreDays) {
  Random random(26);
  constexpr std::string_view kPieces[] = {
      "2022", "7",   "31",       "/",  "-",  ".",   " ", "(",      ")",      "Senin",  ",",
      "Mei",  "Feb", "Februari", "\n", "12", "dan", "a", "\u2013", "\u00A0", "kemarin"};
  for (int round = 0; round < 50'000; ++round) {
    std::string text = random.Below(10) == 0 ? random.Bytes(30) : "";
    for (std::size_t i = random.Below(14); i > 0; --i) text += random.Pick(kPieces);
    std::size_t end = 0;
    for (const DateMention& mention : FindDates(text)) {
      ASSERT_LE(end, mention.begin) << text;
      ASSERT_LT(mention.begin, mention.end) << text;
      ASSERT_LE(mention.end, text.size()) << text;
      end = mention.end;
      const int day = mention.day == 0 ? 1 : mention.day;
      ASSERT_TRUE(MakeDate(mention.year.value_or(2000), mention.month, day)) << text;
      if (mention.day > 0) {
        ASSERT_TRUE(ResolveYear(mention, *MakeDate(2022, 2, 7))) << text;
      }
    }
  }
}

}  // namespace
}  // namespace warta
