#include "common/text/lexicon/table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iomanip>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <unordered_map>

#include <xxhash.h>

#include "common/text/lexicon/table_format.h"
#include "common/text/word_hash.h"

namespace warta {
namespace {

void Insert(LexiconTable& table, std::string_view word, std::size_t number) {
  const std::uint64_t hash = HashWord(word);
  std::size_t slot = LexiconSlotOf(hash);
  while (table.slots[slot] != 0) slot = (slot + 1) % kLexiconSlots;
  table.slots[slot] = static_cast<std::uint32_t>(number + 1) << 16U | LexiconFingerprint(hash);
}

// The word that an entry stems to in the end: an entry may stem to one that is derived itself.
const std::string& FinalRoot(const Draft::Entries& entries, const std::string& word) {
  const std::string* root = &word;
  for (int steps = 0; !entries.at(*root).root.empty(); ++steps) {
    constexpr int kMostSteps = 8;
    if (steps == kMostSteps) throw std::runtime_error("the root of " + word + " leads in a circle");
    root = &entries.at(*root).root;
  }
  return *root;
}

}  // namespace

LexiconTable MakeLexiconTable(const Draft& draft) {
  const Draft::Entries& entries = draft.entries();
  constexpr std::size_t kMostEntries = 60'000;  // numbers of 16 bits, and a table half empty
  if (entries.size() > kMostEntries) throw std::runtime_error("too many entries for the table");
  std::unordered_map<std::string_view, std::uint16_t> numbers;
  for (const auto& [word, ignored] : entries) {
    numbers.emplace(word, static_cast<std::uint16_t>(numbers.size()));
  }
  LexiconTable table;
  table.slots.resize(kLexiconSlots);
  for (const auto& [word, made] : entries) {
    if (word.size() > 255) throw std::runtime_error("too long for an entry: " + word);
    LexiconEntry entry{};
    entry.text_at = static_cast<std::uint32_t>(table.text.size());
    entry.licence = made.licence;
    entry.root = numbers.at(FinalRoot(entries, word));
    entry.variant = numbers.at(made.variant.empty() ? word : made.variant);
    entry.length = static_cast<std::uint8_t>(word.size());
    entry.flags = static_cast<std::uint8_t>(std::min(made.flags, 255));
    entry.first = static_cast<std::uint8_t>(made.first);
    entry.traits = made.traits;
    Insert(table, word, table.entries.size());
    table.text += word;
    table.entries.push_back(entry);
  }
  return table;
}

std::string IdentityOf(const LexiconTable& table) {
  XXH3_state_t* state = XXH3_createState();
  XXH3_64bits_reset(state);
  XXH3_64bits_update(state, table.text.data(), table.text.size());
  for (const LexiconEntry& e : table.entries) {
    const std::array<std::uint32_t, 8> fields = {e.text_at, e.licence, e.root,  e.variant,
                                                 e.length,  e.flags,   e.first, e.traits};
    XXH3_64bits_update(state, fields.data(), sizeof(fields));
  }
  const XXH64_hash_t hash = XXH3_64bits_digest(state);
  XXH3_freeState(state);
  std::ostringstream hex;
  hex << std::hex << std::setw(16) << std::setfill('0') << hash;
  return hex.str();
}

void WriteLexiconTable(const LexiconTable& table, std::ostream& out) {
  out << "// Written by common/text/lexicon/compile.cc; not for editing.\n"
         "#include \"common/text/lexicon/table_format.h\"\n\nnamespace warta {\n\n"
         "const char kLexiconHash[] = \""
      << IdentityOf(table) << "\";\n\nconst char kLexiconText[] =";
  constexpr std::size_t kLine = 90;
  for (std::size_t at = 0; at < table.text.size(); at += kLine) {
    out << "\n    \"" << table.text.substr(at, kLine) << '"';
  }
  out << ";\n\nconst LexiconEntry kLexiconEntries[] = {\n";
  for (const LexiconEntry& e : table.entries) {
    out << '{' << e.text_at << ',' << e.licence << ',' << e.root << ',' << e.variant << ','
        << int{e.length} << ',' << int{e.flags} << ',' << int{e.first} << ',' << int{e.traits}
        << "},\n";
  }
  out << "};\n\nconst std::uint32_t kLexiconSlotTable[kLexiconSlots] = {\n";
  for (std::size_t i = 0; i < table.slots.size(); ++i) {
    out << table.slots[i] << (i % 16 == 15 ? ",\n" : ",");
  }
  out << "};\n\n}  // namespace warta\n";
}

}  // namespace warta
