#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warta {

/// A calendar day. Every Date that the functions below return is a real day of the years 1900 to
/// 2199.
using Date = std::chrono::year_month_day;

/// The day of the three numbers, if there is such a day.
std::optional<Date> MakeDate(int year, int month, int day);

/// Reads `2022-02-07` at the start of the text; what follows (a time, say) is ignored.
std::optional<Date> ParseIsoDate(std::string_view text);

/// Reads the date of a record's field: an ISO date, `20220207`, or the first full date in the text
/// (`Senin, 7 Februari 2022 10:15 WIB`, `07/02/2022`).
std::optional<Date> ParseDateField(std::string_view text);

/// `2022-02-07`
std::string FormatIso(const Date& date);

/// `20220207`: compares as text in the order of time.
std::string FormatCompact(const Date& date);

/// `7 Februari 2022`
std::string FormatIndonesian(const Date& date);

/// Finds `/2022/02/07/` (also at either end of the path, and with the month in one digit) in a URL
/// or a path with forward slashes. The first such run wins.
std::optional<Date> FindDateInPath(std::string_view path);

/// A full date in running text.
struct DateMention {
  Date date;
  std::size_t begin = 0;  ///< byte offsets of the date itself, without weekday or parenthesis
  std::size_t end = 0;
  bool numeric = false;        ///< `7/2/2022`, otherwise `7 Februari 2022`
  bool parenthesised = false;  ///< `(7/2/2022)`
  bool after_weekday = false;  ///< `Senin, 7 Februari 2022`, `Senin (7/2/2022)`
};

/// All full dates of a text in order: day, month, year; numeric with slashes or with an Indonesian
/// month name or one of its abbreviations in use (Peb, Agt, Ags, Nop, Sept, ...). The day comes
/// first: 9/10/2019 is 9 October. Dates without a year are not reported.
std::vector<DateMention> FindDates(std::string_view text);

/// The day on which a text says that it was published: the first `Senin (7/2/2022)`, as newsrooms
/// date the statements they report; else the latest date that follows a weekday, since what was
/// reported happened earlier; else the first `(7/2/2022)`; else none. Other dates belong to the
/// story, and so does every date after `not_after`.
std::optional<Date> FindPublicationDate(std::string_view text,
                                        std::optional<Date> not_after = std::nullopt);

}  // namespace warta
