#include "indexer/memory_limit.h"

#include <cstddef>
#include <cstdint>

#include <gtest/gtest.h>

namespace warta {
namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

TEST(MemoryLimitTest, MoreMemoryNeverMakesABatchSmaller) {
  std::size_t before = BatchBytes(1);
  for (std::uint64_t memory = kMiB; memory <= 4096 * kMiB; memory += kMiB) {
    const std::size_t batch = BatchBytes(memory);
    EXPECT_GE(batch, before) << memory;
    before = batch;
  }
}

TEST(MemoryLimitTest, ABatchIsNeverTooSmallToWorkNorLargerThanUseful) {
  EXPECT_EQ(BatchBytes(1), kMiB / 4);
  EXPECT_EQ(BatchBytes(64 * kMiB), kMiB / 4);
  EXPECT_EQ(BatchBytes(1024 * kMiB), 8 * kMiB);
  EXPECT_EQ(BatchBytes(~std::uint64_t{0}), 8 * kMiB);
}

TEST(MemoryLimitTest, BetweenTheBoundsTheMemoryCounts) {
  EXPECT_GT(BatchBytes(96 * kMiB), BatchBytes(64 * kMiB));
  EXPECT_LT(BatchBytes(96 * kMiB), BatchBytes(1024 * kMiB));
}

TEST(MemoryLimitTest, ABulkBuildStaysWithinTheMemoryToo) {
  for (const std::uint64_t memory : {128 * kMiB, 256 * kMiB, 1024 * kMiB, 16'384 * kMiB}) {
    EXPECT_LE(2 * BulkBytes(memory) + BulkWaitingBytes(memory), memory - 64 * kMiB) << memory;
  }
  EXPECT_EQ(BulkBytes(64 * kMiB), 4 * kMiB);
  EXPECT_EQ(BulkBytes(~std::uint64_t{0}), 64 * kMiB);
  EXPECT_EQ(BulkWaitingBytes(64 * kMiB), 4 * kMiB);
}

TEST(MemoryLimitTest, WithoutALimitTheMachineDecides) {
  EXPECT_GE(BatchBytes(0), kMiB / 4);
  EXPECT_LE(BatchBytes(0), 8 * kMiB);
  EXPECT_EQ(BatchBytes(0), BatchBytes(0));
}

}  // namespace
}  // namespace warta
