#include "common/date/timestamp.h"

#include <chrono>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string Show(std::string_view text) {
  const auto timestamp = ParseTimestamp(text);
  return timestamp ? FormatIso(*timestamp) : "none";
}

TEST(ParseTimestamp, Iso8601) {
  constexpr TextCase kCases[] = {
      {"2022-02-07", "2022-02-07"},
      {"2022-02-07 10:15", "2022-02-07T10:15:00"},
      {"2022-02-07 10:15:30", "2022-02-07T10:15:30"},
      {"2022-02-07T10:15:00+07:00", "2022-02-07T10:15:00+07:00"},
      {"2022-02-07T10:15:00+0700", "2022-02-07T10:15:00+07:00"},
      {"2022-02-07T10:15:00 +07", "2022-02-07T10:15:00+07:00"},
      {"2022-02-07T10:15:00.123456+08:00", "2022-02-07T10:15:00+08:00"},
      {"2022-02-07T10:15:00,5-05:30", "2022-02-07T10:15:00-05:30"},
      {"2022-02-07T10:15+09", "2022-02-07T10:15:00+09:00"},
      {"20220207", "2022-02-07"},
      {"20220207T101500", "2022-02-07T10:15:00"},
      {"20220207T101500+0700", "2022-02-07T10:15:00+07:00"},
      {"20220207T1015", "2022-02-07T10:15:00"},
      {"20220207101500", "2022-02-07T10:15:00"},
      {"202202071015", "2022-02-07T10:15:00"},
      {"20220207 10:15", "2022-02-07T10:15:00"},
      {"2022/02/07 10:15:00", "2022-02-07T10:15:00"},
      {"2022/2/7", "2022-02-07"},
      {"2022-2-7", "2022-02-07"},
      {" 2022-02-07 ", "2022-02-07"},
      {"2022-02-07T00:00:00+07:00", "2022-02-07T00:00:00+07:00"},
      {"2022-02-07 00:00:00", "2022-02-07T00:00:00"},
      {"2022-02-07T10:15:60+07:00", "2022-02-07T10:15:59+07:00"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParseTimestamp, UtcIsMovedToTheReadersDay) {
  constexpr TextCase kCases[] = {
      {"2022-02-07T03:15:00Z", "2022-02-07T10:15:00+07:00"},
      {"2022-02-07T18:00:00Z", "2022-02-08T01:00:00+07:00"},
      {"2022-02-07T17:00:00.000Z", "2022-02-08T00:00:00+07:00"},
      {"2022-02-07T23:59:59+00:00", "2022-02-08T06:59:59+07:00"},
      {"2022-02-07T23:59:59-00:00", "2022-02-08T06:59:59+07:00"},
      {"20220207T180000Z", "2022-02-08T01:00:00+07:00"},
      {"Mon, 07 Feb 2022 18:00:00 GMT", "2022-02-08T01:00:00+07:00"},
      {"2021-12-31 20:00 UTC", "2022-01-01T03:00:00+07:00"},
      {"2199-12-31T20:00:00Z", "none"},                  // in a year that is none
      {"2022-02-07 T10:15:00Z", "2022-02-07T10:15:00"},  // detik's own form, in its own time
      // Another zone keeps its day: it is what the page shows.
      {"2022-02-07T23:00:00-05:00", "2022-02-07T23:00:00-05:00"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParseTimestamp, MidnightInUtcIsADayWithoutTime) {
  constexpr TextCase kCases[] = {
      {"2022-02-07T00:00:00Z", "2022-02-07"},
      {"2022-02-07T00:00:00+00:00", "2022-02-07"},
      {"Mon, 07 Feb 2022 00:00:00 GMT", "2022-02-07"},
      {"1644192000", "2022-02-07"},
      {"2022-02-07T00:00:01Z", "2022-02-07T07:00:01+07:00"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParseTimestamp, SecondsAndMillisecondsSince1970) {
  constexpr TextCase kCases[] = {
      {"1644203700", "2022-02-07T10:15:00+07:00"},
      {"1644203700123", "2022-02-07T10:15:00+07:00"},
      {"1644256800", "2022-02-08T01:00:00+07:00"},
      {"9999999999", "none"},  // 2286
      {"164420370", "none"},
      {"16442037001234", "none"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParseTimestamp, FeedsAndScripts) {
  constexpr TextCase kCases[] = {
      {"Mon, 07 Feb 2022 10:15:00 +0700", "2022-02-07T10:15:00+07:00"},
      {"Mon, 7 Feb 2022 10:15 +0700", "2022-02-07T10:15:00+07:00"},
      {"07 Feb 2022 10:15:00 +0700", "2022-02-07T10:15:00+07:00"},
      {"Mon, 07 Feb 22 10:15:00 +0700", "2022-02-07T10:15:00+07:00"},
      {"Mon, 07 Feb 99 10:15:00 +0700", "1999-02-07T10:15:00+07:00"},
      {"Mon, 07 Feb 2022 10:15:00 EST", "2022-02-07T10:15:00"},  // a zone that is not read
      {"Mon Feb 07 2022 10:15:00 GMT+0700 (Western Indonesia Time)", "2022-02-07T10:15:00+07:00"},
      {"Mon Feb  7 10:15:00 2022", "2022-02-07T10:15:00"},
      {"Mon Feb 07 10:15:00 +0700 2022", "2022-02-07T10:15:00+07:00"},
      {"February 7, 2022", "2022-02-07"},
      {"Feb 7, 2022 10:15 PM", "2022-02-07T22:15:00"},
      {"Monday, February 7, 2022 12:05 am", "2022-02-07T00:05:00"},
      {"7 August 2022", "2022-08-07"},
      {"07-Feb-2022 10:15:00", "2022-02-07T10:15:00"},
      {"Feb 07 10:15:00", "none"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParseTimestamp, Indonesian) {
  constexpr TextCase kCases[] = {
      {"Senin, 07 Februari 2022 | 10:15 WIB", "2022-02-07T10:15:00+07:00"},
      {"Senin, 07 Februari 2022 - 10:15 WIB", "2022-02-07T10:15:00+07:00"},
      {"Senin, 07 Peb 2022 10.15 WIB", "2022-02-07T10:15:00+07:00"},
      {"Senin 7 Februari 2022 pukul 10.00 WITA", "2022-02-07T10:00:00+08:00"},
      {"7 Februari 2022, 10:15 WIT", "2022-02-07T10:15:00+09:00"},
      {"7 Februari 2022 10:15 (WIB)", "2022-02-07T10:15:00+07:00"},
      {"07-02-2022", "2022-02-07"},
      {"07.02.2022", "2022-02-07"},
      {"7/2/2022 10:15", "2022-02-07T10:15:00"},
      {"Jum'at 4 Feb. 2022", "2022-02-04"},
      {"Jum\u2019at, 4 Feb 2022", "2022-02-04"},
      {"Ahad, 6 Februari 2022", "2022-02-06"},
      {"AHAD, 6 FEBRUARI 2022", "2022-02-06"},
      {"Senin,\u00A07\u00A0Februari\u00A02022\u00A010:15\u00A0WIB", "2022-02-07T10:15:00+07:00"},
      {"10:15 WIB, Senin 7 Februari 2022", "2022-02-07T10:15:00+07:00"},
      {"Diterbitkan 7/2/2022, diperbarui 8/2/2022", "2022-02-07"},
      {"7 Februari tahun 2022", "2022-02-07"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParseTimestamp, TheDayComesFirstUnlessItCannot) {
  constexpr TextCase kCases[] = {
      {"9/10/2019", "2019-10-09"}, {"2/13/2022", "2022-02-13"}, {"02-13-2022", "2022-02-13"},
      {"13/2/2022", "2022-02-13"}, {"13/13/2022", "none"},      {"2/30/2022", "none"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParseTimestamp, ABadTimeLeavesTheDay) {
  constexpr TextCase kCases[] = {
      {"2022-02-07T25:15:00", "2022-02-07"}, {"2022-02-07 10:61", "2022-02-07"},
      {"20220207T256000", "2022-02-07"},     {"2022-02-07T13:15 PM", "2022-02-07"},
      {"2022-02-07 nanti", "2022-02-07"},    {"2022-02-07T10:15:00+15:00", "2022-02-07T10:15:00"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParseTimestamp, WhatIsNoDay) {
  constexpr TextCase kCases[] = {
      {"", "none"},           {" ", "none"},           {"kemarin", "none"},
      {"2022", "none"},       {"2022-02", "none"},     {"Februari 2022", "none"},
      {"4 Februari", "none"}, {"7/2", "none"},         {"2022-02-30", "none"},
      {"22-02-07", "none"},   {"2022-02-071", "none"}, {"02022-02-07", "none"},
      {"20220230", "none"},   {"1899-12-31", "none"},  {"12345678", "none"},
  };
  ExpectShown(kCases, Show);
}

TEST(FormatTimestamp, SaysWhatIsKnown) {
  Timestamp timestamp{*MakeDate(2022, 2, 7)};
  EXPECT_EQ(FormatIso(timestamp), "2022-02-07");
  timestamp.time = LocalTime{std::chrono::hours(10) + std::chrono::minutes(15)};
  EXPECT_EQ(FormatIso(timestamp), "2022-02-07T10:15:00");
  timestamp.time->zone = kWib;
  EXPECT_EQ(FormatIso(timestamp), "2022-02-07T10:15:00+07:00");
  timestamp.time->zone = std::chrono::minutes(-90);
  EXPECT_EQ(FormatIso(timestamp), "2022-02-07T10:15:00-01:30");
}

TEST(TimestampProperty, WhatIsFormattedIsReadBack) {
  Random random(22);
  for (int round = 0; round < 20'000; ++round) {
    const auto date = AddDays(*MakeDate(1900, 1, 1), static_cast<int>(random.Below(109'572)));
    Timestamp timestamp{*date};
    if (random.Below(3) > 0) {
      timestamp.time = LocalTime{std::chrono::seconds(random.Below(86'400))};
      const auto zone = static_cast<int>(random.Below(2 * 840 + 1)) - 840;
      if (zone != 0 && random.Below(2) > 0) timestamp.time->zone = std::chrono::minutes(zone);
    }
    const std::string text = FormatIso(timestamp);
    const auto read = ParseTimestamp(text);
    ASSERT_TRUE(read) << text;
    ASSERT_EQ(*read, timestamp) << text;
  }
}

TEST(TimestampProperty, RandomTextIsNothingOrATimestampThatComesBack) {
  Random random(23);
  constexpr std::string_view kPieces[] = {
      "2022", "07",  "2",   "/", "-", ":",  ".",  " ",  "T",  "Z",      "+",     "Feb",
      "Mei",  "WIB", "GMT", "(", "7", "10", "pm", ", ", "99", "\u00A0", "Senin", "1644203700"};
  for (int round = 0; round < 50'000; ++round) {
    std::string text = random.Below(10) == 0 ? random.Bytes(40) : "";
    for (std::size_t i = random.Below(12); i > 0; --i) text += random.Pick(kPieces);
    const auto read = ParseTimestamp(text);
    if (!read) continue;
    ASSERT_TRUE(read->date.ok()) << text;
    ASSERT_EQ(ParseTimestamp(FormatIso(*read)), read) << text;
  }
}

}  // namespace
}  // namespace warta
