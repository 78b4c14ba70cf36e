#pragma once

#include <optional>
#include <string_view>

#include "common/date/timestamp.h"

namespace warta {

/// The day of publication that stands in a URL, or in a path with forward slashes; the first wins:
/// * `/2022/02/07/`, also at either end and with month or day in one digit; of Kompas with the time
///   that its next folder begins with (`/2015/11/04/21040031/`: 21:04);
/// * a name that begins with `2022-02-07`, `2022_02_07`, `20220207` or `20220207101500` (with its
///   time) and does not go on with a letter or digit: `/20220207101500-20-429/`, `20220207.txt`.
///   Without marks only from 1990 on, since other numbers look the same.
///
/// Times are those of Western Indonesia; the zone is not stated.
std::optional<Timestamp> FindDateInPath(std::string_view path);

/// The middle of the month, or of the year, where only that stands in the path (`/2022/02/`,
/// `/2022/`): enough to tell the year of a date in the text. Years from 1990 on.
std::optional<Date> FindRoughDateInPath(std::string_view path);

}  // namespace warta
