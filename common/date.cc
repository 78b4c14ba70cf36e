#include "common/date.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <sstream>
#include <utility>

#include "common/ascii.h"

namespace warta {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "Januari", "Februari", "Maret",     "April",   "Mei",      "Juni",
    "Juli",    "Agustus",  "September", "Oktober", "November", "Desember"};

// Lower-case names and abbreviations as counted in news: the old spellings Peb and Nop, and four
// ways to shorten Agustus.
constexpr std::pair<std::string_view, int> kMonthNames[] = {
    {"januari", 1},   {"jan", 1},  {"februari", 2},  {"pebruari", 2},  {"feb", 2},     {"peb", 2},
    {"maret", 3},     {"mar", 3},  {"april", 4},     {"apr", 4},       {"mei", 5},     {"may", 5},
    {"juni", 6},      {"jun", 6},  {"juli", 7},      {"jul", 7},       {"agustus", 8}, {"agu", 8},
    {"agt", 8},       {"ags", 8},  {"agust", 8},     {"september", 9}, {"sept", 9},    {"sep", 9},
    {"oktober", 10},  {"okt", 10}, {"november", 11}, {"nopember", 11}, {"nov", 11},    {"nop", 11},
    {"desember", 12}, {"des", 12}};

constexpr std::string_view kWeekdays[] = {"senin", "selasa", "rabu",   "kamis",
                                          "jumat", "sabtu",  "minggu", "ahad"};

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

