#pragma once

#include <cstdint>
#include <string>

#include "common/store/furniture_record.h"

namespace warta {

/// What there is to say of a database as a whole.
struct DatabaseSummary {
  std::string path;
  unsigned generation = 0;
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;  ///< of the live generation on the disk
  FurnitureRecord furniture;
};

/// The summary of the database at the path. Fatal as OpenForReading.
DatabaseSummary Summarise(const std::string& path);

}  // namespace warta
