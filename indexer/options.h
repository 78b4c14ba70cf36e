#pragma once

#include <optional>

#include "common/exit_code.h"
#include "indexer/run.h"

namespace warta {

/// Reads the command line. Returns what to do, or, after having printed help, the version or what
/// is wrong with the command line, the code to exit with.
struct CommandLine {
  RunOptions run;
  bool status = false;  ///< show the state of run.database instead of indexing
  std::optional<ExitCode> exit;
};
CommandLine ParseCommandLine(int argc, const char* const* argv);

}  // namespace warta
