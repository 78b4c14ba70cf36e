#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/result.h"
#include "indexer/run_report.h"

namespace warta {

/// What is known of the runs on a database: `state.json` in its directory (docs/FORMAT.md), which
/// says when there is no database yet, too.
struct RunState {
  std::optional<RunReport> last_run;
  /// When the last run ended that did what it should (exit code kOk or kSkipped), in seconds since
  /// 1970.
  std::optional<std::int64_t> last_success;
};

/// The state that is kept in the directory of a database; an empty one where none is. Error, in
/// words for a person: the file cannot be read, or is malformed.
Result<RunState> LoadRunState(const std::string& directory);

/// Makes a run the last one. The last success stays the one of before, unless this run is one. A
/// state of before that cannot be read is replaced. Fatal (kIoError) when it cannot be written.
/// REQUIRES: the lock of the directory is held.
void SaveRunState(const std::string& directory, const RunReport& report);

}  // namespace warta
