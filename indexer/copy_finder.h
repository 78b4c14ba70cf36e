#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/sketch.h"

namespace warta {

/// Finds, among articles, those that may have a copy (common/text/sketch.h), whenever and by whomever they
/// were published.
class CopyFinder {
 public:
  struct Article {
    std::uint32_t number = 0;
    std::array<char, kSketchBytes> sketch = {};
  };

  /// An article without a sketch is passed over.
  void Add(std::uint32_t number, std::string_view sketch);

  const std::vector<Article>& articles() const { return articles_; }
  void clear() { articles_.clear(); }

  /// The numbers of those of which another one may be a copy, ascending, each once. Never leaves one out
  /// that has a band in common with its copy. Of more than kMostAlike articles with one band, all are
  /// taken for copies: to compare each with each costs too much.
  std::vector<std::uint32_t> Find() const;

  static constexpr std::size_t kMostAlike = 2000;

 private:
  std::vector<Article> articles_;
};

/// Whether one of two articles with these sketches may be a copy of the other.
bool MayBeCopies(std::string_view a, std::string_view b);

}  // namespace warta
