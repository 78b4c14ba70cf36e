#include "common/text/icu_status.h"

#include <gtest/gtest.h>

#include "tests/unit/fatal_matcher.h"

namespace warta {
namespace {

TEST(RequireIcu, WarningsAreNoFailures) {
  EXPECT_NO_THROW(RequireIcu(U_ZERO_ERROR, "normalise text"));
  EXPECT_NO_THROW(RequireIcu(U_USING_DEFAULT_WARNING, "normalise text"));
}

TEST(RequireIcu, SaysWhatItCouldNotDoAndWhy) {
  const auto fatal = FatalOf([] { RequireIcu(U_MISSING_RESOURCE_ERROR, "normalise text"); });
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kIoError);
  EXPECT_STREQ(fatal->what(), "ICU cannot normalise text: U_MISSING_RESOURCE_ERROR");
}

}  // namespace
}  // namespace warta
