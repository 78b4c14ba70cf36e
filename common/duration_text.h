#pragma once

#include <chrono>
#include <string>

namespace warta {

/// How long that is, for a person: `1 second`, `59 minutes`, `36 hours`, `3 days`. Whole units,
/// rounded down, of the largest of which there are at least two (of seconds: any number).
std::string DurationText(std::chrono::seconds duration);

}  // namespace warta
