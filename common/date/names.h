#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace warta {

/// `Februari` for 2. REQUIRES: 1 <= month <= 12.
std::string_view MonthName(int month);

/// A month as a text names it.
struct NamedMonth {
  int month = 0;       ///< 1 to 12
  bool whole = false;  ///< the whole name, no abbreviation: a word that means the month alone
};

/// The month of a word of ASCII letters in any case, Indonesian or English, with the old spellings
/// (Pebruari, Nopember) and the abbreviations counted in news (Peb, Mrt, Agt, Ags, Sept, Nop, ...).
std::optional<NamedMonth> FindMonth(std::string_view word);

/// The day of the week of such a word: whole names (Senin, Ahad, Monday) and the English
/// abbreviations of feeds (Mon). `Jum'at` is to be given without its apostrophe. Minggu is Sunday,
/// though the word also means week.
std::optional<std::chrono::weekday> FindWeekday(std::string_view word);

/// Whether the word says at what part of a day (malam, dini, hari, ...), or which of several such
/// days (lalu, kemarin, ini): what stands between a weekday and its date.
bool IsDayPart(std::string_view word);

}  // namespace warta
