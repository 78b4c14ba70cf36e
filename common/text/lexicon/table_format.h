#pragma once

#include <cstddef>
#include <cstdint>

#include "common/text/lexicon.h"

namespace warta {

/// The dictionary as the compiler writes it and the programs hold it: one text with all words, one
/// entry a word, and a hash table with open addressing and linear probing over the entries.
///
/// A slot is 0 when empty, else (entry number + 1) in the upper half and the upper bits of the
/// word's hash (word_hash.h) in the lower half, so that nearly all misses are settled without
/// touching an entry.
inline constexpr std::size_t kLexiconSlotBits = 17;
inline constexpr std::size_t kLexiconSlots = std::size_t{1} << kLexiconSlotBits;

extern const char kLexiconText[];
extern const LexiconEntry kLexiconEntries[];
extern const std::uint32_t kLexiconSlotTable[kLexiconSlots];
extern const char kLexiconHash[];

inline std::size_t LexiconSlotOf(std::uint64_t hash) {
  return static_cast<std::size_t>(hash & (kLexiconSlots - 1));
}

inline std::uint32_t LexiconFingerprint(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 48U);
}

}  // namespace warta
