#include "common/date/written.h"

#include <string>
#include <string_view>

#include "common/date/names.h"

namespace warta {
namespace {

// A name of a month, also with the dot of an abbreviation.
std::optional<NamedMonth> ReadMonth(Scanner& scan) {
  const std::string_view word = scan.Word();
  const auto month = FindMonth(word);
  if (!month) return std::nullopt;
  scan.MoveTo(scan.at() + word.size());
  scan.Char('.');
  return month;
}

// What stands between a day, the name of a month and a year.
bool ReadGap(Scanner& scan) {
  const std::size_t start = scan.at();
  scan.Char(',');
  const bool space = scan.Space();
  const bool mark = !space && (scan.Char('-') || scan.Char('/'));
  if (space || mark) return true;
  scan.MoveTo(start);
  return false;
}

std::optional<int> ReadYear(Scanner& scan, bool short_year) {
  if (auto year = scan.Number(4, 4)) return year;
  if (!short_year) return std::nullopt;
  const auto year = scan.Number(2, 2);
  // An hour: 7 Feb 10:15.
  if (!year || scan.Peek() == ':' || scan.Peek() == '.') return std::nullopt;
  return *year + (*year < 70 ? 2000 : 1900);
}

// Space, then the year, also after the word `tahun`.
std::optional<int> ReadYearBehind(Scanner& scan, bool short_year) {
  const std::size_t start = scan.at();
  if (ReadGap(scan)) {
    if (LowerAscii(scan.Word()) == "tahun") {
      scan.MoveTo(scan.at() + 5);
      scan.Space();
    }
    if (const auto year = ReadYear(scan, short_year)) return year;
  }
  scan.MoveTo(start);
  return std::nullopt;
}

bool IsMark(char c) {
  return c == '/' || c == '-' || c == '.';
}

}  // namespace

std::optional<WrittenDate> ReadYearFirst(Scanner& scan) {
  Scanner at = scan;
  const auto year = at.Number(4, 4);
  const char mark = at.Peek();
  if (!year || !IsMark(mark) || !at.Char(mark)) return std::nullopt;
  const auto month = at.Number(1, 2);
  if (!month || !at.Char(mark)) return std::nullopt;
  const auto day = at.Number(1, 2);
  if (!day) return std::nullopt;
  scan = at;
  return WrittenDate{*year, *month, *day};
}

std::optional<WrittenDate> ReadDayFirst(Scanner& scan, bool short_year) {
  Scanner at = scan;
  const auto day = at.Number(1, 2);
  const char mark = at.Peek();
  if (!day || !IsMark(mark) || !at.Char(mark)) return std::nullopt;
  const auto month = at.Number(1, 2);
  if (!month || !at.Char(mark)) return std::nullopt;
  auto year = at.Number(4, 4);
  if (!year && short_year) {
    year = at.Number(2, 2);
    if (year) *year += 2000;
  }
  if (!year) return std::nullopt;
  scan = at;
  return WrittenDate{*year, *month, *day};
}

std::optional<WrittenDate> ReadDayMonth(Scanner& scan, bool short_year) {
  Scanner at = scan;
  const auto day = at.Number(1, 2);
  if (!day || !ReadGap(at)) return std::nullopt;
  const auto month = ReadMonth(at);
  // A letter behind the name: Januarii, or an accented one.
  if (!month || static_cast<unsigned char>(at.Peek()) >= 0xC3) return std::nullopt;
  const auto year = ReadYearBehind(at, short_year);
  if (!year && IsDigit(at.Peek())) return std::nullopt;
  scan = at;
  return WrittenDate{year.value_or(0), month->month, *day, month->whole};
}

std::optional<WrittenDate> ReadMonthDay(Scanner& scan) {
  Scanner at = scan;
  const auto month = ReadMonth(at);
  if (!month || !at.Space()) return std::nullopt;
  const auto day = at.Number(1, 2);
  if (!day) return std::nullopt;
  const auto year = ReadYearBehind(at, false);
  if (!year) return std::nullopt;
  scan = at;
  return WrittenDate{*year, month->month, *day, month->whole};
}

std::optional<WrittenDate> ReadMonthYear(Scanner& scan) {
  Scanner at = scan;
  const auto month = ReadMonth(at);
  if (!month) return std::nullopt;
  const auto year = ReadYearBehind(at, false);
  if (!year) return std::nullopt;
  scan = at;
  return WrittenDate{*year, month->month, 0, month->whole};
}

std::optional<std::chrono::weekday> ReadWeekday(Scanner& scan) {
  Scanner at = scan;
  std::string word(at.Word());
  at.MoveTo(at.at() + word.size());
  if (at.Char('\'') || at.Text("\u2019") || at.Char('`')) {
    const std::string_view rest = at.Word();
    word += rest;
    at.MoveTo(at.at() + rest.size());
  }
  const auto weekday = FindWeekday(word);
  if (!weekday) return std::nullopt;
  at.Space();
  at.Char(',');
  at.Space();
  scan = at;
  return weekday;
}

}  // namespace warta
