#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"
#include "common/date/clock.h"

namespace warta {

/// A day, and the time of that day where it is known.
struct Timestamp {
  Date date;
  std::optional<LocalTime> time = std::nullopt;

  bool operator==(const Timestamp&) const = default;
};

/// The timestamp of a day and a time as a text states them. A time in UTC is moved to Western
/// Indonesian time together with its day, since the reader's day is Indonesia's; midnight in UTC is
/// how programs write a day without a time, and is read so. Any other zone keeps its own day. None
/// if the day is moved out of the years that there are.
std::optional<Timestamp> MakeTimestamp(const Date& date, const std::optional<LocalTime>& time);

/// Reads what stands in the field of a record, in the metadata of a page or feed, or in a line that
/// states a date:
/// * ISO 8601: `2022-02-07`, `2022-02-07T10:15:00+07:00`, `20220207T101500Z`, `2022/02/07 10:15`;
///   14, 12 or 8 digits;
/// * seconds (10 digits) or milliseconds (13 digits) since 1970;
/// * RFC 822 and its like: `Mon, 07 Feb 2022 10:15:00 +0700`, `Mon Feb 07 2022 10:15:00 GMT+0700`,
///   `February 7, 2022`;
/// * Indonesian: `Senin, 07 Februari 2022 | 10:15 WIB`, `7/2/2022 10.15`, `07-02-2022`.
///
/// The first date in the text counts, and the first time behind it, else before it. In a numeric
/// date the day comes first, but where only the month can (2/13/2022). A time that is no time leaves
/// the day alone.
///
/// What it returns is made by MakeTimestamp: never in UTC.
std::optional<Timestamp> ParseTimestamp(std::string_view text);

/// `2022-02-07`, `2022-02-07T10:15:00`, `2022-02-07T10:15:00+07:00`. ParseTimestamp reads it back,
/// but for the zone zero, which it moves.
std::string FormatIso(const Timestamp& timestamp);

}  // namespace warta
