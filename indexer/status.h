#pragma once

#include <chrono>
#include <string>

#include "common/exit_code.h"
#include "indexer/run.h"

namespace warta {

/// Prints on stdout all there is to say of a database: its generations, its last runs, whether an
/// indexer is at work on it, what it holds, which inputs could not be read (all of them only with
/// kVerbose), and which lines of each publisher were learned to belong to no article. Returns kOk.
/// Fatal as OpenForReading (common/store/open_database.h), after what can be said without opening
/// the database.
ExitCode PrintStatus(const std::string& directory, Verbosity verbosity);

/// For a monitor: prints nothing and returns kOk when a run on the database succeeded no longer ago
/// than the limit. Otherwise, and when the database cannot be opened, says why on stderr and returns
/// kStale.
ExitCode ReportIfStale(const std::string& directory, std::chrono::seconds limit);

}  // namespace warta
