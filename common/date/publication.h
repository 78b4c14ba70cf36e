#pragma once

#include <optional>
#include <string_view>

#include "common/date/timestamp.h"

namespace warta {

/// What in a text tells the day of its publication, most reliable first (measured by
/// tests/eval/date_evidence.cc).
enum class DateEvidence {
  kDateline,        ///< `JAKARTA, 7 Februari 2022 -`, or a line that only states the date
  kWeekdayNumeric,  ///< `Senin (7/2/2022)`
  kWeekdayNamed,    ///< `Senin, 7 Februari 2022`
  kNoYear,          ///< `Senin (7/2)`, `hari ini (7/2)`
  kNumeric,         ///< `(7/2/2022)`
};

struct PublicationDate {
  Timestamp when;  ///< the time only from a line that states the date: others are of the event
  DateEvidence evidence = DateEvidence::kDateline;
};

/// What is known from elsewhere about when a text was published.
struct PublicationHints {
  std::optional<Date> not_after;  ///< nothing was published later; usually today
  std::optional<Date> near;       ///< tells the year of dates without one: a day not far from it
};

/// The day on which a text was published, as far as it says so: that of its dateline or of a line
/// of its own at its head or foot. Else the latest day of running text that can be it, since what
/// was reported happened on it or before: a day in numbers in a parenthesis or with a weekday.
/// Preferred are days in a sentence that says who said something, as newsrooms date the statements
/// they report; days that a sentence announces (akan, mendatang, hingga) and those whose weekday is
/// wrong come last. Other dates belong to the story.
///
/// A year that is missing is told by the other dates of the text, else by `hints.near`, else the
/// date is passed over.
std::optional<PublicationDate> FindPublicationDate(std::string_view text,
                                                   const PublicationHints& hints = {});

}  // namespace warta
