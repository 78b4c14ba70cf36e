#include "common/date/mention.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "common/ascii.h"
#include "common/date/names.h"
#include "common/date/written.h"

namespace warta {
namespace {

// Whether the text ends with the mark, which is then cut off.
bool CutEnd(std::string_view& text, std::string_view mark) {
  if (!text.ends_with(mark)) return false;
  text.remove_suffix(mark.size());
  return true;
}

// The word at the end of the text, without apostrophes, which is cut off with what separates it
// from what follows.
std::string CutLastWord(std::string_view& text) {
  constexpr std::size_t kLongest = 10;
  while (!text.empty() && (IsSpace(text.back()) || text.back() == ',' || text.back() == '(' ||
                           text.ends_with("\u00A0")))
    text.remove_suffix(text.ends_with("\u00A0") ? 2 : 1);
  std::string word;  // from its end
  while (!text.empty() && word.size() < kLongest) {
    if (CutEnd(text, "'") || CutEnd(text, "\u2019")) continue;
    if (!IsLetter(text.back())) break;
    word.push_back(text.back());
    text.remove_suffix(1);
  }
  std::reverse(word.begin(), word.end());
  return word;
}

// What leads to a date: "Senin malam (", "kemarin (".
struct Lead {
  std::optional<std::chrono::weekday> weekday;
  bool day_part = false;
};

Lead ReadLead(std::string_view text, std::size_t begin) {
  constexpr int kMostWords = 4;
  Lead lead;
  std::string_view before = text.substr(0, begin);
  for (int i = 0; i < kMostWords; ++i) {
    const std::string word = CutLastWord(before);
    if (word == "minggu") break;
    lead.weekday = FindWeekday(word);
    if (lead.weekday || !IsDayPart(word)) break;
    lead.day_part = true;
  }
  return lead;
}

// Whether the digits at the place begin something: they do not inside of a word, a number, a path.
bool CanBegin(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (IsLetter(before) || IsDigit(before) || before == '/' || before == '.') return false;
  const bool joined = before == '-' || before == ',';
  return !joined || at < 2 || !(IsLetter(text[at - 2]) || IsDigit(text[at - 2]));
}

// Whether nothing goes on behind a number: no letter, no slash, no digits behind a mark.
bool CanEnd(std::string_view text, std::size_t at) {
  if (at >= text.size()) return true;
  const char next = text[at];
  if (IsLetter(next) || IsDigit(next) || next == '/') return false;
  const bool mark = next == '.' || next == '-' || next == ':';
  return !mark || at + 1 >= text.size() || !IsDigit(text[at + 1]);
}

// Whether a year makes a day of the written date, for one without a year: whether any year does.
bool IsDay(const WrittenDate& written) {
  constexpr int kLeapYear = 2000;
  return MakeDate(written.year == 0 ? kLeapYear : written.year, written.month, written.day)
      .has_value();
}

DateMention ToMention(const WrittenDate& written, std::size_t begin, std::size_t end) {
  DateMention mention;
  if (written.year != 0) mention.year = written.year;
  mention.month = written.month;
  mention.day = written.day;
  mention.begin = begin;
  mention.end = end;
  return mention;
}

bool CutWord(Scanner& scan, std::string_view word) {
  if (LowerAscii(scan.Word()) != word) return false;
  scan.MoveTo(scan.at() + word.size());
  return true;
}

// What stands between the two ends of a range, or between two days that share a month.
bool ReadJoin(Scanner& scan) {
  scan.Space();
  if (!scan.Char('-') && !scan.Text("\u2013") && !scan.Text("\u2014") && !scan.Text("s/d") &&
      !CutWord(scan, "hingga") && !CutWord(scan, "sampai") && !CutWord(scan, "dan"))
    return false;
  scan.Space();
  return true;
}

// Finds the mentions of one text.
class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<DateMention> Run() {
    std::size_t at = 0;
    while (true) {
      while (at < text_.size() && !IsDigit(text_[at])) ++at;
      if (at >= text_.size()) return std::move(found_);
      const std::size_t end = ReadAt(at);
      if (end == at)
        while (at < text_.size() && IsDigit(text_[at])) ++at;
      else
        at = end;
    }
  }

 private:
  // Where the mention that begins with these digits ends; the place itself if there is none.
  std::size_t ReadAt(std::size_t at) {
    const std::size_t digits = Scanner(text_, at).CountDigits(5);
    if (digits == 3 || digits == 5 || !CanBegin(text_, at)) return at;
    if (digits == 4) return ReadYearAt(at);
    const Lead lead = LooksLikeDay(at) ? ReadLead(text_, at) : Lead{};
    if (const std::size_t end = ReadNumeric(at, lead); end != at) return end;
    if (const std::size_t end = ReadNamed(at, lead); end != at) return end;
    return ReadRange(at);
  }

  // Whether a mark or a space follows the number: nothing else is worth reading what leads to it.
  bool LooksLikeDay(std::size_t at) const {
    Scanner scan(text_, at);
    scan.Number(1, 2);
    const char next = scan.Peek();
    return next == '/' || next == '-' || next == '.' || next == ' ' || scan.Space();
  }

  std::size_t ReadNumeric(std::size_t at, const Lead& lead) {
    Scanner scan(text_, at);
    auto written = ReadDayFirst(scan, lead.weekday.has_value() && HasSlash(at));
    if (!written) written = ReadDayAndMonth(scan, at, lead);
    if (!written || !IsDay(*written) || !CanEnd(text_, scan.at())) return at;
    DateMention mention = ToMention(*written, at, scan.at());
    mention.numeric = true;
    return Add(mention, lead);
  }

  bool HasSlash(std::size_t at) const {
    return text_.substr(at, 3).find('/') != std::string_view::npos;
  }

