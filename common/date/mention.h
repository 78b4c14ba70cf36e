#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "common/date.h"

namespace warta {

/// A date that running text mentions.
struct DateMention {
  std::optional<int> year;  ///< none: `Senin (7/2)`, `4 Februari`; ResolveYear finds it
  int month = 1;            ///< 1 to 12
  int day = 0;              ///< 1 to 31; 0: the month as a whole, `Februari 2022`
  std::size_t begin = 0;    ///< byte offsets of the date itself, without weekday or parenthesis
  std::size_t end = 0;
  bool numeric = false;        ///< `7/2/2022`, otherwise with the month's name
  bool parenthesised = false;  ///< `(7/2/2022)`
  std::optional<std::chrono::weekday> weekday = std::nullopt;  ///< that stands before it

  /// The day, if the mention names one with its year.
  std::optional<Date> date() const { return year ? MakeDate(*year, month, day) : std::nullopt; }
};

/// All dates of a text in order. What is one:
/// * with a year: `7/2/2022`, `7-2-2022`, `7.2.2022`, `2022-02-07`, `7 Februari 2022`, with any
///   white space between the parts, and after a weekday also `7/2/22`;
/// * without: `7/2` after a weekday, or in a parenthesis after a word like kemarin or malam; `4
///   Februari`; `4 Feb` after a weekday;
/// * both ends of `4-5 Februari 2022` and `28 Februari hingga 3 Maret 2022`, each with month and
///   year;
/// * a month, `Februari 2022`.
///
/// The day comes first: 9/10/2019 is 9 October, 2/13/2022 nothing. Every mention names a day that
/// there is (without a year: in some year). Results (2-1), fractions (1/2), laws (No 11/2020) and
/// numbers of decisions are no dates. A small minggu before a date is a week and no weekday.
std::vector<DateMention> FindDates(std::string_view text);

/// The day that a mention without a year means in a text of the reference day: in the year that
/// brings it nearest to that day, of those whose weekday agrees if one stands there; where none
/// agrees, the nearest. A mention with a year is that day; a month is none.
std::optional<Date> ResolveYear(const DateMention& mention, const Date& reference);

}  // namespace warta
