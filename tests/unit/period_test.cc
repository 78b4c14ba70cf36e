#include "common/date/period.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// The first and the last day, or the error. Today is Wednesday, 9 February 2022.
std::string Show(std::string_view text) {
  const auto range = ParsePeriod(text, *MakeDate(2022, 2, 9));
  if (!range.ok()) return range.error().message;
  return FormatIso(range.value().first) + " " + FormatIso(range.value().last);
}

TEST(ParsePeriod, DaysInAnyWrittenForm) {
  constexpr TextCase kCases[] = {
      {"2022-02-07", "2022-02-07 2022-02-07"},
      {"2022/2/7", "2022-02-07 2022-02-07"},
      {"20220207", "2022-02-07 2022-02-07"},
      {"7/2/2022", "2022-02-07 2022-02-07"},
      {"07-02-2022", "2022-02-07 2022-02-07"},
      {"7 Februari 2022", "2022-02-07 2022-02-07"},
      {"  7  PEB.  2022 ", "2022-02-07 2022-02-07"},
      {"tanggal 7 Februari 2022", "2022-02-07 2022-02-07"},
      {"Senin, 7 Februari 2022", "2022-02-07 2022-02-07"},
      {"Jum'at 4 Februari 2022", "2022-02-04 2022-02-04"},
      {"Senin (7/2/2022)", "2022-02-07 2022-02-07"},
      {"7 Februari", "2022-02-07 2022-02-07"},
      {"9 Februari", "2022-02-09 2022-02-09"},
      {"10 Februari", "2021-02-10 2021-02-10"},  // not yet come
      {"29 Februari", "2020-02-29 2020-02-29"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParsePeriod, MonthsAndYears) {
  constexpr TextCase kCases[] = {
      {"2022-02", "2022-02-01 2022-02-28"},         {"2024/2", "2024-02-01 2024-02-29"},
      {"02/2022", "2022-02-01 2022-02-28"},         {"Februari 2022", "2022-02-01 2022-02-28"},
      {"bulan Des. 2021", "2021-12-01 2021-12-31"}, {"Februari", "2022-02-01 2022-02-28"},
      {"Maret", "2021-03-01 2021-03-31"},           {"2022", "2022-01-01 2022-12-31"},
      {"tahun 1998", "1998-01-01 1998-12-31"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParsePeriod, RelativeToToday) {
  constexpr TextCase kCases[] = {
      {"hari ini", "2022-02-09 2022-02-09"},     {"Kemarin", "2022-02-08 2022-02-08"},
      {"kemarin lusa", "2022-02-07 2022-02-07"}, {"minggu ini", "2022-02-07 2022-02-13"},
      {"pekan ini", "2022-02-07 2022-02-13"},    {"minggu lalu", "2022-01-31 2022-02-06"},
      {"pekan  lalu", "2022-01-31 2022-02-06"},  {"bulan ini", "2022-02-01 2022-02-28"},
      {"bulan lalu", "2022-01-01 2022-01-31"},   {"tahun ini", "2022-01-01 2022-12-31"},
      {"tahun lalu", "2021-01-01 2021-12-31"},   {"Senin", "2022-02-07 2022-02-07"},
      {"Rabu lalu", "2022-02-02 2022-02-02"},    {"Minggu", "2022-02-06 2022-02-06"},
      {"Jumat", "2022-02-04 2022-02-04"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParsePeriod, CountedUnits) {
  constexpr TextCase kCases[] = {
      {"7 hari terakhir", "2022-02-03 2022-02-09"},
      {"1 hari terakhir", "2022-02-09 2022-02-09"},
      {"dua minggu terakhir", "2022-01-27 2022-02-09"},
      {"sepekan terakhir", "2022-02-03 2022-02-09"},
      {"sebulan terakhir", "2022-01-10 2022-02-09"},
      {"3 bulan terakhir", "2021-11-10 2022-02-09"},
      {"setahun terakhir", "2021-02-10 2022-02-09"},
      {"3 hari lalu", "2022-02-06 2022-02-06"},
      {"tiga hari yang lalu", "2022-02-06 2022-02-06"},
      {"2 pekan lalu", "2022-01-24 2022-01-30"},
      {"3 bulan lalu", "2021-11-01 2021-11-30"},
      {"2 tahun lalu", "2020-01-01 2020-12-31"},
      {"setahun lalu", "2021-01-01 2021-12-31"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParsePeriod, AMonthBackFromItsLastDay) {
  const auto range = ParsePeriod("sebulan terakhir", *MakeDate(2022, 3, 31));
  ASSERT_TRUE(range.ok());
  EXPECT_EQ(FormatIso(range.value().first), "2022-03-01");
}

TEST(ParsePeriod, Ranges) {
  constexpr TextCase kCases[] = {
      {"2022-02-01..2022-02-07", "2022-02-01 2022-02-07"},
      {"2021..Februari 2022", "2021-01-01 2022-02-28"},
      {"7/2/2022 .. hari ini", "2022-02-07 2022-02-09"},
      {"2022-02..", "2022-02-01 2199-12-31"},
      {"..2021", "1900-01-01 2021-12-31"},
      {"2022..2021", "2022..2021 ends before it begins"},
      {"2022-02-31..2022-03-07", "2022-02-31 is no day"},
      {"2022..kapan", "'kapan' is no day, month, year or period"},
      {"..", "a period is missing"},
      {"1..2..3", "'1' is no day, month, year or period"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParsePeriod, ErrorsNameWhatIsWrong) {
  constexpr TextCase kCases[] = {
      {"31 Februari 2022", "31 Februari 2022 is no day"},
      {"2022-02-30", "2022-02-30 is no day"},
      {"2/13/2022", "2/13/2022 is no day"},
      {"31 Februari", "31 Februari is no day"},
      {"2022-13", "2022-13 is no month"},
      {"1845", "1845 is not in the years 1900 to 2199"},
      {"Selasa, 7 Februari 2022", "7 Februari 2022 is not on that weekday"},
      {"", "a period is missing"},
      {"  ", "a period is missing"},
      {"besok", "'besok' is no day, month, year or period"},
      {"hari lalu", "'hari lalu' is no day, month, year or period"},
      {"0 hari terakhir", "'0 hari terakhir' is no day, month, year or period"},
      {"9999 tahun lalu", "'9999 tahun lalu' is no day, month, year or period"},
      {"7 Februari 2022 pagi", "'7 Februari 2022 pagi' is no day, month, year or period"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParsePeriodProperty, ADayIsThePeriodOfItself) {
  Random random(24);
  const Date today = *MakeDate(2022, 2, 9);
  for (int round = 0; round < 3000; ++round) {
    const auto date = AddDays(kFirstDate, static_cast<int>(random.Below(109'572)));
    for (const std::string& text :
         {FormatIso(*date), FormatCompact(*date), FormatIndonesian(*date)}) {
      const auto range = ParsePeriod(text, today);
      ASSERT_TRUE(range.ok()) << text;
      ASSERT_EQ(range.value(), (DateRange{*date, *date})) << text;
    }
  }
}

TEST(ParsePeriodProperty, RandomTextIsARangeInOrderOrAnError) {
  Random random(25);
  constexpr std::string_view kPieces[] = {
      "2022",     "7",     "..", "-",  "/",     " ",     "hari",  "minggu", "lalu", "terakhir",
      "Februari", "Senin", "(",  "se", "bulan", "tahun", "99999", "ini",    "yang", "\u00A0"};
  for (int round = 0; round < 50'000; ++round) {
    std::string text = random.Below(10) == 0 ? random.Bytes(20) : "";
    for (std::size_t i = random.Below(7); i > 0; --i) text += random.Pick(kPieces);
    const auto range = ParsePeriod(text, *MakeDate(2022, 2, 9));
    if (range.ok()) {
      ASSERT_TRUE(range.value().first.ok() && range.value().last.ok()) << text;
      ASSERT_LE(range.value().first, range.value().last) << text;
    } else {
      ASSERT_NE(range.error().message, "") << text;
    }
  }
}

}  // namespace
}  // namespace warta