  // `7/2` where it is no fraction.
  std::optional<WrittenDate> ReadDayAndMonth(Scanner& scan, std::size_t at,
                                             const Lead& lead) const {
    const bool parenthesised = at > 0 && text_[at - 1] == '(';
    if (!lead.weekday && !(lead.day_part && parenthesised)) return std::nullopt;
    const auto day = scan.Number(1, 2);
    if (!day || !scan.Char('/')) return std::nullopt;
    const auto month = scan.Number(1, 2);
    if (!month) return std::nullopt;
    return WrittenDate{0, *month, *day};
  }

  std::size_t ReadNamed(std::size_t at, const Lead& lead) {
    Scanner scan(text_, at);
    const auto written = ReadDayMonth(scan);
    if (!written || !IsDay(*written) || IsLetter(scan.Peek())) return at;
    if (written->year == 0 && !written->whole_name && !lead.weekday) return at;
    const DateMention mention = ToMention(*written, at, scan.at());
    ShareYear(mention);
    return Add(mention, lead);
  }

  // Gives the year to a mention without one that is the other end of a range: in the year before
  // if it would come later.
  void ShareYear(const DateMention& last) {
    if (found_.empty() || !last.year) return;
    DateMention& first = found_.back();
    if (first.year || first.numeric) return;
    Scanner scan(text_, first.end);
    if (!ReadJoin(scan) || scan.at() != last.begin) return;
    const bool later = first.month > last.month;
    first.year = *last.year - (later ? 1 : 0);
    if (!first.date()) first.year.reset();
  }

  // `4-5 Februari 2022` and `5-7/2/2022`: the first day and then the last.
  std::size_t ReadRange(std::size_t at) {
    Scanner scan(text_, at);
    const auto day = scan.Number(1, 2);
    const std::size_t first_end = scan.at();
    if (!day || !ReadJoin(scan)) return at;
    const std::size_t last_begin = scan.at();
    auto written = ReadDayFirst(scan);
    const bool numeric = written.has_value();
    if (!written) written = ReadDayMonth(scan);
    if (!written || *day >= written->day || *day == 0 || !IsDay(*written)) return at;
    if (!CanEnd(text_, scan.at()) || (written->year == 0 && !written->whole_name)) return at;
    DateMention last = ToMention(*written, last_begin, scan.at());
    written->day = *day;
    DateMention first = ToMention(*written, at, first_end);
    first.numeric = last.numeric = numeric;
    // A weekday before it may be that of either day: Kamis-Jumat (3-4/2/2022).
    Add(first, Lead{});
    return Add(last, Lead{});
  }

  // `2022-02-07`, or the year of `Februari 2022`.
  std::size_t ReadYearAt(std::size_t at) {
    Scanner scan(text_, at);
    if (text_.substr(at + 4).starts_with('-')) {
      const auto written = ReadYearFirst(scan);
      const bool padded = scan.at() - at == std::string_view("2022-02-07").size();
      // A time may follow behind a T.
      if (!written || !padded || !IsDay(*written) || IsDigit(scan.Peek())) return at;
      DateMention mention = ToMention(*written, at, scan.at());
      mention.numeric = true;
      return Add(mention, ReadLead(text_, at));
    }
    std::string_view before = text_.substr(0, at);
    const std::string word = CutLastWord(before);
    const auto month = FindMonth(word);
    const auto year = scan.Number(4, 4);
    if (!month || !year || !CanEnd(text_, scan.at()) || !IsWholeMonth(before)) return at;
    if (*year < kFirstYear || *year > kLastYear) return at;
    Add(ToMention(WrittenDate{*year, month->month, 0}, before.size(), scan.at()), Lead{});
    return scan.at();
  }

  // Whether neither a letter nor a number stands before the name of a month: 32 Januari 2022 is no
  // month either.
  static bool IsWholeMonth(std::string_view before) {
    if (!before.empty() && IsLetter(before.back())) return false;
    while (!before.empty() && (IsSpace(before.back()) || before.ends_with("\u00A0")))
      before.remove_suffix(before.ends_with("\u00A0") ? 2 : 1);
    return before.empty() || !IsDigit(before.back());
  }

  std::size_t Add(DateMention mention, const Lead& lead) {
    mention.weekday = lead.weekday;
    mention.parenthesised = mention.begin > 0 && text_[mention.begin - 1] == '(' &&
                            mention.end < text_.size() && text_[mention.end] == ')';
    found_.push_back(mention);
    return mention.end;
  }

  std::string_view text_;
  std::vector<DateMention> found_;
};

}  // namespace

std::vector<DateMention> FindDates(std::string_view text) {
  return Finder(text).Run();
}

std::optional<Date> ResolveYear(const DateMention& mention, const Date& reference) {
  if (mention.year || mention.day == 0) return mention.date();
  // Within so many years each day falls on each weekday, but for 29 February, which needs 40 where
  // a century is no leap year.
  constexpr int kMostYears = 12;
  const int reference_year = static_cast<int>(reference.year());
  std::optional<Date> nearest;
  std::optional<Date> agreeing;
  const auto nearer = [&](const Date& one, const std::optional<Date>& other) {
    return !other ||
           std::abs(DaysBetween(reference, one)) < std::abs(DaysBetween(reference, *other));
  };
  for (int year = reference_year - kMostYears; year <= reference_year + kMostYears; ++year) {
    const auto date = MakeDate(year, mention.month, mention.day);
    if (!date) continue;
    if (nearer(*date, nearest)) nearest = date;
    const bool agrees =
        mention.weekday && std::chrono::weekday(std::chrono::sys_days(*date)) == *mention.weekday;
    if (agrees && nearer(*date, agreeing)) agreeing = date;
  }
  return agreeing ? agreeing : nearest;
}

}  // namespace warta
