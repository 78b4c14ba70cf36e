#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

namespace warta {

/// Terms, each once, with what was appended for it. Millions of them: an entry, its place in the hash
/// table and a term of ten bytes take 80 bytes.
class TermTable {
 public:
  /// As large as a line of the processor's cache, and one of them.
  struct alignas(64) Entry {
    std::string_view term;            ///< lives as long as the table
    std::string bytes;                ///< for the caller
    std::uint32_t last_document = 0;  ///< these three are the caller's too
    std::uint32_t documents = 0;
    std::uint32_t occurrences = 0;
  };

  TermTable();

  /// The numbers of the terms' entries, in their order; those that are new get one. For many terms at
  /// once, because the time goes into waiting for memory, which can be asked for ahead.
  const std::vector<std::uint32_t>& NumbersOf(const std::vector<std::string_view>& terms);

  /// REQUIRES: a number that NumbersOf has given. Good until it is called again.
  Entry& At(std::uint32_t number) { return entries_[number]; }

  /// All entries in the order of their terms, compared as bytes. Good until the next term.
  std::vector<const Entry*> Sorted() const;

  std::size_t size() const { return entries_.size(); }

  /// The memory it takes, without what the callers' bytes allocate.
  std::size_t bytes() const;

 private:
  // The hash stands here too, so that a term is compared with hardly any but itself.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t next = 0;  // the entry's number, and one; 0: free
  };

  std::size_t mask() const { return slots_.size() - 1; }
  void FetchAhead(const std::vector<std::string_view>& terms);
  std::uint32_t NumberOf(std::string_view term, std::uint32_t hash);
  void Grow();

  std::pmr::monotonic_buffer_resource texts_;
  std::size_t text_bytes_ = 0;
  std::vector<Entry> entries_;
  std::vector<Slot> slots_;
  std::uint64_t salt_;
  std::vector<std::uint32_t> hashes_;   // of the terms asked for
  std::vector<std::uint32_t> numbers_;  // of their entries
};

}  // namespace warta
