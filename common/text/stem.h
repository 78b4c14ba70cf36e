#pragma once

#include <string>
#include <string_view>

#include "common/text/lexicon.h"

namespace warta {

/// The root of a folded word (fold.h): the term under which all its relatives are found. Words with
/// anything but the letters a to z in them are their own root, and so are words of up to three
/// letters. Thread-safe.
///
/// Confix stripping (Asian 2007, Adriani et al. 2007) over a dictionary that also knows which
/// affixes each root takes: an entry is its own root (kepala, berita) unless it is listed as
/// derived; for any other word all ways to cut it into [prefixes] root [suffix] [clitic] [particle]
/// are scored, and the best one for which there is evidence wins. A word without any stays whole,
/// so that names do. docs/STEMMING.md has the rules and what they reach.
std::string Stem(std::string_view word);

/// A folded word and its stem, with what the dictionary has for them.
struct StemmedWord {
  /// REQUIRES: `its_stem` is Stem(word), or what stands for it.
  StemmedWord(std::string_view word, std::string_view its_stem);

  std::string_view form;
  std::string_view stem;
  const LexiconEntry* entry;  ///< of the form; nullptr: none
  const LexiconEntry* root;   ///< of the stem; nullptr: none
};

}  // namespace warta
