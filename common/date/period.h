#pragma once

#include <string_view>

#include "common/date.h"
#include "common/result.h"

namespace warta {

/// The days from the first to the last, both among them. `first` is never after `last`.
struct DateRange {
  Date first;
  Date last;

  bool operator==(const DateRange&) const = default;
};

/// The first and the last day that there is for Warta: what an open range reaches to.
inline constexpr Date kFirstDate{std::chrono::year(kFirstYear), std::chrono::January,
                                 std::chrono::day(1)};
inline constexpr Date kLastDate{std::chrono::year(kLastYear), std::chrono::December,
                                std::chrono::day(31)};

/// Reads the period that a person names, in any case and with any white space:
/// * a day in any written form: `2022-02-07`, `7/2/2022`, `Senin, 7 Februari 2022`; without a year
///   (`7 Februari`) the latest that is not after today;
/// * a month: `2022-02`, `02/2022`, `Februari 2022`; `Februari`: the latest that has begun;
/// * a year: `2022`; before each of these also `tanggal`, `bulan`, `tahun`;
/// * `hari ini`, `kemarin`, `kemarin lusa`; `minggu ini`, `pekan lalu`, `bulan ini`, `tahun lalu`:
///   weeks from Monday to Sunday, whole months and years, also the days yet to come; `Senin` and
///   `Senin lalu`: the latest that is before today (`Minggu lalu` is the week);
/// * `3 hari lalu`: that day; `3 minggu lalu`, `3 bulan lalu`, `3 tahun lalu`: that whole week,
///   month, year; `7 hari terakhir`, `3 bulan terakhir`: up to today, today counted; numbers also as
///   words (`dua minggu terakhir`, `sebulan terakhir`);
/// * `A..B`, `A..`, `..B` of these: from the first day of A to the last of B.
///
/// The error names what is wrong: "31 Februari 2022 is no day". A weekday that does not fit its date
/// is an error too.
Result<DateRange> ParsePeriod(std::string_view text, const Date& today);

}  // namespace warta
