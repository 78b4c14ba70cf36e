#pragma once

#include <optional>

#include "common/date.h"
#include "common/date/scanner.h"

namespace warta {

/// A date as it is written, not yet known to be a day: 31 Februari has this form too.
struct WrittenDate {
  int year = 0;             ///< 0: not stated
  int month = 0;            ///< as written: 13 is possible in a numeric date
  int day = 0;              ///< 0: a month as a whole
  bool whole_name = false;  ///< the month stands there with its whole name

  /// The day, if a year is stated and there is such a day.
  std::optional<Date> ToDate() const { return MakeDate(year, month, day); }
};

// Each reads one form where the scanner stands and moves behind it, or returns nothing and stays.

/// `2022-02-07`, also with slashes or dots, and with one digit: the year first.
std::optional<WrittenDate> ReadYearFirst(Scanner& scan);

/// `7/2/2022`, `7-2-2022`, `7.2.2022`: the same mark twice, the day first, a year of four digits;
/// with `short_year` also `7/2/22` of 2000 to 2099.
std::optional<WrittenDate> ReadDayFirst(Scanner& scan, bool short_year = false);

/// `7 Februari 2022`, `7 Feb. 2022`, `07-Feb-2022`, `7 Februari tahun 2022`, and without a year `7
/// Februari`. With `short_year` also the `07 Feb 22` of feeds: 70 to 99 are of the last century.
std::optional<WrittenDate> ReadDayMonth(Scanner& scan, bool short_year = false);

/// `Februari 7, 2022` and `Feb 07 2022`: the order of English.
std::optional<WrittenDate> ReadMonthDay(Scanner& scan);

/// `Februari 2022`
std::optional<WrittenDate> ReadMonthYear(Scanner& scan);

/// A day of the week (`Jumat`, with any apostrophe in it), with the comma behind it.
std::optional<std::chrono::weekday> ReadWeekday(Scanner& scan);

}  // namespace warta
