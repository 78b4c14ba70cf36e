#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <utility>

#include "common/background_task.h"

namespace warta {

/// Does jobs one after the other, in the order in which they are put, on a thread of its own. Those that
/// wait, and the one at hand, take no more than so much memory; a job that is larger by itself is
/// waited for. To be used from one thread.
template <class Job>
class JobQueue {
 public:
  /// `handle` is called with each job; what it throws ends the queue. Fatal (kIoError) when there can be
  /// no thread.
  JobQueue(std::function<void(Job&)> handle, std::size_t most_bytes)
      : handle_(std::move(handle)), most_bytes_(most_bytes), worker_([this] { Work(); }) {}

  /// Drops the jobs that wait.
  ~JobQueue() {
    Close([this] { waiting_.clear(); });
  }
  JobQueue(const JobQueue&) = delete;
  JobQueue& operator=(const JobQueue&) = delete;

  /// `bytes`: of memory that the job takes. Throws what an earlier job has thrown; then only the
  /// destructor is to be called.
  void Put(Job job, std::size_t bytes) {
    std::unique_lock lock(mutex_);
    WaitFor(lock, [&] { return bytes_ == 0 || bytes_ + bytes <= most_bytes_; });
    waiting_.push_back({std::move(job), bytes});
    bytes_ += bytes;
    changed_.notify_all();
    if (bytes > most_bytes_) WaitFor(lock, [&] { return bytes_ == 0; });
  }

  /// Waits until all jobs are done. Last call. Throws what one of them has thrown.
  void Finish() {
    Close([] {});
    worker_.Wait();
  }

 private:
  struct Entry {
    Job job;
    std::size_t bytes;
  };

  template <class Condition>
  void WaitFor(std::unique_lock<std::mutex>& lock, const Condition& condition) {
    changed_.wait(lock, [&] { return failure_ || condition(); });
    if (failure_) std::rethrow_exception(failure_);
  }

  template <class Step>
  void Close(const Step& step) {
    const std::lock_guard lock(mutex_);
    step();
    closed_ = true;
    changed_.notify_all();
  }

  void Work() {
    try {
      while (DoNext()) {
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
      changed_.notify_all();
      throw;
    }
  }

  // Whether there was one.
  bool DoNext() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return false;
    std::size_t bytes = 0;
    {
      Entry entry = std::move(waiting_.front());
      waiting_.pop_front();
      bytes = entry.bytes;
      lock.unlock();
      handle_(entry.job);
    }
    lock.lock();
    bytes_ -= bytes;
    changed_.notify_all();
    return true;
  }

  const std::function<void(Job&)> handle_;
  const std::size_t most_bytes_;
  std::mutex mutex_;  // of what follows
  std::condition_variable changed_;
  std::deque<Entry> waiting_;
  std::size_t bytes_ = 0;  // of those that wait and the one at hand
  bool closed_ = false;
  std::exception_ptr failure_;
  BackgroundTask worker_;  // the last: it ends before the rest goes
};

}  // namespace warta
