#pragma once

#include <string_view>

namespace warta {

/// The value of a variable of the environment; empty where it is not set.
std::string_view EnvironmentVariable(const char* name);

/// The locale that the environment names for a category (`LC_MESSAGES`): the first of LC_ALL, the
/// category and LANG that is not empty, else `C`, as POSIX has it.
std::string_view EnvironmentLocale(const char* category);

}  // namespace warta
