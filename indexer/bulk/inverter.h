#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "indexer/bulk/glass_table.h"
#include "indexer/bulk/glass_version.h"
#include "indexer/bulk/term_table.h"
#include "indexer/bulk/value_lists.h"
#include "indexer/document.h"

namespace warta::glass {

/// Turns documents, in the order of their numbers, into the postings of their terms: in memory, already
/// coded as they will stand in the database, and in runs when memory has no room for more.
class Inverter {
 public:
  /// `runs`: a folder for the files of runs.
  explicit Inverter(std::string runs) : runs_folder_(std::move(runs)) {}

  /// Documents are numbered from 1. Returns the document's length. REQUIRES: what document.h says of
  /// documents; terms and values as Xapian takes them (at most 245 bytes, each slot once).
  std::uint32_t Add(const Document& document);

  /// Leaves out so many numbers.
  void Skip(std::uint32_t numbers) { lengths_.resize(lengths_.size() + numbers, kNoDocument); }

  /// The memory that Spill would give back.
  std::size_t bytes() const { return terms_->bytes() + posting_bytes_; }

  /// Puts the postings so far into a run. Fatal (kIoError).
  void Spill();

  const Statistics& statistics() const { return statistics_; }
  std::uint64_t postings() const { return postings_; }

  /// Writes the values, the lengths of the documents and the postings into the one table, behind the
  /// user's metadata, which have lower keys, and the positions into the other, at the same time. Once.
  /// Fatal (kIoError).
  void Write(TableWriter& postlist, TableWriter& positions);

 private:
  // As a length: no document has the number.
  static constexpr std::uint32_t kNoDocument = std::numeric_limits<std::uint32_t>::max();

  void AddPosting(const DocumentTerm& term, std::uint32_t document, TermTable::Entry& entry);
  std::string NewRun();
  void MergeRuns();
  template <class Writer>
  void WritePostings(Writer writer) const;
  void WriteLengths(TableWriter& postlist) const;

  std::string runs_folder_;
  std::vector<std::string> runs_;
  unsigned runs_made_ = 0;
  // Of each document: how many numbers it is behind the one before (of the first: its number), wdf,
  // length of the position list's tag, the tag.
  std::unique_ptr<TermTable> terms_ = std::make_unique<TermTable>();
  std::size_t posting_bytes_ = 0;
  std::vector<std::uint32_t> lengths_;  // by number less 1
  ValueLists values_;
  Statistics statistics_;
  std::uint64_t postings_ = 0;
  // Kept to save allocations.
  std::vector<std::string_view> names_;
  std::string positions_;
};

}  // namespace warta::glass
