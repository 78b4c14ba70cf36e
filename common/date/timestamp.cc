#include "common/date/timestamp.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "common/date/names.h"
#include "common/date/written.h"

namespace warta {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;

// A time in UTC as Western Indonesia's clock shows it.
std::optional<Timestamp> FromUtc(const Date& date, seconds since_midnight) {
  if (since_midnight == seconds{0}) return Timestamp{date};
  seconds local = since_midnight + kWib;
  std::optional<Date> day = date;
  if (local >= days{1}) {
    local -= days{1};
    day = AddDays(date, 1);
  }
  if (!day) return std::nullopt;
  return Timestamp{*day, LocalTime{local, kWib}};
}

std::optional<Timestamp> FromUnixTime(std::int64_t since_1970) {
  const auto day = std::chrono::floor<days>(seconds{since_1970});
  const Date date{std::chrono::sys_days{day}};
  const auto real =
      MakeDate(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
               static_cast<int>(static_cast<unsigned>(date.day())));
  return real ? FromUtc(*real, seconds{since_1970} - day) : std::nullopt;
}

void SkipToDigit(Scanner& scan) {
  while (!scan.AtEnd() && !IsDigit(scan.Peek())) scan.MoveTo(scan.at() + 1);
}

// The first time of day in the text. Numbers that are none are passed over.
std::optional<LocalTime> FindTime(std::string_view text, std::size_t at) {
  Scanner scan(text, at);
  while (true) {
    SkipToDigit(scan);
    if (scan.AtEnd()) return std::nullopt;
    if (auto time = ReadTime(scan)) return time;
    // Not from the middle: 25:15:00 is not 15:00.
    while (IsDigit(scan.Peek()) || scan.Peek() == ':' || scan.Peek() == '.')
      scan.MoveTo(scan.at() + 1);
  }
}

// `20220207`, `20220207T101500Z`, `20220207101500`, `202202071015`, and times since 1970.
std::optional<Timestamp> ReadCompact(std::string_view text) {
  Scanner scan(text);
  const std::size_t digits = scan.CountDigits(15);
  if (digits == 10 || digits == 13) {
    std::int64_t value = 0;
    for (const char c : text.substr(0, 10)) value = value * 10 + (c - '0');
    return FromUnixTime(value);
  }
  if (digits != 8 && digits != 12 && digits != 14) return std::nullopt;
  const int year = *scan.Digits(4);
  const int month = *scan.Digits(2);
  const auto date = MakeDate(year, month, *scan.Digits(2));
  if (!date) return std::nullopt;
  if (digits == 8 && !scan.Char('T')) return MakeTimestamp(*date, FindTime(text, scan.at()));
  const auto hour = scan.Digits(2);
  const auto minute = scan.Digits(2);
  if (!hour || !minute) return Timestamp{*date};
  auto time = MakeTime(*hour, *minute, scan.Digits(2).value_or(0));
  if (!time) return Timestamp{*date};
  time->zone = ReadZone(scan);
  return MakeTimestamp(*date, time);
}

// A date that begins here in whatever form, as a day.
std::optional<Date> ReadDay(Scanner& scan) {
  if (IsDigit(scan.Peek())) {
    Scanner at = scan;
    if (const auto written = ReadYearFirst(at)) {
      scan = at;
      return written->ToDate();
    }
    if (auto written = ReadDayFirst(at)) {
      if (written->month > 12) std::swap(written->day, written->month);
      scan = at;
      return written->ToDate();
    }
    const auto written = ReadDayMonth(at, true);
    if (!written || written->year == 0) return std::nullopt;
    scan = at;
    return written->ToDate();
  }
  const auto written = ReadMonthDay(scan);
  return written ? written->ToDate() : std::nullopt;
}

// `Mon Feb  7 10:15:00 2022`, as C prints it: the year behind the time.
std::optional<Timestamp> ReadCtime(Scanner scan) {
  const std::string_view word = scan.Word();
  const auto month = FindMonth(word);
  if (!month) return std::nullopt;
  scan.MoveTo(scan.at() + word.size());
  scan.Space();
  const auto day = scan.Number(1, 2);
  if (!day || !scan.Space()) return std::nullopt;
  const auto time = ReadTime(scan);
  if (!time || !scan.Space()) return std::nullopt;
  const auto year = scan.Number(4, 4);
  const auto date = year ? MakeDate(*year, month->month, *day) : std::nullopt;
  return date ? MakeTimestamp(*date, time) : std::nullopt;
}

// `2015-11-05 T10:08:58Z`: no ISO 8601, and where it is seen (detik) the time is that of the
// newsroom, whatever the Z says.
bool IsSpuriousUtc(std::string_view behind_date) {
  return behind_date.starts_with(" T") && behind_date.ends_with('Z');
}

bool BeginsWord(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  return IsDigit(text[at]) ? !IsDigit(before) : IsLetter(text[at]) && !IsLetter(before);
}

std::string TwoDigits(std::int64_t value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

}  // namespace

std::optional<Timestamp> MakeTimestamp(const Date& date, const std::optional<LocalTime>& time) {
  if (time && time->zone == minutes{0}) return FromUtc(date, time->since_midnight);
  return Timestamp{date, time};
}

std::optional<Timestamp> ParseTimestamp(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  if (auto compact = ReadCompact(text)) return compact;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!BeginsWord(text, at)) continue;
    Scanner scan(text, at);
    if (const auto date = ReadDay(scan)) {
      auto time = FindTime(text, scan.at());
      if (time && IsSpuriousUtc(text.substr(scan.at()))) time->zone = std::nullopt;
      if (!time) time = FindTime(text.substr(0, at), 0);
      return MakeTimestamp(*date, time);
    }
    if (auto ctime = ReadCtime(Scanner(text, at))) return ctime;
    // Not from the middle of a date that is none.
    at = std::max(at, scan.at() - (scan.at() > at ? 1 : 0));
  }
  return std::nullopt;
}

std::string FormatIso(const Timestamp& timestamp) {
  std::string text = FormatIso(timestamp.date);
  if (!timestamp.time) return text;
  const std::int64_t second = timestamp.time->since_midnight.count();
  text += 'T' + TwoDigits(second / 3600) + ':' + TwoDigits(second / 60 % 60) + ':' +
          TwoDigits(second % 60);
  if (!timestamp.time->zone) return text;
  const std::int64_t ahead = timestamp.time->zone->count();
  const std::int64_t size = ahead < 0 ? -ahead : ahead;
  return text + (ahead < 0 ? '-' : '+') + TwoDigits(size / 60) + ':' + TwoDigits(size % 60);
}

}  // namespace warta
