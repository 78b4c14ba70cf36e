#include "searcher/search/fold.h"

#include <algorithm>

#include "common/text/sketch.h"

namespace warta {
namespace {

bool AreCopies(const CopySigns& a, const CopySigns& b) {
  const int days_apart = a.published && b.published ? DaysBetween(*a.published, *b.published) : 0;
  return AreCopies(a.sketch, b.sketch, Circumstances{days_apart, a.publisher == b.publisher});
}

}  // namespace

std::optional<std::size_t> CopyFolder::Add(const CopySigns& signs) {
  const std::size_t hit = hits_++;
  if (const auto leader = Find(signs)) return leader;
  for (const std::uint32_t band : Bands(signs.sketch)) by_band_.emplace(band, leaders_.size());
  leaders_.push_back({hit, signs});
  return std::nullopt;
}

std::optional<std::size_t> CopyFolder::Find(const CopySigns& signs) const {
  std::size_t earliest = leaders_.size();
  for (const std::uint32_t band : Bands(signs.sketch)) {
    const auto [first, last] = by_band_.equal_range(band);
    for (auto it = first; it != last; ++it) {
      if (it->second < earliest && AreCopies(leaders_[it->second].signs, signs)) {
        earliest = it->second;
      }
    }
  }
  if (earliest == leaders_.size()) return std::nullopt;
  return leaders_[earliest].hit;
}

}  // namespace warta
