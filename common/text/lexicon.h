#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/text/affix.h"

namespace warta {

/// What the built-in dictionary knows of a word. The dictionary is made when the project is built
/// (lexicon/compile.cc), from Debian's hunspell-id and the lists beside it, and is part of the
/// program: nothing is read at run time.
struct LexiconEntry {
  /// Traits, as bits.
  static constexpr std::uint8_t kFixed = 1;      ///< a function word or a name: no root of others
  static constexpr std::uint8_t kUnit = 2;       ///< a reduplication of its own: undang-undang
  static constexpr std::uint8_t kBoundForm = 4;  ///< fused with the next word: antar, pasca
  static constexpr std::uint8_t kApart = 8;      ///< a bound form that also stands apart: antar
  static constexpr std::uint8_t kFirst = 16;     ///< the first word of some compound: kerja
  static constexpr std::uint8_t kSecond = 32;    ///< the second word of some compound: sama
  static constexpr std::uint8_t kMention = 64;   ///< no word of the dictionary: only named by a
                                                 ///< compound (hatta) or a spelling (yg)

  std::uint32_t text_at;  ///< where the word stands in the table's text
  Licence licence;        ///< the derivations it is listed for
  std::uint16_t root;     ///< the entry that it stems to (ajar for pelajar); itself for most
  std::uint16_t variant;  ///< the entry of the standard spelling (izin for ijin); or itself
  std::uint8_t length;    ///< bytes
  std::uint8_t flags;     ///< how many affix flags it has: how productive it is
  std::uint8_t first;     ///< of a compound (kerjasama): bytes of its first word; else 0
  std::uint8_t traits;
};

/// The entry of a folded word, nullptr if there is none. Thread-safe, as is all here.
const LexiconEntry* FindEntry(std::string_view word);

/// The same where the hash is known. REQUIRES: it is HashWord(word) (word_hash.h).
const LexiconEntry* FindEntry(std::string_view word, std::uint64_t hash);

/// The same without those that are a mere mention.
const LexiconEntry* FindWord(std::string_view word);

/// Whether there is an entry that is no mere mention.
inline bool IsWord(const LexiconEntry* entry) {
  return entry != nullptr && (entry->traits & LexiconEntry::kMention) == 0;
}

/// The entry of a reduplication that is a unit (kUnit), by its writing with hyphens.
const LexiconEntry* FindUnit(std::string_view unit);

std::string_view TextOf(const LexiconEntry& entry);

/// The entry that the word stems to (itself for most).
const LexiconEntry& RootOf(const LexiconEntry& entry);

/// The entry of the standard spelling (itself for most).
const LexiconEntry& StandardOf(const LexiconEntry& entry);

/// Names what the dictionary holds: 16 hexadecimal digits of a hash over all of it.
std::string_view LexiconIdentity();

}  // namespace warta
