#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace warta {

// The calendar. What reads dates stands in common/date/: field values (timestamp.h), running text
// (mention.h), paths (path.h), periods of a query (period.h), the day of publication
// (publication.h).

/// A calendar day. Every Date that the functions of common/date return is a real day of the years
/// 1900 to 2199.
using Date = std::chrono::year_month_day;

inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 2199;

/// The day of the three numbers, if there is such a day.
std::optional<Date> MakeDate(int year, int month, int day);

/// The day so many days later, earlier if negative; none outside of the years above.
std::optional<Date> AddDays(const Date& date, int days);

/// How many days `to` is after `from`.
int DaysBetween(const Date& from, const Date& to);

/// The day that it is here, in the machine's time zone.
Date Today();

/// `2022-02-07`
std::string FormatIso(const Date& date);

/// `20220207`: compares as text in the order of time.
std::string FormatCompact(const Date& date);

/// `7 February 2022`
std::string FormatEnglish(const Date& date);

/// `7 Februari 2022`
std::string FormatIndonesian(const Date& date);

}  // namespace warta
