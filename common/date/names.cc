#include "common/date/names.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "common/ascii.h"

namespace warta {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "Januari", "Februari", "Maret",     "April",   "Mei",      "Juni",
    "Juli",    "Agustus",  "September", "Oktober", "November", "Desember"};

struct MonthEntry {
  std::string_view name;
  NamedMonth month;
};

// Lower case. `may` is an abbreviation here: in running Indonesian it is rather a name.
constexpr MonthEntry kMonthNames[] = {
    {"januari", {1, true}},   {"jan", {1, false}},      {"january", {1, true}},
    {"februari", {2, true}},  {"pebruari", {2, true}},  {"feb", {2, false}},
    {"peb", {2, false}},      {"february", {2, true}},  {"maret", {3, true}},
    {"mar", {3, false}},      {"mrt", {3, false}},      {"march", {3, true}},
    {"april", {4, true}},     {"apr", {4, false}},      {"mei", {5, true}},
    {"may", {5, false}},      {"juni", {6, true}},      {"jun", {6, false}},
    {"june", {6, true}},      {"juli", {7, true}},      {"jul", {7, false}},
    {"july", {7, true}},      {"agustus", {8, true}},   {"agu", {8, false}},
    {"agt", {8, false}},      {"ags", {8, false}},      {"agust", {8, false}},
    {"aug", {8, false}},      {"august", {8, true}},    {"september", {9, true}},
    {"sept", {9, false}},     {"sep", {9, false}},      {"oktober", {10, true}},
    {"okt", {10, false}},     {"oct", {10, false}},     {"october", {10, true}},
    {"november", {11, true}}, {"nopember", {11, true}}, {"nov", {11, false}},
    {"nop", {11, false}},     {"desember", {12, true}}, {"des", {12, false}},
    {"dec", {12, false}},     {"december", {12, true}}};

struct WeekdayEntry {
  std::string_view name;
  unsigned day;  // from Sunday, 0
};

constexpr WeekdayEntry kWeekdays[] = {
    {"senin", 1},     {"selasa", 2},   {"rabu", 3},   {"kamis", 4},    {"jumat", 5},
    {"sabtu", 6},     {"minggu", 0},   {"ahad", 0},   {"monday", 1},   {"tuesday", 2},
    {"wednesday", 3}, {"thursday", 4}, {"friday", 5}, {"saturday", 6}, {"sunday", 0},
    {"mon", 1},       {"tue", 2},      {"wed", 3},    {"thu", 4},      {"fri", 5},
    {"sat", 6},       {"sun", 0}};

constexpr std::string_view kDayParts[] = {
    "pagi", "siang", "sore",  "petang",  "malam", "dini",     "hari", "subuh", "lalu", "kemarin",
    "ini",  "tadi",  "besok", "tanggal", "tgl",   "dinihari", "wib",  "wita",  "wit"};

// No name of the tables is longer.
constexpr std::size_t kLongestName = 9;

}  // namespace

std::string_view MonthName(int month) {
  return kMonths.at(static_cast<std::size_t>(month - 1));
}

std::optional<NamedMonth> FindMonth(std::string_view word) {
  if (word.size() < 3 || word.size() > kLongestName) return std::nullopt;
  const std::string lower = LowerAscii(word);
  const auto* const found = std::find_if(std::begin(kMonthNames), std::end(kMonthNames),
                                         [&](const MonthEntry& m) { return m.name == lower; });
  return found == std::end(kMonthNames) ? std::nullopt : std::optional(found->month);
}

std::optional<std::chrono::weekday> FindWeekday(std::string_view word) {
  if (word.size() < 3 || word.size() > kLongestName) return std::nullopt;
  const std::string lower = LowerAscii(word);
  const auto* const found = std::find_if(std::begin(kWeekdays), std::end(kWeekdays),
                                         [&](const WeekdayEntry& d) { return d.name == lower; });
  return found == std::end(kWeekdays) ? std::nullopt
                                      : std::optional(std::chrono::weekday(found->day));
}

bool IsDayPart(std::string_view word) {
  const std::string lower = LowerAscii(word);
  return std::find(std::begin(kDayParts), std::end(kDayParts), lower) != std::end(kDayParts);
}

}  // namespace warta
