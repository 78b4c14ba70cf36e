#include "common/date/clock.h"

#include <string>
#include <string_view>

#include "common/ascii.h"

namespace warta {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr minutes kFarthestZone{14 * 60};

struct NamedZone {
  std::string_view name;
  minutes ahead;
};

constexpr NamedZone kZones[] = {
    {"wib", kWib},       {"wita", minutes{8 * 60}}, {"wit", minutes{9 * 60}},
    {"gmt", minutes{0}}, {"utc", minutes{0}},       {"z", minutes{0}}};

// `+07:00`, `+0700`, `+07`, `-5`
std::optional<minutes> ReadOffset(Scanner& scan) {
  Scanner at = scan;
  const bool behind = at.Peek() == '-';
  if (!at.Char('+') && !at.Char('-')) return std::nullopt;
  const std::size_t digits = at.CountDigits(5);
  std::optional<int> hours;
  std::optional<int> rest = 0;
  if (digits == 4) {
    hours = at.Digits(2);
    rest = at.Digits(2);
  } else {
    hours = at.Number(1, 2);
    if (hours && at.Char(':')) rest = at.Number(2, 2);
  }
  if (!hours || !rest || *rest > 59) return std::nullopt;
  const minutes ahead{*hours * 60 + *rest};
  if (ahead > kFarthestZone) return std::nullopt;
  scan = at;
  return behind ? -ahead : ahead;
}

// `AM` or `PM` behind an hour of twelve; turns the hour, which stays what it is without either.
bool ReadHalfOfDay(Scanner& scan, int& hour) {
  Scanner at = scan;
  at.Space();
  const std::string half = LowerAscii(at.Word());
  if (half != "am" && half != "pm") return true;
  if (hour < 1 || hour > 12) return false;
  hour = hour % 12 + (half == "pm" ? 12 : 0);
  at.MoveTo(at.at() + 2);
  scan = at;
  return true;
}

}  // namespace

std::optional<LocalTime> MakeTime(int hour, int minute, int second) {
  if (second == 60) second = 59;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return std::nullopt;
  return LocalTime{seconds{(hour * 60 + minute) * 60 + second}, std::nullopt};
}

std::optional<minutes> ReadZone(Scanner& scan) {
  Scanner at = scan;
  at.Space();
  const bool parenthesised = at.Char('(');
  std::optional<minutes> zone = parenthesised ? std::nullopt : ReadOffset(at);
  const std::string name = LowerAscii(at.Word());
  for (const NamedZone& known : kZones) {
    if (zone || name != known.name) continue;
    zone = known.ahead;
    at.MoveTo(at.at() + name.size());
    if (name == "gmt" || name == "utc") {
      if (const auto offset = ReadOffset(at)) zone = offset;
    }
    break;
  }
  if (!zone) return std::nullopt;
  if (parenthesised) at.Char(')');
  scan = at;
  return zone;
}

std::optional<LocalTime> ReadTime(Scanner& scan) {
  Scanner at = scan;
  auto hour = at.Number(1, 2);
  const char mark = at.Peek();
  if (!hour || (mark != ':' && mark != '.') || !at.Char(mark)) return std::nullopt;
  const auto minute = at.Number(2, 2);
  if (!minute) return std::nullopt;
  int second = 0;
  Scanner behind = at;
  if (behind.Char(mark)) {
    if (const auto read = behind.Number(2, 2)) {
      second = *read;
      at = behind;
      if (at.Char('.') || at.Char(',')) {
        while (IsDigit(at.Peek())) at.Digits(1);
      }
    }
  }
  if (!ReadHalfOfDay(at, *hour)) return std::nullopt;
  auto time = MakeTime(*hour, *minute, second);
  if (!time) return std::nullopt;
  time->zone = ReadZone(at);
  scan = at;
  return time;
}

}  // namespace warta
