#pragma once

#include <chrono>
#include <string>

#include "common/exit_code.h"

namespace warta {

/// Makes the generation before the live one live again (DatabaseDirectory::RollBack) and prints on
/// stdout what is live now and what the next run will do. Returns kOk. Fatal: kRefused when there is
/// no database or nothing to go back to; kDamaged, kBusy, kIoError.
ExitCode RollBackAndPrint(const std::string& database, std::chrono::seconds lock_wait);

}  // namespace warta
