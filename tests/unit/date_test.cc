#include "common/date.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string Show(const std::optional<Date>& date) {
  return date ? FormatIso(*date) : "none";
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

TEST(AddDays, OverMonthsAndYearsButNotOutOfThem) {
  EXPECT_EQ(Show(AddDays(*MakeDate(2022, 2, 28), 1)), "2022-03-01");
  EXPECT_EQ(Show(AddDays(*MakeDate(2024, 2, 28), 1)), "2024-02-29");
  EXPECT_EQ(Show(AddDays(*MakeDate(2022, 1, 1), -1)), "2021-12-31");
  EXPECT_EQ(Show(AddDays(*MakeDate(2022, 2, 7), 0)), "2022-02-07");
  EXPECT_EQ(Show(AddDays(*MakeDate(2199, 12, 31), 1)), "none");
  EXPECT_EQ(Show(AddDays(*MakeDate(1900, 1, 1), -1)), "none");
}

TEST(AddDaysProperty, DaysBetweenIsTheOtherWay) {
  Random random(21);
  for (int round = 0; round < 1000; ++round) {
    const Date date = *MakeDate(2000 + static_cast<int>(random.Below(50)),
                                1 + static_cast<int>(random.Below(12)), 1);
    const int days = static_cast<int>(random.Below(10'000)) - 5'000;
    EXPECT_EQ(DaysBetween(date, *AddDays(date, days)), days);
  }
}

TEST(FormatDate, FourForms) {
  const Date date = *MakeDate(2022, 2, 7);
  EXPECT_EQ(FormatIso(date), "2022-02-07");
  EXPECT_EQ(FormatCompact(date), "20220207");
  EXPECT_EQ(FormatEnglish(date), "7 February 2022");
  EXPECT_EQ(FormatEnglish(*MakeDate(2019, 12, 31)), "31 December 2019");
  EXPECT_EQ(FormatIndonesian(date), "7 Februari 2022");
  EXPECT_EQ(FormatIndonesian(*MakeDate(2019, 12, 31)), "31 Desember 2019");
}

}  // namespace
}  // namespace warta
