#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/store/file_record.h"
#include "common/store/furniture_record.h"

namespace warta {

/// What there is to say of the content of a database as a whole.
struct DatabaseSummary {
  std::uint64_t articles = 0;
  std::uint64_t files = 0;  ///< that it knows
  /// Of the files with inputs that were skipped; by path, as far as it is not too long.
  std::vector<FileRecord> failing;
  FurnitureRecord furniture;
};

/// The summary of the live generation of the database in a directory; while an indexer is at work,
/// that of one of the states that it goes through. Fatal as OpenForReading.
DatabaseSummary Summarise(const std::string& directory);

}  // namespace warta
