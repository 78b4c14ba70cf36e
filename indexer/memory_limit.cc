#include "indexer/memory_limit.h"

#include <algorithm>

#include <unistd.h>

namespace warta {
namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

// What is needed beside the batch: the dictionary and the analyser's table, an article of the largest
// kind in all its forms, the tables' blocks.
constexpr std::uint64_t kFixedBytes = 64 * kMiB;

// Of memory that Xapian takes for a byte of an article that waits to be committed.
constexpr std::uint64_t kMemoryPerByte = 16;

// Larger batches save little time.
constexpr std::uint64_t kLargest = 8 * kMiB;
constexpr std::uint64_t kSmallest = kMiB / 4;

std::uint64_t FifthOfMachine() {
  const long pages = ::sysconf(_SC_PHYS_PAGES);
  const long page = ::sysconf(_SC_PAGE_SIZE);
  if (pages <= 0 || page <= 0) return 0;
  return static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page) / 5;
}

}  // namespace

std::size_t BatchBytes(std::uint64_t memory) {
  if (memory == 0) memory = FifthOfMachine();
  const std::uint64_t batch = memory > kFixedBytes ? (memory - kFixedBytes) / kMemoryPerByte : 0;
  return std::clamp(batch, kSmallest, kLargest);
}

}  // namespace warta
