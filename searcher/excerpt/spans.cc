#include "searcher/excerpt/spans.h"

#include <algorithm>
#include <iterator>

namespace warta {

Spans SequenceSpans(const std::vector<std::vector<std::uint32_t>>& slots) {
  Spans spans;
  const auto length = static_cast<std::uint32_t>(slots.size());
  for (const std::uint32_t first : slots.front()) {
    bool follows = true;
    for (std::uint32_t i = 1; i < length && follows; ++i) {
      follows = std::binary_search(slots[i].begin(), slots[i].end(), first + i);
    }
    if (follows) spans.push_back({first, first + length - 1});
  }
  return spans;
}

bool AreNear(const Span& a, const Span& b, std::uint32_t distance) {
  if (a.last < b.first) return b.first - a.last <= distance;
  return b.last < a.first && a.first - b.last <= distance;
}

Span Around(const Span& a, const Span& b) {
  return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

Spans NearSpans(const Spans& a, const Spans& b, std::uint32_t distance) {
  Spans near;
  ForEachNear(a, b, distance, [&](const Span& x, const Span& y) { near.push_back(Around(x, y)); });
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  return near;
}

Spans EitherSpans(const Spans& a, const Spans& b) {
  Spans either;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(either));
  return either;
}

}  // namespace warta
