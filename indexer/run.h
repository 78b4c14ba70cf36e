#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "common/exit_code.h"
#include "indexer/readers/reader.h"

namespace warta {

enum class ProgressMode { kAuto, kAlways, kNever };
/// What writes the database. kBulk: BulkBuilder, in a new generation. kStandard: Xapian alone, in the live
/// one unless there is none. kAuto: BulkBuilder for a first build, a rebuild, and where much is added.
enum class Builder { kAuto, kBulk, kStandard };
enum class Verbosity { kQuiet, kNormal, kVerbose };

struct RunOptions {
  std::string database;            ///< directory
  std::vector<std::string> roots;  ///< folders and files
  bool rebuild = false;
  bool dry_run = false;  ///< list on stdout what would be done, do nothing
  ReadOptions read;
  /// Of the articles of a root, at most so many per cent may be removed by a run ...
  double max_removed_percent = 20;
  bool allow_removal = false;  ///< ... unless this is set, which also lets a root become empty
  std::chrono::seconds lock_wait{0};
  std::uint64_t memory_bytes = 0;  ///< 0: a fifth of the machine's
  Builder builder = Builder::kAuto;
  std::string report;  ///< write an account of the run (JSON) to this file, if not empty
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
