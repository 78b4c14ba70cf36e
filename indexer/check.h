#pragma once

#include <chrono>
#include <string>

#include "common/exit_code.h"

namespace warta {

/// Checks the database (common/store/database_check.h) and prints on stdout what each generation is
/// like, with a line for each damage. Returns kOk; Fatal: kDamaged, with what to do as hint, and as
/// CheckDatabase.
ExitCode CheckAndPrint(const std::string& database, std::chrono::seconds lock_wait);

}  // namespace warta
