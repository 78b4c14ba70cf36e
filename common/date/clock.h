#pragma once

#include <chrono>
#include <optional>

#include "common/date/scanner.h"

namespace warta {

/// A time of day as a text states it.
struct LocalTime {
  std::chrono::seconds since_midnight{0};  ///< 0 to 86,399
  /// How far the clock is ahead of UTC, within 14 hours; none if it is not said.
  std::optional<std::chrono::minutes> zone = std::nullopt;

  bool operator==(const LocalTime&) const = default;
};

/// Western Indonesian time, UTC+7.
inline constexpr std::chrono::minutes kWib{7 * 60};

/// The time of three numbers, if there is such a time; a leap second is the one before.
std::optional<LocalTime> MakeTime(int hour, int minute, int second);

/// Reads a zone: `Z`, `+07:00`, `+0700`, `+07`, `GMT`, `UTC`, `GMT+0700`, `WIB`, `WITA`, `WIT`, the
/// names also in a parenthesis. Moves only if one of these stands there.
std::optional<std::chrono::minutes> ReadZone(Scanner& scan);

/// Reads `10:15`, `10.15`, `10:15:00`, `10:15:00.123`, `10:15 PM` and the zone behind it, if any.
std::optional<LocalTime> ReadTime(Scanner& scan);

}  // namespace warta
