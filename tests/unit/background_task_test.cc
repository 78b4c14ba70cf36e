#include "common/background_task.h"

#include <csignal>
#include <optional>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

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
