#pragma once

#include <cstdint>

#include "indexer/walk.h"

namespace warta {

/// The XXH3-64 of the content of a file, with that of its sidecar behind it; 0 when it cannot be
/// read.
std::uint64_t HashContent(const SourceFile& file);

}  // namespace warta
