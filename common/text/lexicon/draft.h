#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/lexicon.h"
#include "common/text/lexicon/hunspell.h"

namespace warta {

/// An entry while the dictionary is put together: words instead of numbers.
struct DraftEntry {
  Licence licence = 0;
  int flags = 0;
  std::string root;     ///< empty: the word itself
  std::string variant;  ///< empty: the word itself
  std::size_t first = 0;
  std::uint8_t traits = 0;
};

/// One line of a list: its words, and where it stands, for messages.
struct ListLine {
  std::vector<std::string> fields;
  std::string place;
};

/// The dictionary while it is put together.
class Draft {
 public:
  using Entries = std::map<std::string, DraftEntry, std::less<>>;

  void AddHunspell(const std::vector<HunspellEntry>& entries);

  // The lists of common/text/lists, by name; each says at its head what its lines are.
  void AddRoots(const std::vector<ListLine>& lines);
  void AddDerived(const std::vector<ListLine>& lines);
  void AddFixed(const std::vector<ListLine>& lines);
  void AddUnits(const std::vector<ListLine>& lines);
  void AddCompounds(const std::vector<ListLine>& lines);
  void AddBoundForms(const std::vector<ListLine>& lines);
  void AddSpellings(const std::vector<ListLine>& lines);

  const Entries& entries() const { return entries_; }

 private:
  // The entry of a word that is one in its own right.
  DraftEntry& At(const std::string& word);
  void AddUnitApart(const std::string& unit, const std::string& root);
  // The entry of a word that a list names in passing, which does not make it a root.
  DraftEntry& Mention(const std::string& word);

  Entries entries_;
};

}  // namespace warta
