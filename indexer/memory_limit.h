#pragma once

#include <cstddef>
#include <cstdint>

namespace warta {

/// How many bytes of changes may be committed together for a run to stay within so much memory
/// (0: a fifth of the machine's).
std::size_t BatchBytes(std::uint64_t memory);

}  // namespace warta
