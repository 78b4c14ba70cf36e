#pragma once

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

namespace warta {

/// Where words stand: the first and the last of their positions.
struct Span {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  bool operator==(const Span&) const = default;
  bool operator<(const Span& other) const {
    return std::tie(first, last) < std::tie(other.first, other.last);
  }
};

/// Ascending, each once.
using Spans = std::vector<Span>;

/// The spans of words that follow each other without a gap. `slots`: for each place the positions of
/// the words that may stand there, ascending; not empty.
Spans SequenceSpans(const std::vector<std::vector<std::uint32_t>>& slots);

/// Whether one ends before the other begins, which is then at most `distance` after its end (1: side by
/// side).
bool AreNear(const Span& a, const Span& b, std::uint32_t distance);

/// From the first to the last of both.
Span Around(const Span& a, const Span& b);

/// Calls `each` with every two spans that are near.
template <class Each>
void ForEachNear(const Spans& a, const Spans& b, std::uint32_t distance, const Each& each) {
  std::uint32_t longest = 0;
  for (const Span& y : b) longest = std::max(longest, y.last - y.first);
  for (const Span& x : a) {
    // No span of b that begins earlier reaches up to x.
    const Span earliest{x.first - std::min(x.first, longest + distance), 0};
    for (auto y = std::lower_bound(b.begin(), b.end(), earliest);
         y != b.end() && y->first <= x.last + distance; ++y) {
      if (AreNear(x, *y, distance)) each(x, *y);
    }
  }
}

/// The spans around each two that are near.
Spans NearSpans(const Spans& a, const Spans& b, std::uint32_t distance);

/// All of both.
Spans EitherSpans(const Spans& a, const Spans& b);

}  // namespace warta
