#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/date.h"

namespace warta {

/// Folds hits that are copies of one story (common/text/sketch.h) into groups. They are given in the
/// order of their rank; the first of each story leads its group, and all others are compared with
/// leaders only. So a group is what is a copy of one article, not a chain of texts whose ends have
/// little in common.
class CopyFolder {
 public:
  /// Takes the next hit; the first is number 0. Returns the number of the earliest leader that it is
  /// a copy of, or nothing where it leads a group of its own, as a hit with an empty sketch always
  /// does. `published` is nothing if not known.
  std::optional<std::size_t> Add(std::string_view sketch, std::optional<Date> published);

  /// The number of the earliest leader that a hit would be a copy of.
  std::optional<std::size_t> Find(std::string_view sketch, std::optional<Date> published) const;

 private:
  struct Leader {
    std::size_t hit;
    std::string sketch;
    std::optional<Date> published;
  };

  std::size_t hits_ = 0;
  std::vector<Leader> leaders_;
  std::unordered_multimap<std::uint32_t, std::size_t> by_band_;  // places in leaders_
};

}  // namespace warta
