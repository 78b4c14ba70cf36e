#pragma once

#include <cstddef>
#include <cstdint>

namespace warta {

/// How many bytes of changes may be committed together for a run to stay within so much memory
/// (0: a fifth of the machine's).
std::size_t BatchBytes(std::uint64_t memory);

/// How much memory the postings of a bulk build may take for the same.
std::size_t BulkBytes(std::uint64_t memory);

/// The same for what else waits for the end of the build.
std::size_t BulkWaitingBytes(std::uint64_t memory);

}  // namespace warta
