#include "common/cli/usage_text.h"

#include <gtest/gtest.h>

namespace warta {
namespace {

TEST(UsageText, SaysWhatIsMissingInsteadOfHowManyTexts) {
  EXPECT_EQ(UsageText("ArgumentMismatch", "--db: 1 required TEXT missing"), "--db needs a value");
}

TEST(UsageText, LeavesEverythingElseAsItIs) {
  for (const char* text :
       {"QUERY is required", "--similar excludes QUERY", "--stale-after requires --status",
        "The following argument was not expected: --baru",
        "The following arguments were not expected: --baru -x", "--format: xml not in {csv,json}",
        "--limit: Value -5 not in range 0 to 10", "--format: no such format: xml", "",
        "{1} is required", "anything: else"}) {
    EXPECT_EQ(UsageText("ValidationError", text), text);
  }
}

}  // namespace
}  // namespace warta
