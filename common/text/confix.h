#pragma once

#include <cstddef>
#include <string_view>

#include "common/text/lexicon.h"

namespace warta {

/// mempertanggungjawabkannyalah has 28 letters. Longer words are no words of Indonesian.
inline constexpr std::size_t kLongestConfix = 40;

/// The entry that a word of the letters a to z is derived from, nullptr where no parse has enough
/// evidence.
///
/// Every way to read the word as up to three prefixes, a root of the dictionary, a suffix (-kan,
/// -an, -i), a clitic (-nya, -ku, -mu) and a particle (-lah, -kah, -pun) is scored; the cheapest
/// wins. Affixes that the root is listed for (affix.h) make a parse cheap; a parse with others must
/// stand on a root that is known to derive, so that names stay whole.
const LexiconEntry* FindConfix(std::string_view word);

}  // namespace warta
