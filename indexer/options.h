#pragma once

#include <chrono>
#include <optional>

#include "common/exit_code.h"
#include "indexer/run.h"

namespace warta {

enum class Job { kIndex, kStatus, kCheck, kRollback };

/// Reads the command line. Returns what to do, or, after having printed help, the version or what
/// is wrong with the command line, the code to exit with.
struct CommandLine {
  Job job = Job::kIndex;
  RunOptions run;  ///< of the other jobs: the database, how long to wait for it, the verbosity
  std::optional<std::chrono::seconds> stale_after;  ///< kStatus: only tell whether it is stale
  std::optional<ExitCode> exit;
};
CommandLine ParseCommandLine(int argc, const char* const* argv);

}  // namespace warta
