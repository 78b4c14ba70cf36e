#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/exit_code.h"
#include "indexer/readers/reader.h"

namespace warta {

enum class ProgressMode { kAuto, kAlways, kNever };
enum class Verbosity { kQuiet, kNormal, kVerbose };

struct RunOptions {
  std::string database;            ///< directory
  std::vector<std::string> roots;  ///< folders and files
  bool rebuild = false;
  ReadOptions read;
  ProgressMode progress = ProgressMode::kAuto;
  Verbosity verbosity = Verbosity::kNormal;
};

/// Indexes all articles below the roots. Problems of single inputs go to stderr, one line each, and
/// do not stop the run. Returns kOk; kSkipped when an input was skipped or a root holds no
/// articles; kNoInput when a root is missing: then the other roots are indexed, unless this is a
/// rebuild, which must not lose the articles of the missing one and does nothing; kRefused when a
/// rebuild finds one root empty and others not, or something that cannot be read, for the same
/// reason. Fatal: what the database throws (index_writer.h).
ExitCode Run(const RunOptions& options);

}  // namespace warta
