#include "indexer/removal_guard.h"

#include <cstdint>
#include <limits>

#include <gtest/gtest.h>

namespace warta {
namespace {

TEST(RemovalGuardTest, MoreThanAShareAndMoreThanOne) {
  const struct {
    std::uint64_t before;
    std::uint64_t removed;
    double percent;
    bool loss;
  } cases[] = {
      {0, 0, 20, false},
      {1, 1, 20, false},  // one article may always go ...
      {1, 1, 0, false},
      {3, 1, 20, false},
      {3, 2, 20, true},  // ... two have to be a small share
      {10, 2, 20, false},
      {10, 3, 20, true},
      {1'000, 200, 20, false},
      {1'000, 201, 20, true},
      {1'000, 2, 0, true},
      {1'000, 1'000, 100, false},
      {1'000'000, 5'000, 0.5, false},
      {1'000'000, 5'001, 0.5, true},
      // More than there were: the count of before was made of something else.
      {0, 2, 20, true},
      {5'000'000'000'000, 2'500'000'000'000, 20, true},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(IsLoss(c.before, c.removed, c.percent), c.loss)
        << c.removed << " of " << c.before << ", " << c.percent << " %";
  }
}

}  // namespace
}  // namespace warta
