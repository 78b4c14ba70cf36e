#pragma once

#include <string>

#include "common/cli/command_text.h"

namespace warta {

/// The sections of a manual page (man(7)) that the command line tells: OPTIONS, and one for each list of the
/// footer. docs/man has the pages that they are put into.
std::string ManualSections(const CommandText& command);

}  // namespace warta
