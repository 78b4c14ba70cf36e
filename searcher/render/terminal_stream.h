#pragma once

#include <ostream>
#include <string_view>

#include "common/printable.h"

namespace warta {

/// Bytes that are meant to act on a terminal: colours, links, line breaks. Only constants of the
/// program can be such.
class Control {
 public:
  explicit consteval Control(const char* bytes) : bytes_(bytes) {}
  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

inline constexpr Control kLineEnd("\n");

/// Writes what people see. Any text passes Printable on its way, so that nothing of an article, a
/// query or a database can act on the terminal, whoever forgets about it.
class TerminalStream {
 public:
  explicit TerminalStream(std::ostream& out) : out_(out) {}

  TerminalStream& operator<<(std::string_view text) {
    out_ << Printable(text);
    return *this;
  }

  TerminalStream& operator<<(Control control) {
    out_ << control.bytes();
    return *this;
  }

 private:
  std::ostream& out_;
};

}  // namespace warta
