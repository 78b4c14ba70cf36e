#pragma once

#include <exception>
#include <functional>
#include <thread>

namespace warta {

/// A step on a thread of its own. Signals are never delivered there: whoever waits in the kernel on
/// the thread that started it is the one to be woken.
class BackgroundTask {
 public:
  /// Fatal (kIoError) when there can be no thread.
  explicit BackgroundTask(std::function<void()> step);

  /// Waits for its end; what it throws is lost.
  ~BackgroundTask();
  BackgroundTask(const BackgroundTask&) = delete;
  BackgroundTask& operator=(const BackgroundTask&) = delete;

  /// Waits for its end and throws what it has thrown. Once.
  void Wait();

 private:
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace warta
