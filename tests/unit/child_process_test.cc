#include "common/store/child_process.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <ostream>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tests/unit/fatal_matcher.h"

namespace warta {
namespace {

TEST(ChildProcess, GivesBackWhatTheStepWrites) {
  const std::string large(300'000, 'x');
  const ChildOutput output =
      ChildProcess([&](std::ostream& out) { out << large << 12 << '\n'; }).Wait();
  EXPECT_EQ(output.text, large + "12\n");
  EXPECT_FALSE(output.crashed);
}

TEST(ChildProcess, ACrashLosesNothingThatWasWritten) {
  const ChildOutput output = ChildProcess([](std::ostream& out) {
                               out << "satu\n";
                               ::kill(::getpid(), SIGKILL);
                             }).Wait();
  EXPECT_EQ(output.text, "satu\n");
  EXPECT_TRUE(output.crashed);
}

TEST(ChildProcess, AFatalComesThrough) {
  const auto fatal = FatalOf([] {
    ChildProcess([](std::ostream& out) {
      out << "satu\n";
      throw Fatal(ExitCode::kRefused, "pesan", "saran");
    }).Wait();
  });
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kRefused);
  EXPECT_STREQ(fatal->what(), "pesan");
  EXPECT_EQ(fatal->hint(), "saran");
}

TEST(ChildProcess, WhateverElseIsThrownIsACrash) {
  const ChildOutput output = ChildProcess([](std::ostream& out) {
                               out << "satu\n";
                               throw std::runtime_error("pesan");
                             }).Wait();
  EXPECT_EQ(output.text, "satu\n");
  EXPECT_TRUE(output.crashed);
}

TEST(ChildProcess, WithoutAPipeThereIsNone) {
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  rlimit none = before;
  none.rlim_cur = 0;
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none), 0);
  const auto fatal = FatalOf([] { const ChildProcess child([](std::ostream&) {}); });
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kIoError);
  EXPECT_STREQ(fatal->what(), "cannot start a process: Too many open files");
}

TEST(ChildProcess, NothingElseOfTheStepIsSeen) {
  int number = 1;
  ChildProcess([&](std::ostream&) { number = 2; }).Wait();
  EXPECT_EQ(number, 1);
}

TEST(ChildProcess, SeveralRunAtTheSameTime) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  ChildProcess first([&](std::ostream& out) {
    char byte = 0;
    out << ::read(ends[0], &byte, 1);  // waits for the second
  });
  ChildProcess second([&](std::ostream& out) { out << ::write(ends[1], "x", 1); });
  EXPECT_EQ(first.Wait().text, "1");
  EXPECT_EQ(second.Wait().text, "1");
}

TEST(ChildProcess, EndsWithoutBeingWaitedFor) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  {
    const ChildProcess child([](std::ostream&) { ::pause(); });
    ::close(ends[1]);
  }
  char byte = 0;
  EXPECT_EQ(::read(ends[0], &byte, 1), 0);  // nobody can write any more
}

}  // namespace
}  // namespace warta
