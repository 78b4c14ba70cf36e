#include "indexer/termination_guard.h"

#include <cerrno>
#include <iostream>
#include <system_error>
#include <utility>

#include <unistd.h>

#include "common/exit_code.h"
#include "common/printable.h"

namespace warta {
namespace {

std::string said;  // when it comes to that

// The program cannot go on, nor end in order: destructors would use the handle that has failed.
[[noreturn]] void EndAfterFailure() {
  const int error = errno;
  const std::string reason = error == 0 ? "" : ": " + std::generic_category().message(error);
  std::cerr << "indexer: " << Printable(said + reason) << std::endl;
  ::_exit(static_cast<int>(ExitCode::kIoError));
}

}  // namespace

TerminationGuard::TerminationGuard(std::string failure)
    : failure_before_(std::exchange(said, std::move(failure))),
      handler_before_(std::set_terminate(EndAfterFailure)) {
  errno = 0;
}

TerminationGuard::~TerminationGuard() {
  std::set_terminate(handler_before_);
  said = std::move(failure_before_);
}

}  // namespace warta
