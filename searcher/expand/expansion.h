#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace warta {

/// What was searched for beside what was typed: abbreviations and what they stand for, synonyms.
struct Expansion {
  std::string typed;              ///< a word, or the words of a name with spaces between
  std::vector<std::string> also;  ///< most frequent first

  bool operator==(const Expansion&) const = default;
};

/// Puts it behind the others, if it is not there yet.
inline void AddOnce(Expansion expansion, std::vector<Expansion>& expansions) {
  if (std::find(expansions.begin(), expansions.end(), expansion) != expansions.end()) return;
  expansions.push_back(std::move(expansion));
}

}  // namespace warta
