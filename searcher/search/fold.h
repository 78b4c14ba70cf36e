#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/date.h"

namespace warta {

/// What of a hit tells whether it is a copy of another one (common/text/sketch.h).
struct CopySigns {
  std::string sketch;
  std::optional<Date> published;  ///< nothing if not known
  std::string publisher;          ///< empty: not known; two of these may be the same
};

/// Folds hits that are copies of one story into groups. They are given in the order of their rank;
/// the first of each story leads its group, and all others are compared with leaders only. So a group
/// is what is a copy of one article, not a chain of texts whose ends have little in common.
class CopyFolder {
 public:
  /// Takes the next hit; the first is number 0. Returns the number of the earliest leader that it
  /// is a copy of, or nothing where it leads a group of its own, as a hit with an empty sketch
  /// always does.
  std::optional<std::size_t> Add(const CopySigns& signs);

  /// The number of the earliest leader that a hit would be a copy of.
  std::optional<std::size_t> Find(const CopySigns& signs) const;

 private:
  struct Leader {
    std::size_t hit;
    CopySigns signs;
  };

  std::size_t hits_ = 0;
  std::vector<Leader> leaders_;
  std::unordered_multimap<std::uint32_t, std::size_t> by_band_;  // places in leaders_
};

}  // namespace warta
