#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/bulk/glass_table.h"
#include "indexer/document.h"

namespace warta::glass {

/// The values of documents, by slot, as the postlist table keeps them.
class ValueLists {
 public:
  /// REQUIRES: the document's number is higher than those before; each slot once, no value empty.
  void Add(std::uint32_t document, const std::vector<DocumentValue>& values);

  /// Writes all to the table.
  void Write(TableWriter& table) const;

  /// The memory they take.
  std::size_t bytes() const { return bytes_; }

 private:
  struct Slot {
    std::uint32_t documents = 0;
    std::string lowest;
    std::string highest;
    std::map<std::uint32_t, std::string> chunks;  // by their first document
    std::uint32_t last_document = 0;
  };

  std::map<unsigned, Slot> slots_;
  std::size_t bytes_ = 0;
};

}  // namespace warta::glass
