#include "searcher/search/fold.h"

#include <algorithm>

#include "common/text/sketch.h"

namespace warta {
namespace {

int DaysApart(std::optional<Date> a, std::optional<Date> b) {
  return a && b ? DaysBetween(*a, *b) : 0;
}

}  // namespace

std::optional<std::size_t> CopyFolder::Add(std::string_view sketch, std::optional<Date> published) {
  const std::size_t hit = hits_++;
  if (const auto leader = Find(sketch, published)) return leader;
  for (const std::uint32_t band : Bands(sketch)) by_band_.emplace(band, leaders_.size());
  leaders_.push_back({hit, std::string(sketch), published});
  return std::nullopt;
}

std::optional<std::size_t> CopyFolder::Find(std::string_view sketch,
                                            std::optional<Date> published) const {
  std::size_t earliest = leaders_.size();
  for (const std::uint32_t band : Bands(sketch)) {
    const auto [first, last] = by_band_.equal_range(band);
    for (auto it = first; it != last; ++it) {
      const Leader& leader = leaders_[it->second];
      if (it->second < earliest &&
          AreCopies(leader.sketch, sketch, DaysApart(leader.published, published))) {
        earliest = it->second;
      }
    }
  }
  if (earliest == leaders_.size()) return std::nullopt;
  return leaders_[earliest].hit;
}

}  // namespace warta
