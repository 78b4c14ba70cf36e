#include "common/duration_text.h"

#include <gtest/gtest.h>

namespace warta {
namespace {

TEST(DurationText, LargestUnitOfWhichThereAreTwo) {
  using std::chrono::seconds;
  const std::pair<int, const char*> cases[] = {
      {0, "0 seconds"},
      {1, "1 second"},
      {119, "119 seconds"},
      {120, "2 minutes"},
      {7199, "119 minutes"},
      {7200, "2 hours"},
      {2 * 86400 - 1, "47 hours"},
      {2 * 86400, "2 days"},
      {100'000'000, "1,157 days"},
  };
  for (const auto& [duration, text] : cases) EXPECT_EQ(DurationText(seconds(duration)), text);
}

}  // namespace
}  // namespace warta
