#include "common/background_task.h"

#include <csignal>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

#include <gtest/gtest.h>
#include <pthread.h>

#include "tests/unit/fatal_matcher.h"

namespace warta {
namespace {

TEST(BackgroundTask, RunsOnAThreadOfItsOwn) {
  std::thread::id thread;
  BackgroundTask task([&] { thread = std::this_thread::get_id(); });
  task.Wait();
  EXPECT_NE(thread, std::thread::id());
  EXPECT_NE(thread, std::this_thread::get_id());
}

TEST(BackgroundTask, WhatItThrowsComesThrough) {
  BackgroundTask task([] { throw std::runtime_error("pesan"); });
  EXPECT_THROW(task.Wait(), std::runtime_error);
}

TEST(BackgroundTask, EndsBeforeTheObjectDoes) {
  bool done = false;
  {
    const BackgroundTask task([&] { done = true; });
  }
  EXPECT_TRUE(done);
  {
    const BackgroundTask task([] { throw std::runtime_error("pesan"); });
  }
}

TEST(BackgroundTask, WithoutAThreadThereIsNone) {
  pthread_attr_t before;
  ASSERT_EQ(::pthread_getattr_default_np(&before), 0);
  pthread_attr_t huge = before;
  ::pthread_attr_setstacksize(&huge, std::size_t{1} << 60);  // more than there are addresses
  ASSERT_EQ(::pthread_setattr_default_np(&huge), 0);
  const auto fatal = FatalOf([] { const BackgroundTask task([] {}); });
  ASSERT_EQ(::pthread_setattr_default_np(&before), 0);
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kIoError);
  EXPECT_TRUE(std::string(fatal->what()).starts_with("cannot start a thread: ")) << fatal->what();
}

TEST(BackgroundTask, TakesNoSignals) {
  sigset_t there;
  BackgroundTask task([&] { ::pthread_sigmask(SIG_SETMASK, nullptr, &there); });
  task.Wait();
  sigset_t here;
  ::pthread_sigmask(SIG_SETMASK, nullptr, &here);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    EXPECT_EQ(::sigismember(&there, signal), 1);
    EXPECT_EQ(::sigismember(&here, signal), 0);
  }
}

}  // namespace
}  // namespace warta
