#include "common/date/date_line.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "common/ascii.h"
#include "common/date/names.h"
#include "common/date/scanner.h"

namespace warta {
namespace {

// Bytes: nothing longer is a dateline or a line that only states a date.
constexpr std::size_t kLongest = 100;

constexpr int kMostWords = 6;

// Small words that announce a day of publication.
constexpr std::string_view kLabels[] = {
    "pada",   "tanggal", "tgl",     "oleh",           "terbit", "diterbitkan", "tayang",
    "dimuat", "rilis",   "dirilis", "dipublikasikan", "hari",   "published",   "posted",
    "on",     "date",    "by"};

constexpr std::string_view kUpdates[] = {"diperbarui", "diperbaharui", "update", "updated",
                                         "pembaruan",  "diedit",       "foto"};

bool IsSeparator(char c) {
  return IsSpace(c) || c == ',' || c == '|' || c == ':' || c == '(' || c == ')' || c == '/' ||
         c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

// A word that may stand before the date of a dateline: a place, a paper, an author, a label.
bool MayLead(std::string_view word) {
  if (word.empty()) return true;
  const std::string lower = LowerAscii(word);
  if (Contains(kUpdates, lower)) return false;
  return IsUpper(word.front()) || Contains(kLabels, lower) || FindWeekday(lower) ||
         word.find('.') != std::string_view::npos;
}

// What stands before the date without the weekday that belongs to it.
std::string_view WithoutWeekday(std::string_view before) {
  while (!before.empty() && (IsSpace(before.back()) || before.ends_with("\u00A0")))
    before.remove_suffix(before.ends_with("\u00A0") ? 2 : 1);
  std::string_view rest = before;
  while (rest.ends_with(',') || rest.ends_with(' ') || rest.ends_with('(')) rest.remove_suffix(1);
  std::size_t begin = rest.size();
  while (begin > 0 && (IsLetter(rest[begin - 1]) || rest[begin - 1] == '\'')) --begin;
  std::string word(rest.substr(begin));
  std::erase(word, '\'');
  const bool dates = FindWeekday(word) || Contains(kLabels, LowerAscii(word));
  if (!dates) return before;
  rest = rest.substr(0, begin);
  while (rest.ends_with(' ')) rest.remove_suffix(1);
  return rest;
}

// Whether only a few words that may lead to a date stand there, and a mark before the date.
bool IsLead(std::string_view before) {
  before = WithoutWeekday(before);
  if (!before.empty() && !IsSeparator(before.back())) return false;
  int words = 0;
  while (!before.empty()) {
    const auto end = std::find_if(before.begin(), before.end(), IsSeparator);
    const auto size = static_cast<std::size_t>(end - before.begin());
    const std::string_view word = before.substr(0, size);
    if (!MayLead(word) || (size > 0 && ++words > kMostWords)) return false;
    before.remove_prefix(size + (end == before.end() ? 0 : 1));
  }
  return true;
}

void SkipMarks(Scanner& scan) {
  while (scan.Space() || scan.Char(',') || scan.Char(')') || scan.Char('|') || scan.Char('.') ||
         scan.Char('/') || scan.Text("\u2022")) {
  }
}

// The time behind a date; moves behind it and the marks around it.
std::optional<LocalTime> ReadTimeBehind(Scanner& scan) {
  SkipMarks(scan);
  const Scanner before = scan;
  if (scan.Char('-') || scan.Text("\u2013")) scan.Space();
  const std::string word = LowerAscii(scan.Word());
  if (word == "pukul" || word == "jam" || word == "at") {
    scan.MoveTo(scan.at() + word.size());
    scan.Space();
  }
  auto time = ReadTime(scan);
  if (!time) {
    scan = before;
    return std::nullopt;
  }
  SkipMarks(scan);
  return time;
}

// A dash that ends a dateline: not that of a range.
bool AtDash(const Scanner& scan) {
  Scanner at = scan;
  if (!at.Char('-') && !at.Text("\u2013") && !at.Text("\u2014")) return false;
  at.Space();
  return !IsDigit(at.Peek());
}

// The first date of the text, if only a lead stands before it, and where the scanner goes on.
std::optional<DateLine> ReadHead(std::string_view text, Scanner& scan) {
  const std::vector<DateMention> mentions = FindDates(text);
  if (mentions.empty() || mentions.front().day == 0) return std::nullopt;
  const DateMention& first = mentions.front();
  if (!IsLead(text.substr(0, first.begin))) return std::nullopt;
  scan.MoveTo(first.end);
  const auto time = ReadTimeBehind(scan);
  return DateLine{first, time};
}

}  // namespace

std::optional<DateLine> FindDateline(std::string_view paragraph) {
  const std::string_view start = paragraph.substr(0, kLongest);
  Scanner scan(start);
  auto found = ReadHead(start, scan);
  if (!found || !AtDash(scan)) return std::nullopt;
  // "Senin (7/2/2022) - " alone is the line of a programme.
  const bool with_place = !WithoutWeekday(start.substr(0, found->mention.begin)).empty();
  return with_place ? found : std::nullopt;
}

std::optional<DateLine> ReadDateLine(std::string_view line) {
  // "Senin (7/2/2022)." is the end of a sentence that was broken, where a link was lost.
  if (line.size() > kLongest || line.ends_with('.') || line.ends_with(',')) return std::nullopt;
  Scanner scan(line);
  auto found = ReadHead(line, scan);
  if (!found || !scan.AtEnd()) return std::nullopt;
  const std::size_t begin = found->mention.begin;
  return begin > 0 && line[begin - 1] == '(' ? std::nullopt : found;
}

}  // namespace warta
