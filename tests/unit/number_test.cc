#include "common/text/number.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/text_case.h"

namespace warta {
namespace {

TEST(IsNumber, DigitsWithSingleSignsBetweenThem) {
  constexpr TextCase kCases[] = {
      {"0", "yes"},     {"007", "yes"},      {"1.000", "yes"},       {"1,5", "yes"},
      {"10:00", "yes"}, {"7.2.2022", "yes"}, {"192.168.1.1", "yes"}, {"", "no"},
      {".", "no"},      {".5", "no"},        {"5.", "no"},           {"1..5", "no"},
      {"1.,5", "no"},   {"1a", "no"},        {"a1", "no"},           {"2-1", "no"},
      {"5%", "no"},     {" 5", "no"},        {"\u0663", "no"},
  };
  ExpectShown(kCases, [](std::string_view word) { return IsNumber(word) ? "yes" : "no"; });
}

TEST(NormaliseNumber, GroupsOfThousandsMeet) {
  constexpr TextCase kCases[] = {
      {"1000", "1000"},
      {"1.000", "1000"},
      {"1,000", "1000"},
      {"12.345", "12345"},
      {"123.456.789", "123456789"},
      {"1,234,567", "1234567"},
      {"1.234,50", "1234,50"},
      {"1,234.50", "1234,50"},
      {"1.234.567,8", "1234567,8"},
      {"1.000,000", "1000,000"},
      {"28.027", "28027"},
  };
  ExpectShown(kCases, NormaliseNumber);
}

TEST(NormaliseNumber, WhatIsNoGroupOfThousands) {
  constexpr TextCase kCases[] = {
      {"0.500", "0,500"},  // a first group of 0 is a decimal
      {"01.000", "01,000"}, {"1234.567", "1234,567"}, {"1.0000", "1,0000"},
      {"1.00", "1,00"},     {"10:000", "10,000"},  // a colon never groups
  };
  ExpectShown(kCases, NormaliseNumber);
}

TEST(NormaliseNumber, DecimalAndClockSignsMeet) {
  constexpr TextCase kCases[] = {
      {"1,5", "1,5"}, {"1.5", "1,5"},   {"10.00", "10,00"}, {"10:00", "10,00"}, {"10,00", "10,00"},
      {"0,5", "0,5"}, {"26,5", "26,5"}, {"007", "007"},     {"0", "0"},
  };
  ExpectShown(kCases, NormaliseNumber);
}

TEST(NormaliseNumber, MoreSignsBecomePoints) {
  constexpr TextCase kCases[] = {
      {"7.2.2022", "7.2.2022"},       {"7:2:2022", "7.2.2022"},
      {"192.168.1.1", "192.168.1.1"}, {"192.168.100.200", "192168100200"},
      {"10:00:30", "10.00.30"},       {"1.5.000", "1.5.000"},
  };
  ExpectShown(kCases, NormaliseNumber);
}

TEST(NormaliseNumber, ANormalisedNumberStaysSo) {
  constexpr std::string_view kNumbers[] = {"1.000",    "1,5",   "1.234,50", "192.168.1.1", "0.500",
                                           "7:2:2022", "10:00", "1234.567", "1000",        "12"};
  for (const std::string_view number : kNumbers) {
    const std::string once = NormaliseNumber(number);
    EXPECT_TRUE(IsNumber(once)) << number;
    EXPECT_EQ(NormaliseNumber(once), once) << number;
  }
}

}  // namespace
}  // namespace warta
