#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "indexer/bulk/glass_table.h"

namespace warta::glass {

/// What Xapian keeps of a database as a whole.
struct Statistics {
  std::uint32_t documents = 0;
  std::uint32_t last_document = 0;  ///< the highest number used
  std::uint32_t shortest = 0;       ///< length of the shortest document that is not empty
  std::uint32_t longest = 0;        ///< of the longest
  std::uint32_t most_wdf = 0;       ///< the greatest within-document frequency
  std::uint64_t total_length = 0;   ///< of all documents
};

/// Writes `iamglass`, the file that makes a folder of tables a database. Call when they are all
/// written. Fatal (kIoError) when it cannot be written.
void WriteVersionFile(const std::string& folder, const std::array<TableRoot, kTables>& roots,
                      const Statistics& statistics);

}  // namespace warta::glass
