#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/result.h"
#include "common/text/analyser.h"
#include "searcher/query/query.h"

namespace warta {

/// Synonyms of an entry that are searched for, at most; the others of a longer line are not.
inline constexpr std::size_t kMostSynonyms = 100;

/// A word, or words side by side, of a list of synonyms.
struct SynonymEntry {
  std::string text;              ///< as the file writes it
  std::vector<QueryTerm> terms;  ///< its words; where it is one acronym in capitals (AS), only that
};

/// The user's synonyms: words or runs of words, and what is searched for beside them. Entries are
/// analysed when a query asks for them, so that a long list costs little where hardly any of it is
/// asked for.
class SynonymList {
 public:
  /// Reads a list. `name`: of the file, for messages. Error: as ReadSynonymFile.
  static Result<SynonymList> Parse(std::string text, const std::string& name, Analyser& analyser);

  bool empty() const { return rules_.empty(); }

  struct Found {
    std::size_t words = 0;               ///< how many of the words the entry is; 0: there is none
    std::vector<SynonymEntry> synonyms;  ///< in the order of the file, each once
  };

  /// The longest entry that the words begin with, in any form, and its synonyms. `words`: of each
  /// the stems of its parts (one, of Prabowo-Gibran two), of an acronym in capitals these. An entry
  /// that is nothing but such an acronym (AS) is not the word in small letters, nor the other way
  /// round.
  Found Find(std::span<const std::vector<std::string>> words, Analyser& analyser) const;

 private:
  class Parser;

  // Of bytes of text_.
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  // What an entry is and what is searched for beside it: entries with commas between.
  struct Rule {
    Range entry;
    Range synonyms;
  };

  std::string_view Text(const Range& range) const {
    return std::string_view(text_).substr(range.begin, range.end - range.begin);
  }

  std::string text_;
  std::vector<Rule> rules_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> rules_by_first_stem_;
};

/// Reads a file of synonyms: a line `mobil listrik, kendaraan listrik, EV` makes all of them stand
/// for each other; `covid => korona, corona` adds what is right of the arrow to what is left of it.
/// Empty lines and what follows `#` mean nothing. UTF-8, with or without a mark at its beginning;
/// lines may end in CR LF. Error: the file cannot be read, or a line is wrong (named as FILE:LINE):
/// it is not UTF-8, has neither comma nor arrow, several arrows, or an entry without a word.
/// 100,000 lines take a tenth of a second.
Result<SynonymList> ReadSynonymFile(const std::string& path, Analyser& analyser);

}  // namespace warta
