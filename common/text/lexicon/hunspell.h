#pragma once

#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/affix.h"

namespace warta {

/// One entry of hunspell-id's word list.
struct HunspellEntry {
  std::string word;  ///< lower case; letters a to z, with hyphens inside for reduplications
  Licence licence = 0;
  std::uint8_t flags = 0;  ///< number of its affix flags
};

/// Whether the word is one of the dictionary's: letters a to z, hyphens only inside.
bool IsFoldedWord(std::string_view word);

/// Reads id_ID.dic. Bound affixes (`meta-`, `-isme`) and lines that hold no word of the letters a
/// to z are left out; an entry that stands several times comes several times.
std::vector<HunspellEntry> ReadHunspell(std::istream& dictionary);

}  // namespace warta
