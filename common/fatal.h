#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "common/exit_code.h"
#include "common/message.h"

namespace warta {

/// Ends the job. Thrown where nobody nearby can do better than stop; caught once, in main, which
/// prints `program: what()`, then `program: hint` where there is a hint, and exits with the code.
class Fatal : public std::runtime_error {
 public:
  Fatal(ExitCode code, const std::string& message, std::string hint = {})
      : Fatal(code, Message{"{1}", {message}}, Message{"{1}", {std::move(hint)}}) {}

  /// One that can be said in other languages too.
  Fatal(ExitCode code, Message message, Message hint)
      : std::runtime_error(English(message)),
        code_(code),
        message_(std::move(message)),
        english_hint_(English(hint)),
        hint_(std::move(hint)) {}

  ExitCode code() const { return code_; }

  /// What the person in front of the terminal can do about it; may be empty.
  const std::string& hint() const { return english_hint_; }

  /// Both, for Say (translate.h).
  const Message& message() const { return message_; }
  const Message& hint_message() const { return hint_; }

 private:
  ExitCode code_;
  Message message_;
  std::string english_hint_;
  Message hint_;
};

}  // namespace warta
