#include "common/background_task.h"

#include <csignal>
#include <string>
#include <system_error>
#include <utility>

#include "common/exit_code.h"
#include "common/fatal.h"

namespace warta {
namespace {

// While it lives, this thread and those that it starts take no signals.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~SignalsHeld() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  sigset_t before_ = {};
};

}  // namespace

BackgroundTask::BackgroundTask(std::function<void()> step) {
  const SignalsHeld held;
  try {
    thread_ = std::thread([this, step = std::move(step)] {
      try {
        step();
      } catch (...) {
        failure_ = std::current_exception();
      }
    });
  } catch (const std::system_error& error) {
    throw Fatal(ExitCode::kIoError, std::string("cannot start a thread: ") + error.what());
  }
}

BackgroundTask::~BackgroundTask() {
  if (thread_.joinable()) thread_.join();
}

void BackgroundTask::Wait() {
  thread_.join();
  if (failure_) std::rethrow_exception(failure_);
}

}  // namespace warta
