#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "common/exit_code.h"

namespace warta {

/// Ends the job. Thrown where nobody nearby can do better than stop; caught once, in main, which
/// prints `program: what()`, then `program: hint` where there is a hint, and exits with the code.
class Fatal : public std::runtime_error {
 public:
  Fatal(ExitCode code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

  ExitCode code() const { return code_; }

  /// What the person in front of the terminal can do about it; may be empty.
  const std::string& hint() const { return hint_; }

 private:
  ExitCode code_;
  std::string hint_;
};

}  // namespace warta
