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

// Postings take as much again while they are sorted; the last part is for what waits.
constexpr std::uint64_t kPartsOfBulk = 3;

// More saves little time.
constexpr std::uint64_t kLargestBulk = 64 * kMiB;
constexpr std::uint64_t kSmallestBulk = 4 * kMiB;

// What may be used beside what is needed anyway.
std::uint64_t Usable(std::uint64_t memory) {
  if (memory == 0) memory = FifthOfMachine();
  return memory > kFixedBytes ? memory - kFixedBytes : 0;
}

}  // namespace

std::size_t BatchBytes(std::uint64_t memory) {
  return std::clamp(Usable(memory) / kMemoryPerByte, kSmallest, kLargest);
}

std::size_t BulkBytes(std::uint64_t memory) {
  return std::clamp(Usable(memory) / kPartsOfBulk, kSmallestBulk, kLargestBulk);
}

std::size_t BulkWaitingBytes(std::uint64_t memory) {
  return std::max(Usable(memory) / kPartsOfBulk, kSmallestBulk);
}

}  // namespace warta
