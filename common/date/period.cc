#include "common/date/period.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "common/ascii.h"
#include "common/date/names.h"
#include "common/date/written.h"

namespace warta {
namespace {

// Nobody asks for more; and the sums below stay small.
constexpr int kMostUnits = 100'000;

enum class Unit { kDay, kWeek, kMonth, kYear };

struct UnitName {
  std::string_view name;
  Unit unit;
};

constexpr UnitName kUnits[] = {{"hari", Unit::kDay},
                               {"minggu", Unit::kWeek},
                               {"pekan", Unit::kWeek},
                               {"bulan", Unit::kMonth},
                               {"tahun", Unit::kYear}};

constexpr std::string_view kNumbers[] = {"satu", "dua",   "tiga",    "empat",    "lima",
                                         "enam", "tujuh", "delapan", "sembilan", "sepuluh"};

int YearOf(const Date& date) {
  return static_cast<int>(date.year());
}

int MonthOf(const Date& date) {
  return static_cast<int>(static_cast<unsigned>(date.month()));
}

int DayOf(const Date& date) {
  return static_cast<int>(static_cast<unsigned>(date.day()));
}

Date LastDayOf(int year, int month) {
  return Date(std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
              std::chrono::last);
}

std::optional<DateRange> WholeMonth(int year, int month) {
  const auto first = MakeDate(year, month, 1);
  if (!first) return std::nullopt;
  return DateRange{*first, LastDayOf(year, month)};
}

std::optional<DateRange> WholeYear(int year) {
  const auto first = MakeDate(year, 1, 1);
  return first ? std::optional(DateRange{*first, *MakeDate(year, 12, 31)}) : std::nullopt;
}

// The same day of another month, the month's last where it has fewer days.
std::optional<Date> AddMonths(const Date& date, int months) {
  const int count = YearOf(date) * 12 + MonthOf(date) - 1 + months;
  if (count < kFirstYear * 12) return std::nullopt;
  const int year = count / 12;
  const int month = count % 12 + 1;
  if (year > kLastYear) return std::nullopt;
  return MakeDate(year, month, std::min(DayOf(date), DayOf(LastDayOf(year, month))));
}

// The week, month, ... that contains a day.
std::optional<DateRange> WholeUnit(const Date& date, Unit unit) {
  switch (unit) {
    case Unit::kDay:
      return DateRange{date, date};
    case Unit::kWeek: {
      const std::chrono::weekday weekday{std::chrono::sys_days(date)};
      const auto first = AddDays(date, 1 - static_cast<int>(weekday.iso_encoding()));
      const auto last = first ? AddDays(*first, 6) : std::nullopt;
      return last ? std::optional(DateRange{*first, *last}) : std::nullopt;
    }
    case Unit::kMonth:
      return WholeMonth(YearOf(date), MonthOf(date));
    case Unit::kYear:
      break;
  }
  return WholeYear(YearOf(date));
}

std::optional<Date> Before(const Date& date, int count, Unit unit) {
  switch (unit) {
    case Unit::kDay:
      return AddDays(date, -count);
    case Unit::kWeek:
      return AddDays(date, -7 * count);
    case Unit::kMonth:
      return AddMonths(date, -count);
    case Unit::kYear:
      break;
  }
  return AddMonths(date, -12 * count);
}

std::optional<Unit> FindUnit(std::string_view word) {
  const auto* const found = std::find_if(std::begin(kUnits), std::end(kUnits),
                                         [&](const UnitName& u) { return u.name == word; });
  return found == std::end(kUnits) ? std::nullopt : std::optional(found->unit);
}

std::optional<int> FindNumber(std::string_view word) {
  for (std::size_t i = 0; i < std::size(kNumbers); ++i) {
    if (kNumbers[i] == word) return static_cast<int>(i) + 1;
  }
  Scanner scan(word);
  const auto number = scan.Number(1, 6);
  return number && scan.AtEnd() && *number > 0 && *number <= kMostUnits ? number : std::nullopt;
}

using Words = std::vector<std::string>;

Words SplitWords(std::string_view text) {
  Words words;
  std::string word;
  for (const char c : text) {
    if (!IsSpace(c)) {
      word.push_back(c);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

// The latest such weekday before today.
std::optional<DateRange> LatestWeekday(std::chrono::weekday weekday, const Date& today) {
  const std::chrono::weekday now{std::chrono::sys_days(today)};
  const auto back = static_cast<int>((now - weekday).count());
  const auto day = AddDays(today, back == 0 ? -7 : -back);
  return day ? std::optional(DateRange{*day, *day}) : std::nullopt;
}

// `minggu ini`, `bulan lalu`, `Senin lalu`
std::optional<DateRange> ReadThisOrLast(const Words& words, const Date& today) {
  if (words.size() != 2 || (words[1] != "ini" && words[1] != "lalu")) return std::nullopt;
  const bool last = words[1] == "lalu";
  const auto unit = FindUnit(words[0]);
  if (!unit) {
    const auto weekday = last ? FindWeekday(words[0]) : std::nullopt;
    return weekday ? LatestWeekday(*weekday, today) : std::nullopt;
  }
  if (last && *unit == Unit::kDay) return std::nullopt;
  const auto day = Before(today, last ? 1 : 0, *unit);
  return day ? WholeUnit(*day, *unit) : std::nullopt;
}

// `7 hari terakhir`, `dua minggu lalu`, `sebulan terakhir`, `3 hari yang lalu`
std::optional<DateRange> ReadCounted(Words words, const Date& today) {
  if (words.size() >= 2 && words[words.size() - 2] == "yang") words.erase(words.end() - 2);
  if (words.size() == 2 && words[0].starts_with("se")) {
    words[0].erase(0, 2);
    words.insert(words.begin(), "1");
  }
  if (words.size() != 3) return std::nullopt;
  const auto count = FindNumber(words[0]);
  const auto unit = FindUnit(words[1]);
  if (!count || !unit) return std::nullopt;
  const auto day = Before(today, *count, *unit);
  if (!day) return std::nullopt;
  if (words[2] == "lalu") return WholeUnit(*day, *unit);
  if (words[2] != "terakhir") return std::nullopt;
  const auto first = AddDays(*day, 1);
  return first ? std::optional(DateRange{*first, today}) : std::nullopt;
}

std::optional<DateRange> ReadRelative(std::string_view text, const Date& today) {
  const Words words = SplitWords(text);
  const auto day = [&](int days) {
    const auto date = AddDays(today, days);
    return date ? std::optional(DateRange{*date, *date}) : std::nullopt;
  };
  if (words == Words{"hari", "ini"}) return day(0);
  if (words == Words{"kemarin"}) return day(-1);
  if (words == Words{"kemarin", "lusa"}) return day(-2);
  if (words.size() == 1) {
    const auto weekday = FindWeekday(words[0]);
    return weekday ? LatestWeekday(*weekday, today) : std::nullopt;
  }
  const auto found = ReadThisOrLast(words, today);
  return found ? found : ReadCounted(words, today);
}

// `2022-02`, `02/2022`, `Februari 2022`, `2022`, `Februari`: nothing else may follow.
std::optional<WrittenDate> ReadMonthOrYear(std::string_view text) {
  Scanner scan(text);
  if (const auto written = ReadMonthYear(scan)) return scan.AtEnd() ? written : std::nullopt;
  if (const auto month = FindMonth(text)) return WrittenDate{0, month->month, 0};
  if (const auto year = scan.Number(4, 4)) {
    if (scan.AtEnd()) return WrittenDate{*year, 0, 0};
    if (!scan.Char('-') && !scan.Char('/')) return std::nullopt;
    const auto month = scan.Number(1, 2);
    return month && scan.AtEnd() ? std::optional(WrittenDate{*year, *month, 0}) : std::nullopt;
  }
  const auto month = scan.Number(1, 2);
  if (!month || (!scan.Char('-') && !scan.Char('/'))) return std::nullopt;
  const auto year = scan.Number(4, 4);
  return year && scan.AtEnd() ? std::optional(WrittenDate{*year, *month, 0}) : std::nullopt;
}

// A day with nothing behind it, and the weekday before it.
struct WrittenDay {
  WrittenDate date;
  std::optional<std::chrono::weekday> weekday;
};

std::optional<WrittenDay> ReadDay(std::string_view text) {
  Scanner scan(text);
  WrittenDay day;
  day.weekday = ReadWeekday(scan);
  const bool parenthesised = scan.Char('(');
  std::optional<WrittenDate> written = ReadYearFirst(scan);
  if (!written) written = ReadDayFirst(scan);
  if (!written) written = ReadDayMonth(scan);
  if (!written) written = ReadMonthDay(scan);
  if (!written && scan.CountDigits(9) == 8) {
    written = WrittenDate{*scan.Digits(4), 0, 0};
    written->month = *scan.Digits(2);
    written->day = *scan.Digits(2);
  }
  if (parenthesised) scan.Char(')');
  if (!written || !scan.AtEnd()) return std::nullopt;
  day.date = *written;
  return day;
}

Error NoDay(std::string_view text) {
  return Error{std::string(text) + " is no day"};
}

// The day without a year that was last, today counted. 29 February may be eight years ago.
std::optional<Date> LatestDay(const WrittenDate& written, const Date& today) {
  for (int year = YearOf(today); year >= YearOf(today) - 8; --year) {
    const auto date = MakeDate(year, written.month, written.day);
    if (date && *date <= today) return date;
  }
  return std::nullopt;
}

Result<DateRange> DayRange(const WrittenDay& day, std::string_view text, const Date& today) {
  const auto date = day.date.year == 0 ? LatestDay(day.date, today) : day.date.ToDate();
  if (!date) return NoDay(text);
  const std::chrono::weekday weekday{std::chrono::sys_days(*date)};
  // Without a year the weekday would choose it; that is more than a person means.
  if (day.weekday && day.date.year != 0 && *day.weekday != weekday)
    return Error{FormatIndonesian(*date) + " is not on that weekday"};
  return DateRange{*date, *date};
}

Result<DateRange> MonthOrYearRange(WrittenDate written, std::string_view text, const Date& today) {
  if (written.year == 0) written.year = YearOf(today) - (written.month > MonthOf(today) ? 1 : 0);
  if (written.year < kFirstYear || written.year > kLastYear)
    return Error{std::string(text) + " is not in the years " + std::to_string(kFirstYear) + " to " +
                 std::to_string(kLastYear)};
  const auto range =
      written.month == 0 ? WholeYear(written.year) : WholeMonth(written.year, written.month);
  return range ? Result<DateRange>(*range) : Error{std::string(text) + " is no month"};
}

// One period without `..`.
Result<DateRange> ReadOne(std::string_view text, const Date& today) {
  if (text.empty()) return Error{"a period is missing"};
  const std::string lower = LowerAscii(text);
  if (const auto range = ReadRelative(lower, today)) return *range;
  std::string_view rest = lower;
  for (const std::string_view prefix : {"tanggal ", "tgl ", "bulan ", "tahun "}) {
    if (!rest.starts_with(prefix)) continue;
    rest = Trim(rest.substr(prefix.size()));
    break;
  }
  if (const auto written = ReadMonthOrYear(rest)) return MonthOrYearRange(*written, text, today);
  if (const auto day = ReadDay(rest)) return DayRange(*day, text, today);
  return Error{"'" + std::string(text) + "' is no day, month, year or period"};
}

}  // namespace

Result<DateRange> ParsePeriod(std::string_view text, const Date& today) {
  constexpr std::string_view kTo = "..";
  text = Trim(text);
  const std::size_t dots = text.find(kTo);
  if (dots == std::string_view::npos) return ReadOne(text, today);
  const std::string_view from = Trim(text.substr(0, dots));
  const std::string_view to = Trim(text.substr(dots + kTo.size()));
  DateRange range{kFirstDate, kLastDate};
  if (from.empty() && to.empty()) return Error{"a period is missing"};
  if (!from.empty()) {
    const auto first = ReadOne(from, today);
    if (!first.ok()) return first.error();
    range.first = first.value().first;
  }
  if (!to.empty()) {
    const auto last = ReadOne(to, today);
    if (!last.ok()) return last.error();
    range.last = last.value().last;
  }
  if (range.last < range.first) return Error{std::string(text) + " ends before it begins"};
  return range;
}

}  // namespace warta
