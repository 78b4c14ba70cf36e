#include "indexer/termination_guard.h"

#include <cerrno>
#include <exception>

#include <gtest/gtest.h>

#include "common/exit_code.h"

namespace warta {
namespace {

const ::testing::ExitedWithCode kFailsAsIo(static_cast<int>(ExitCode::kIoError));

TEST(TerminationGuardDeathTest, AnEndOfTheProgramIsAFailureOfWhatIsBeingDone) {
  EXPECT_EXIT(
      {
        const TerminationGuard guard("cannot commit to /srv/\x1b.db");
        errno = ENOSPC;
        std::terminate();
      },
      kFailsAsIo, "^indexer: cannot commit to /srv/[^\x1b]*\\.db: No space left on device\n$");
}

TEST(TerminationGuardDeathTest, SaysNoReasonThatIsNotKnown) {
  EXPECT_EXIT(
      {
        errno = ENOENT;  // of something before
        const TerminationGuard guard("cannot read it");
        std::terminate();
      },
      kFailsAsIo, "^indexer: cannot read it\n$");
}

TEST(TerminationGuardDeathTest, ThatWithinAnotherGivesWayToIt) {
  EXPECT_EXIT(
      {
        const TerminationGuard outer("outer");
        { const TerminationGuard inner("inner"); }
        std::terminate();
      },
      kFailsAsIo, "^indexer: outer\n$");
}

TEST(TerminationGuard, LeavesNothingBehind) {
  const std::terminate_handler before = std::get_terminate();
  { const TerminationGuard guard("cannot read it"); }
  EXPECT_EQ(std::get_terminate(), before);
}

}  // namespace
}  // namespace warta
