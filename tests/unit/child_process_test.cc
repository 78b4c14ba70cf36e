#include "common/store/child_process.h"

#include <csignal>
#include <cstdlib>
#include <ostream>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/unit/fatal_matcher.h"

namespace warta {
namespace {

TEST(RunInChild, GivesBackWhatTheStepWrites) {
  const std::string large(300'000, 'x');
  const ChildOutput output = RunInChild([&](std::ostream& out) { out << large << 12 << '\n'; });
  EXPECT_EQ(output.text, large + "12\n");
  EXPECT_FALSE(output.crashed);
}

TEST(RunInChild, ACrashLosesNothingThatWasWritten) {
  const ChildOutput output = RunInChild([](std::ostream& out) {
    out << "satu\n";
    ::kill(::getpid(), SIGKILL);
  });
  EXPECT_EQ(output.text, "satu\n");
  EXPECT_TRUE(output.crashed);
}

TEST(RunInChild, AFatalComesThrough) {
  const auto fatal = FatalOf([] {
    RunInChild([](std::ostream& out) {
      out << "satu\n";
      throw Fatal(ExitCode::kRefused, "pesan", "saran");
    });
  });
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kRefused);
  EXPECT_STREQ(fatal->what(), "pesan");
  EXPECT_EQ(fatal->hint(), "saran");
}

TEST(RunInChild, NothingElseOfTheStepIsSeen) {
  int number = 1;
  RunInChild([&](std::ostream&) { number = 2; });
  EXPECT_EQ(number, 1);
}

}  // namespace
}  // namespace warta
