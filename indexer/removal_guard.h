#pragma once

#include <cstdint>

namespace warta {

/// Whether a run that takes `removed` of `before` articles away is to be refused, because it is more
/// likely that a disk is not there than that an archive has thrown so much away: more than so many
/// per cent, and more than one article.
inline bool IsLoss(std::uint64_t before, std::uint64_t removed, double max_percent) {
  return removed > 1 &&
         static_cast<double>(removed) * 100 > max_percent * static_cast<double>(before);
}

}  // namespace warta
