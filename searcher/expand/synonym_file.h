#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace warta {

/// The user's synonyms: words or runs of words in normal form (as QueryTerm::surface, with spaces
/// between) and what is searched for beside them.
class SynonymList {
 public:
  /// One side of the list, as the file writes it.
  struct Entry {
    std::string text;
    std::vector<std::string> words;  ///< folded by the analyser
  };

  bool empty() const { return entries_.empty(); }

  // helper: complete this interface (see searcher/expand/README in the task).

 private:
  std::vector<Entry> entries_;
};

/// Reads a file of synonyms: a line `mobil listrik, kendaraan listrik, EV` makes all of them stand for
/// each other; `covid => korona, corona` adds what is right of the arrow to what is left of it. Empty
/// lines and what follows `#` mean nothing. Error: the file cannot be read, or a line is wrong (named
/// with its number).
Result<SynonymList> ReadSynonymFile(const std::string& path);

}  // namespace warta
