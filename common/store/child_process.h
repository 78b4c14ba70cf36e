#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include <sys/types.h>

namespace warta {

/// What a step in a process of its own has written.
struct ChildOutput {
  std::string text;
  bool crashed = false;  ///< it did not come to its end
};

/// A step that may crash, such as one in which a library reads damaged bytes, in a process of its own.
/// Nothing of it is seen here but what it writes, and the Fatal that it throws.
class ChildProcess {
 public:
  /// Fatal (kIoError) when there can be no child. REQUIRES: no other thread is running.
  explicit ChildProcess(const std::function<void(std::ostream&)>& step);

  /// Kills the child if it was not waited for.
  ~ChildProcess();
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  /// Waits for its end, once. Throws the Fatal of the step. More than some ten thousand bytes that the
  /// step writes wait for this call.
  ChildOutput Wait();

 private:
  int output_ = -1;
  pid_t child_ = -1;
};

}  // namespace warta
