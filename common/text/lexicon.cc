#include "common/text/lexicon.h"

#include "common/text/lexicon/table_format.h"
#include "common/text/word_hash.h"

namespace warta {

const LexiconEntry* FindEntry(std::string_view word) {
  return FindEntry(word, HashWord(word));
}

const LexiconEntry* FindEntry(std::string_view word, std::uint64_t hash) {
  const std::uint32_t fingerprint = LexiconFingerprint(hash);
  for (std::size_t slot = LexiconSlotOf(hash);; slot = (slot + 1) % kLexiconSlots) {
    const std::uint32_t content = kLexiconSlotTable[slot];
    if (content == 0) return nullptr;
    if ((content & 0xFFFFU) != fingerprint) continue;
    const LexiconEntry& entry = kLexiconEntries[(content >> 16U) - 1];
    if (TextOf(entry) == word) return &entry;
  }
}

const LexiconEntry* FindWord(std::string_view word) {
  const LexiconEntry* entry = FindEntry(word);
  return IsWord(entry) ? entry : nullptr;
}

const LexiconEntry* FindUnit(std::string_view unit) {
  const LexiconEntry* entry = FindEntry(unit);
  return entry != nullptr && (entry->traits & LexiconEntry::kUnit) != 0 ? entry : nullptr;
}

std::string_view TextOf(const LexiconEntry& entry) {
  return {kLexiconText + entry.text_at, entry.length};
}

const LexiconEntry& RootOf(const LexiconEntry& entry) {
  return kLexiconEntries[entry.root];
}

const LexiconEntry& StandardOf(const LexiconEntry& entry) {
  return kLexiconEntries[entry.variant];
}

std::string_view LexiconIdentity() {
  return kLexiconHash;
}

}  // namespace warta
