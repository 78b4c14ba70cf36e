#include "searcher/terminal.h"

#include <charconv>
#include <climits>
#include <string>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

#include "common/environment.h"

namespace warta {
namespace {

// 0: none is there.
int NumberOf(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool IsDumb() {
  return EnvironmentVariable("TERM") == "dumb";
}

// Whether the locale has Unicode's blocks: its encoding is UTF-8.
bool HasBlocks() {
  const std::string_view locale = EnvironmentLocale("LC_CTYPE");
  for (const char* encoding : {".UTF-8", ".utf8", ".UTF8", ".utf-8"}) {
    if (locale.find(encoding) != std::string_view::npos) return true;
  }
  return false;
}

std::string HostName() {
  char name[HOST_NAME_MAX + 1] = {};
  return ::gethostname(name, sizeof name - 1) == 0 ? name : "";
}

// No terminal can be asked; these are known to have OSC 8 and to say who they are. FORCE_HYPERLINK is
// what other programs with such links read.
bool HasHyperlinks() {
  if (const std::string_view force = EnvironmentVariable("FORCE_HYPERLINK"); !force.empty())
    return force != "0";
  if (IsDumb()) return false;
  if (NumberOf(EnvironmentVariable("VTE_VERSION")) >= 5000) return true;
  for (const char* name : {"KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM"}) {
    if (!EnvironmentVariable(name).empty()) return true;
  }
  const std::string_view program = EnvironmentVariable("TERM_PROGRAM");
  for (const char* known : {"iTerm.app", "WezTerm", "vscode", "ghostty"}) {
    if (program == known) return true;
  }
  return false;
}

bool Resolve(WhenToUse when, bool automatic) {
  return when == WhenToUse::kAlways || (when == WhenToUse::kAuto && automatic);
}

}  // namespace

bool OutputIsTerminal() {
  return ::isatty(STDOUT_FILENO) != 0;
}

TextStyle StyleFor(const Options& options) {
  TextStyle style;
  const bool terminal = OutputIsTerminal();
  style.color = Resolve(options.color, terminal && EnvironmentVariable("NO_COLOR").empty());
  style.hyperlinks = Resolve(options.hyperlinks, terminal && HasHyperlinks());
  style.blocks = HasBlocks() && !IsDumb();
  if (style.hyperlinks) style.host = HostName();
  winsize size = {};
  if (terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) style.width = size.ws_col;
  return style;
}

}  // namespace warta
