#pragma once

#include <exception>
#include <string>

namespace warta {

/// While it lives, an end of the program by std::terminate is taken for a failure of what is being done with the
/// database: it is said on stderr, and the exit code is kIoError.
///
/// For libxapian 1.4: where a write fails while it commits, an exception now and then leaves one of its destructors, which
/// nobody can catch (found by the fault tests: EIO and ENOSPC while postings are flushed). The database stands at
/// its last commit then, as after any other failure. To be used from one thread; may be nested.
class TerminationGuard {
 public:
  /// `failure`: what has failed then, such as `cannot commit to /srv/berita.db`.
  explicit TerminationGuard(std::string failure);
  ~TerminationGuard();
  TerminationGuard(const TerminationGuard&) = delete;
  TerminationGuard& operator=(const TerminationGuard&) = delete;

 private:
  std::string failure_before_;
  std::terminate_handler handler_before_;
};

}  // namespace warta
