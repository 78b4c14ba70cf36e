#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace warta::glass {

/// Appends the tag of a position list as Xapian's glass backend keeps it: the last position, then, of
/// more than one, the first, their number and those between in interpolative coding (Moffat and
/// Stuiver, "Binary interpolative coding for effective index compression", 2000).
/// REQUIRES: ascending, without repetition, not empty.
void PackPositions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace warta::glass
