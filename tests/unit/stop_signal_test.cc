#include "common/stop_signal.h"

#include <csignal>
#include <cstdlib>

#include <gtest/gtest.h>
#include <unistd.h>

#include "common/exit_code.h"

namespace warta {
namespace {

using ::testing::ExitedWithCode;

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};

// Each case runs in a process of its own: the signals of the tests themselves stay as they are.
class StopSignalDeathTest : public ::testing::TestWithParam<int> {};

TEST_P(StopSignalDeathTest, TheFirstIsTakenDown) {
  const int signal = GetParam();
  EXPECT_EXIT(
      {
        CatchStopSignals();
        if (StopSignal() != 0) std::_Exit(1);
        ::kill(::getpid(), signal);
        std::_Exit(StopSignal() == signal ? 0 : 2);
      },
      ExitedWithCode(0), "");
}

TEST_P(StopSignalDeathTest, TheSecondEndsAtOnce) {
  const int second = GetParam();
  EXPECT_EXIT(
      {
        CatchStopSignals();
        ::kill(::getpid(), SIGTERM);
        ::kill(::getpid(), second);
        std::_Exit(0);
      },
      ExitedWithCode(128 + second), "");
}

TEST_P(StopSignalDeathTest, OneThatWasIgnoredStaysIgnored) {
  const int signal = GetParam();
  EXPECT_EXIT(
      {
        static_cast<void>(std::signal(signal, SIG_IGN));
        CatchStopSignals();
        ::kill(::getpid(), signal);
        ::kill(::getpid(), signal);
        std::_Exit(StopSignal());
      },
      ExitedWithCode(0), "");
}

INSTANTIATE_TEST_SUITE_P(Each, StopSignalDeathTest, ::testing::ValuesIn(kSignals));

TEST(StoppedBy, IsWhatAShellSays) {
  EXPECT_EQ(StoppedBy(SIGHUP), ExitCode::kHangup);
  EXPECT_EQ(StoppedBy(SIGINT), ExitCode::kInterrupted);
  EXPECT_EQ(StoppedBy(SIGTERM), ExitCode::kTerminated);
}

}  // namespace
}  // namespace warta
