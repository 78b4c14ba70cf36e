#pragma once

#include <string>

#include "common/exit_code.h"

namespace warta {

/// Prints on stdout what the database holds, and which lines of each publisher were learned to
/// belong to no article. Fatal as OpenForReading (common/store/open_database.h).
ExitCode PrintStatus(const std::string& database);

}  // namespace warta