// Reads parts of a date from left to right. Every Read leaves the position alone when it fails.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }

  std::optional<int> Number(std::size_t min_digits, std::size_t max_digits) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && IsDigit(text_[end]) && end - at_ <= max_digits) {
      value = value * 10 + (text_[end++] - '0');
    }
    if (end - at_ < min_digits || end - at_ > max_digits) return std::nullopt;
    at_ = end;
    return value;
  }

  // A space, also one that forbids a line break.
  bool Space() { return Char(' ') || Text("\u00A0"); }

  bool Text(std::string_view wanted) {
    if (!text_.substr(at_).starts_with(wanted)) return false;
    at_ += wanted.size();
    return true;
  }

  bool Char(char wanted) {
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  std::optional<int> Month() {
    std::size_t end = at_;
    while (end < text_.size() && IsLetter(text_[end]) && end - at_ < 10) ++end;
    const std::string name = LowerAscii(text_.substr(at_, end - at_));
    for (const auto& [known, month] : kMonthNames) {
      if (name == known) {
        at_ = end;
        return month;
      }
    }
    return std::nullopt;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

// `7/2/2022` at the place.
std::optional<DateMention> ReadNumeric(std::string_view text, std::size_t begin) {
  Scanner scan(text, begin);
  const auto day = scan.Number(1, 2);
  if (!day || !scan.Char('/')) return std::nullopt;
  const auto month = scan.Number(1, 2);
  if (!month || !scan.Char('/')) return std::nullopt;
  const auto year = scan.Number(4, 4);
  if (!year) return std::nullopt;
  const auto date = MakeDate(*year, *month, *day);
  if (!date) return std::nullopt;
  const bool parenthesised =
      begin > 0 && text[begin - 1] == '(' && scan.at() < text.size() && text[scan.at()] == ')';
  return DateMention{*date, begin, scan.at(), true, parenthesised, false};
}

// `7 Februari 2022` at the place, also `7 Feb. 2022`.
std::optional<DateMention> ReadNamed(std::string_view text, std::size_t begin) {
  Scanner scan(text, begin);
  const auto day = scan.Number(1, 2);
  if (!day || !scan.Space()) return std::nullopt;
  const auto month = scan.Month();
  if (!month) return std::nullopt;
  scan.Char('.');
  if (!scan.Space()) return std::nullopt;
  const auto year = scan.Number(4, 4);
  if (!year) return std::nullopt;
  const auto date = MakeDate(*year, *month, *day);
  if (!date) return std::nullopt;
  return DateMention{*date, begin, scan.at(), false, false, false};
}

// Whether the text ends with one of the marks, which is then cut off.
template <std::size_t kCount>
bool CutEnd(std::string_view& text, const std::string_view (&marks)[kCount]) {
  for (const std::string_view mark : marks) {
    if (!text.ends_with(mark)) continue;
    text.remove_suffix(mark.size());
    return true;
  }
  return false;
}

// Whether a weekday stands directly before the place, with at most spaces, a comma or a parenthesis
// between them.
bool FollowsWeekday(std::string_view text, std::size_t begin) {
  constexpr std::string_view kBetween[] = {" ", ",", "(", "\u00A0"};
  constexpr std::string_view kApostrophes[] = {"'", "\u2019"};
  std::string_view before = text.substr(0, begin);
  while (CutEnd(before, kBetween)) {
  }
  std::string word;  // from its end
  while (!before.empty() && word.size() < 10) {
    if (CutEnd(before, kApostrophes)) continue;
    if (!IsLetter(before.back())) break;
    word.push_back(before.back());
    before.remove_suffix(1);
  }
  std::reverse(word.begin(), word.end());
  word = LowerAscii(word);
  return std::find(std::begin(kWeekdays), std::end(kWeekdays), word) != std::end(kWeekdays);
}

// Whether a segment of a path ends at the place, be it of a URL with a query or a fragment.
bool EndsSegment(std::string_view path, std::size_t at) {
  return at >= path.size() || path[at] == '/' || path[at] == '?' || path[at] == '#';
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

std::optional<Date> ParseIsoDate(std::string_view text) {
  Scanner scan(text, 0);
  const auto year = scan.Number(4, 4);
  if (!year || !scan.Char('-')) return std::nullopt;
  const auto month = scan.Number(2, 2);
  if (!month || !scan.Char('-')) return std::nullopt;
  const auto day = scan.Number(2, 2);
  if (!day) return std::nullopt;
  return MakeDate(*year, *month, *day);
}

std::optional<Date> ParseDateField(std::string_view text) {
  if (const auto date = ParseIsoDate(text)) return date;
  Scanner scan(text, 0);
  if (const auto digits = scan.Number(8, 8)) {
    if (const auto date = MakeDate(*digits / 10000, *digits / 100 % 100, *digits % 100))
      return date;
  }
  const std::vector<DateMention> mentions = FindDates(text);
  return mentions.empty() ? std::nullopt : std::optional(mentions.front().date);
}

std::string FormatIso(const Date& date) {
  std::ostringstream text;
  text << std::setfill('0') << std::setw(4) << static_cast<int>(date.year()) << '-' << std::setw(2)
       << static_cast<unsigned>(date.month()) << '-' << std::setw(2)
       << static_cast<unsigned>(date.day());
  return std::move(text).str();
}

std::string FormatCompact(const Date& date) {
  std::string text = FormatIso(date);
  std::erase(text, '-');
  return text;
}

std::string FormatIndonesian(const Date& date) {
  return std::to_string(static_cast<unsigned>(date.day())) + ' ' +
         std::string(kMonths[static_cast<unsigned>(date.month()) - 1]) + ' ' +
         std::to_string(static_cast<int>(date.year()));
}

std::optional<Date> FindDateInPath(std::string_view path) {
  for (std::size_t begin = 0; begin < path.size(); ++begin) {
    if (begin > 0 && path[begin - 1] != '/') continue;
    Scanner scan(path, begin);
    const auto year = scan.Number(4, 4);
    if (!year || !scan.Char('/')) continue;
    const auto month = scan.Number(1, 2);
    if (!month || !scan.Char('/')) continue;
    const auto day = scan.Number(1, 2);
    if (!day || !EndsSegment(path, scan.at())) continue;
    if (const auto date = MakeDate(*year, *month, *day)) return date;
  }
  return std::nullopt;
}

std::vector<DateMention> FindDates(std::string_view text) {
  std::vector<DateMention> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!IsDigit(text[at])) continue;
    const bool inside = at > 0 && (IsDigit(text[at - 1]) || IsLetter(text[at - 1]) ||
                                   text[at - 1] == '/' || text[at - 1] == '.');
    if (inside) continue;
    auto mention = ReadNumeric(text, at);
    if (!mention) mention = ReadNamed(text, at);
    if (!mention) continue;
    mention->after_weekday = FollowsWeekday(text, at);
    found.push_back(*mention);
    at = mention->end - 1;
  }
  return found;
}

std::optional<Date> FindPublicationDate(std::string_view text, std::optional<Date> not_after) {
  std::optional<Date> latest;
  std::optional<Date> parenthesised;
  for (const DateMention& mention : FindDates(text)) {
    if (not_after && mention.date > *not_after) continue;
    if (mention.parenthesised && mention.after_weekday) return mention.date;
    if (mention.parenthesised && !parenthesised) parenthesised = mention.date;
    if (mention.after_weekday && (!latest || mention.date > *latest)) latest = mention.date;
  }
  return latest ? latest : parenthesised;
}

}  // namespace warta
