#include "common/stop_signal.h"

#include <atomic>
#include <csignal>

#include <unistd.h>

namespace warta {
namespace {

// Lock-free, so that the handler and any thread may use it.
std::atomic<int> stop_signal = 0;
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void TakeDownSignal(int signal) {
  if (stop_signal.exchange(signal) != 0) ::_exit(128 + signal);
}

}  // namespace

void CatchStopSignals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before = {};
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    // No SA_RESTART: what waits in the kernel has to notice.
    struct sigaction action = {};
    action.sa_handler = TakeDownSignal;
    ::sigaction(signal, &action, nullptr);
  }
}

int StopSignal() {
  return stop_signal.load();
}

}  // namespace warta
