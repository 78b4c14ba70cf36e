#include "searcher/terminal.h"

#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

namespace warta {
namespace {

std::string_view Variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

// No terminal can be asked; these are known to have OSC 8 and to say who they are.
bool HasHyperlinks() {
  if (Variable("TERM") == "dumb") return false;
  if (std::atoi(std::string(Variable("VTE_VERSION")).c_str()) >= 5000) return true;
  for (const char* name : {"KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM"}) {
    if (!Variable(name).empty()) return true;
  }
  const std::string_view program = Variable("TERM_PROGRAM");
  for (const char* known : {"iTerm.app", "WezTerm", "vscode", "ghostty"}) {
    if (program == known) return true;
  }
  return false;
}

bool Resolve(WhenToUse when, bool automatic) {
  return when == WhenToUse::kAlways || (when == WhenToUse::kAuto && automatic);
}

}  // namespace

TextStyle StyleFor(const Options& options) {
  TextStyle style;
  const bool terminal = ::isatty(STDOUT_FILENO) != 0;
  style.color = Resolve(options.color, terminal && Variable("NO_COLOR").empty());
  style.hyperlinks = Resolve(options.hyperlinks, terminal && HasHyperlinks());
  winsize size = {};
  if (terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) style.width = size.ws_col;
  return style;
}

}  // namespace warta
