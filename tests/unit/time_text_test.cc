#include "indexer/time_text.h"

#include <cstdint>
#include <optional>

#include <gtest/gtest.h>

namespace warta {
namespace {

TEST(TimeTextTest, Utc) {
  EXPECT_EQ(UtcText(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(UtcText(1795490100), "2026-11-24T03:15:00Z");
  EXPECT_EQ(ParseUtc("2026-11-24T03:15:00Z"), 1795490100);
}

TEST(TimeTextTest, ReadsBackWhatItWrites) {
  for (std::int64_t time = 0; time < 4'000'000'000; time += 12'345'678)
    EXPECT_EQ(ParseUtc(UtcText(time)), time);
}

TEST(TimeTextTest, ReadsNothingElse) {
  for (const char* text : {"", "2026-11-24", "2026-11-24T03:15:00", "2026-11-24T03:15:00+07:00",
                           "2026-11-24T03:15:00Z ", "2026-13-24T03:15:00Z", "kemarin"})
    EXPECT_EQ(ParseUtc(text), std::nullopt) << text;
}

}  // namespace
}  // namespace warta
