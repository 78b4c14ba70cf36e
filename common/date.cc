#include "common/date.h"

#include <algorithm>
#include <ctime>

#include "common/date/names.h"

namespace warta {
namespace {

// The value in at least so many digits.
std::string Digits(unsigned value, std::size_t count) {
  std::string text = std::to_string(value);
  text.insert(0, count - std::min(count, text.size()), '0');
  return text;
}

}  // namespace

std::optional<Date> MakeDate(int year, int month, int day) {
  // chrono keeps one byte of month and day: 257 would be January.
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                  std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Date> AddDays(const Date& date, int days) {
  const Date moved = std::chrono::sys_days(date) + std::chrono::days(days);
  const int year = static_cast<int>(moved.year());
  return year < kFirstYear || year > kLastYear ? std::nullopt : std::optional(moved);
}

int DaysBetween(const Date& from, const Date& to) {
  return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

Date Today() {
  const std::time_t now = std::time(nullptr);
  std::tm local = {};
  ::localtime_r(&now, &local);
  return Date(std::chrono::year(local.tm_year + 1900),
              std::chrono::month(static_cast<unsigned>(local.tm_mon) + 1),
              std::chrono::day(static_cast<unsigned>(local.tm_mday)));
}

std::string FormatIso(const Date& date) {
  return Digits(static_cast<unsigned>(static_cast<int>(date.year())), 4) + '-' +
         Digits(static_cast<unsigned>(date.month()), 2) + '-' +
         Digits(static_cast<unsigned>(date.day()), 2);
}

std::string FormatCompact(const Date& date) {
  std::string text = FormatIso(date);
  std::erase(text, '-');
  return text;
}

std::string FormatEnglish(const Date& date) {
  static constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                            "May",       "June",     "July",     "August",
                                            "September", "October",  "November", "December"};
  return std::to_string(static_cast<unsigned>(date.day())) + ' ' +
         kMonths[static_cast<unsigned>(date.month()) - 1] + ' ' +
         std::to_string(static_cast<int>(date.year()));
}

std::string FormatIndonesian(const Date& date) {
  return std::to_string(static_cast<unsigned>(date.day())) + ' ' +
         std::string(MonthName(static_cast<int>(static_cast<unsigned>(date.month())))) + ' ' +
         std::to_string(static_cast<int>(date.year()));
}

}  // namespace warta
