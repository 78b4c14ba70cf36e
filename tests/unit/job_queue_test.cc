#include "common/job_queue.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace warta {
namespace {

using Number = std::unique_ptr<int>;  // jobs need not be copied

TEST(JobQueue, DoesAllJobsInTheirOrder) {
  std::vector<int> done;
  JobQueue<Number> queue([&](const Number& number) { done.push_back(*number); }, 10);
  for (int i = 0; i < 1000; ++i)
    queue.Put(std::make_unique<int>(i), static_cast<std::size_t>(i % 15));
  queue.Finish();
  std::vector<int> expected(1000);
  std::iota(expected.begin(), expected.end(), 0);
  EXPECT_EQ(done, expected);
}

TEST(JobQueue, WithoutJobsEndsToo) {
  JobQueue<int> queue([](const int&) {}, 10);
  queue.Finish();
  {
    const JobQueue<int> other([](const int&) {}, 10);
  }
}

// Counts the bytes that were put and are not done, as the worker sees them.
TEST(JobQueue, HoldsNoMoreThanItMay) {
  constexpr int kMost = 10;
  std::atomic<int> put = 0;
  int done = 0;
  int most = 0;
  JobQueue<int> queue(
      [&](const int& bytes) {
        most = std::max(most, put - done);
        done += bytes;
      },
      kMost);
  for (int i = 0; i < 1000; ++i) {
    const int bytes = 1 + i % 4;
    queue.Put(bytes, static_cast<std::size_t>(bytes));
    put += bytes;
  }
  queue.Finish();
  EXPECT_LE(most, kMost);
}

TEST(JobQueue, AJobThatIsTooLargeIsWaitedFor) {
  bool done = false;
  JobQueue<int> queue([&](const int&) { done = true; }, 10);
  queue.Put(1, 11);
  EXPECT_TRUE(done);
  queue.Finish();
}

TEST(JobQueue, WhatAJobThrowsEndsTheQueue) {
  std::vector<int> done;
  JobQueue<int> queue(
      [&](const int& number) {
        if (number == 3) throw std::runtime_error("pesan");
        done.push_back(number);
      },
      1);
  EXPECT_THROW(
      {
        for (int i = 0; i < 100; ++i) queue.Put(i, 1);
      },
      std::runtime_error);
  EXPECT_EQ(done, (std::vector<int>{0, 1, 2}));
}

TEST(JobQueue, WhatTheLastJobThrowsIsThrownInTheEnd) {
  JobQueue<int> queue([](const int&) { throw std::runtime_error("pesan"); }, 10);
  queue.Put(1, 1);
  EXPECT_THROW(queue.Finish(), std::runtime_error);
}

TEST(JobQueue, CanBeGivenUp) {
  std::vector<int> done;
  {
    JobQueue<int> queue([&](const int& number) { done.push_back(number); }, 1000);
    for (int i = 0; i < 1000; ++i) queue.Put(i, 1);
  }
  for (std::size_t i = 0; i < done.size(); ++i) EXPECT_EQ(done[i], static_cast<int>(i));
}

}  // namespace
}  // namespace warta
