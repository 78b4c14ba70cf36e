#include "common/environment.h"

#include <cstdlib>

namespace warta {

std::string_view EnvironmentVariable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::string_view EnvironmentLocale(const char* category) {
  for (const char* name : {"LC_ALL", category, "LANG"}) {
    if (const std::string_view locale = EnvironmentVariable(name); !locale.empty()) return locale;
  }
  return "C";
}

}  // namespace warta
