#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/document.h"

namespace warta::glass {

/// The tag of a document in the termlist table: its length and its terms.
std::string TermListTag(const std::vector<DocumentTerm>& terms, std::uint32_t length);

/// The tag that names the slots of which the document has values; empty when it has none.
/// REQUIRES: each slot once.
std::string SlotsTag(const std::vector<DocumentValue>& values);

}  // namespace warta::glass
