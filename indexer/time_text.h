#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace warta {

/// A moment, in seconds since 1970, for programs: `2026-11-24T03:15:00Z`; and the way back, from just
/// this form.
std::string UtcText(std::int64_t time);
std::optional<std::int64_t> ParseUtc(const std::string& text);

/// The same for people: `2026-11-24 10:15`, in the zone of the machine.
std::string LocalText(std::int64_t time);

}  // namespace warta
