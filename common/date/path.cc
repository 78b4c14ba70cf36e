#include "common/date/path.h"

#include "common/date/scanner.h"

namespace warta {
namespace {

// The first year in which a number that may be anything is taken for a date or a year.
constexpr int kFirstPlainYear = 1990;

// Whether a segment of a path ends at the place, be it of a URL with a query or a fragment.
bool EndsSegment(char next) {
  return next == '\0' || next == '/' || next == '?' || next == '#';
}

bool EndsStamp(char next) {
  return !IsDigit(next) && !IsLetter(next);
}

// `21040031` behind the date: hour, minute, and what makes it unique. Only Kompas is known to do
// this; the ids of others would be times by chance.
std::optional<LocalTime> ReadKompasTime(Scanner scan, std::string_view before) {
  if (before.find("kompas") == std::string_view::npos || !scan.Char('/')) return std::nullopt;
  const std::size_t digits = scan.CountDigits(10);
  if (digits != 8 && digits != 9) return std::nullopt;
  const int hour = *scan.Digits(2);
  return MakeTime(hour, *scan.Digits(2), 0);
}

// `2022/02/07/`
std::optional<Timestamp> ReadFolders(std::string_view path, std::size_t at) {
  Scanner scan(path, at);
  const auto year = scan.Number(4, 4);
  if (!year || !scan.Char('/')) return std::nullopt;
  const auto month = scan.Number(1, 2);
  if (!month || !scan.Char('/')) return std::nullopt;
  const auto day = scan.Number(1, 2);
  if (!day || !EndsSegment(scan.Peek())) return std::nullopt;
  const auto date = MakeDate(*year, *month, *day);
  if (!date) return std::nullopt;
  return Timestamp{*date, ReadKompasTime(scan, path.substr(0, at))};
}

// `2022-02-07`
std::optional<Timestamp> ReadMarked(std::string_view path, std::size_t at) {
  Scanner scan(path, at);
  const auto year = scan.Number(4, 4);
  const char mark = scan.Peek();
  if (!year || (mark != '-' && mark != '_') || !scan.Char(mark)) return std::nullopt;
  const auto month = scan.Number(2, 2);
  if (!month || !scan.Char(mark)) return std::nullopt;
  const auto day = scan.Number(2, 2);
  if (!day || IsLetter(scan.Peek())) return std::nullopt;
  const auto date = MakeDate(*year, *month, *day);
  return date ? std::optional(Timestamp{*date}) : std::nullopt;
}

// `20220207` or `20220207101500`
std::optional<Timestamp> ReadCompact(std::string_view path, std::size_t at) {
  Scanner scan(path, at);
  const std::size_t digits = scan.CountDigits(15);
  if (digits != 8 && digits != 14) return std::nullopt;
  const int year = *scan.Digits(4);
  const int month = *scan.Digits(2);
  const auto date = MakeDate(year, month, *scan.Digits(2));
  if (!date || year < kFirstPlainYear) return std::nullopt;
  Timestamp found{*date};
  if (digits == 14) {
    const int hour = *scan.Digits(2);
    const int minute = *scan.Digits(2);
    found.time = MakeTime(hour, minute, *scan.Digits(2));
    if (!found.time) return std::nullopt;
  }
  return EndsStamp(scan.Peek()) ? std::optional(found) : std::nullopt;
}

}  // namespace

std::optional<Timestamp> FindDateInPath(std::string_view path) {
  for (std::size_t begin = 0; begin < path.size(); ++begin) {
    if (begin > 0 && path[begin - 1] != '/') continue;
    for (const auto read : {ReadFolders, ReadMarked, ReadCompact}) {
      if (const auto found = read(path, begin)) return found;
    }
  }
  return std::nullopt;
}

std::optional<Date> FindRoughDateInPath(std::string_view path) {
  for (std::size_t begin = 0; begin < path.size(); ++begin) {
    if (begin > 0 && path[begin - 1] != '/') continue;
    Scanner scan(path, begin);
    const auto year = scan.Number(4, 4);
    if (!year || *year < kFirstPlainYear || !EndsSegment(scan.Peek())) continue;
    scan.Char('/');
    const auto month = scan.Number(1, 2);
    auto date = month && EndsSegment(scan.Peek()) ? MakeDate(*year, *month, 15) : std::nullopt;
    if (!date) date = MakeDate(*year, 7, 1);
    if (date) return date;
  }
  return std::nullopt;
}

}  // namespace warta
