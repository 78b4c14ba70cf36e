#pragma once

#include <optional>
#include <string_view>

#include "common/date/clock.h"
#include "common/date/mention.h"

namespace warta {

/// A date with which a newsroom dates a whole text.
struct DateLine {
  DateMention mention;
  std::optional<LocalTime> time;
};

/// The date in the dateline that a paragraph begins with: `JAKARTA, 7 Februari 2022 -`, `Jakarta
/// (7/2/2022) --`, `TEMPO.CO, Jakarta, Senin (7/2) -`. Before it only a few capitalised words stand,
/// behind it at most a time, then a dash.
std::optional<DateLine> FindDateline(std::string_view paragraph);

/// The date of a line that does nothing but state it, with a time if there is one: `Senin, 07
/// Februari 2022 10:15 WIB`, `Jakarta, 7 Februari 2022`, `Terbit: 7/2/2022`. A few capitalised
/// words before a comma or another mark may be a place or an author. No such line is one that tells
/// of an update, a headline with a date in it, or what ends like a sentence or has its date in a
/// parenthesis: newsrooms date statements so.
std::optional<DateLine> ReadDateLine(std::string_view line);

}  // namespace warta
