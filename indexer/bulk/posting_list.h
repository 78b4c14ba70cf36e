#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/bulk/glass_table.h"

namespace warta::glass {

/// Writes a posting list into the postlist table: in chunks, so that a part of it can be read and
/// changed. The lengths of the documents are one too.
class PostingListWriter {
 public:
  /// `first_key`: of the first chunk. `later_keys`: what those of the others begin with. `documents`
  /// and `occurrences`: of the whole list.
  PostingListWriter(TableWriter& table, std::string first_key, std::string later_keys,
                    std::uint32_t documents, std::uint32_t occurrences);

  /// REQUIRES: the document's number is higher than those before.
  void Append(std::uint32_t document, std::uint32_t wdf);

  /// Last call. REQUIRES: something was appended.
  void Finish() { WriteChunk(true); }

 private:
  void WriteChunk(bool last);

  TableWriter& table_;
  std::string key_;
  std::string later_keys_;
  std::string head_;  // what the first chunk has before the rest
  std::string chunk_;
  std::string tag_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
};

/// One for the lengths of the documents.
PostingListWriter LengthListWriter(TableWriter& table);

/// One for a term.
PostingListWriter TermListWriter(TableWriter& table, std::string_view term, std::uint32_t documents,
                                 std::uint32_t occurrences);

}  // namespace warta::glass
