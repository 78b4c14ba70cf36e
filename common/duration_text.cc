#include "common/duration_text.h"

#include <cstdint>
#include <utility>

#include "common/group_digits.h"

namespace warta {

std::string DurationText(std::chrono::seconds duration) {
  using std::chrono::seconds;
  constexpr std::pair<seconds, const char*> kUnits[] = {
      {std::chrono::hours(24), " days"},
      {std::chrono::hours(1), " hours"},
      {std::chrono::minutes(1), " minutes"},
  };
  for (const auto& [length, name] : kUnits) {
    if (duration >= 2 * length)
      return GroupDigits(static_cast<std::uint64_t>(duration / length)) + name;
  }
  return std::to_string(duration.count()) + (duration == seconds(1) ? " second" : " seconds");
}

}  // namespace warta
