#pragma once

#include <functional>
#include <iosfwd>
#include <string>

namespace warta {

/// What a step in a process of its own has written.
struct ChildOutput {
  std::string text;
  bool crashed = false;  ///< it did not come to its end
};

/// Runs a step that may crash, such as one in which a library reads damaged bytes, in a child
/// process, and waits for it. Nothing of it is seen here but what it writes, and the Fatal that it
/// throws. Fatal (kIoError) when there can be no child. REQUIRES: no other thread is running.
ChildOutput RunInChild(const std::function<void(std::ostream&)>& step);

}  // namespace warta
