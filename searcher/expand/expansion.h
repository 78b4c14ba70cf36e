#pragma once

#include <string>
#include <vector>

namespace warta {

/// What was searched for beside what was typed: abbreviations and what they stand for, synonyms.
struct Expansion {
  std::string typed;              ///< a word, or the words of a name with spaces between
  std::vector<std::string> also;  ///< most frequent first

  bool operator==(const Expansion&) const = default;
};

}  // namespace warta
