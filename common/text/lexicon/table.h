#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "common/text/lexicon.h"
#include "common/text/lexicon/draft.h"

namespace warta {

/// The dictionary as the programs will hold it (table_format.h).
struct LexiconTable {
  std::string text;
  std::vector<LexiconEntry> entries;
  std::vector<std::uint32_t> slots;
};

/// Throws std::runtime_error for what does not fit into the table, and for a word whose root leads
/// back to itself.
LexiconTable MakeLexiconTable(const Draft& draft);

/// 16 hexadecimal digits of a hash over all that the table holds.
std::string IdentityOf(const LexiconTable& table);

/// Writes the table as C++ source: the definitions that table_format.h declares.
void WriteLexiconTable(const LexiconTable& table, std::ostream& out);

}  // namespace warta
