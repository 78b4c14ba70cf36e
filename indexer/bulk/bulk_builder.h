#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/job_queue.h"
#include "common/result.h"
#include "indexer/bulk/glass_table.h"
#include "indexer/bulk/inverter.h"
#include "indexer/document.h"

namespace warta {

/// Builds a new database from documents in one go, many times faster than Xapian::WritableDatabase:
/// documents are inverted in memory, and the tables of a glass database written in the order of their
/// keys, each in one pass. A thread of its own does that, while the caller makes the next document.
///
/// All functions: Fatal (kIoError) when a file cannot be written. After that only the destructor is
/// to be called; it removes the work files, not what stands of the database.
class BulkBuilder {
 public:
  /// Whether the libxapian that is in use reads what is written here: the series 1.4.
  static bool IsPossible();

  /// `folder`: where the database is to be; empty or not there yet. Work files are below it until
  /// Finish, and take as much room as the database. `memory_bytes`: of the documents and postings
  /// that wait for being written.
  BulkBuilder(std::string folder, std::size_t memory_bytes);
  ~BulkBuilder();
  BulkBuilder(const BulkBuilder&) = delete;
  BulkBuilder& operator=(const BulkBuilder&) = delete;

  /// Returns the document's number: from 1, without gaps but those that Skip makes. REQUIRES: what
  /// document.h says of documents; terms of 1 to 245 bytes; each slot once; `data` below 128 MB.
  std::uint32_t Add(Document document, std::string data);

  /// No document will have the next so many numbers.
  void Skip(std::uint32_t numbers) { skipped_ += numbers; }

  /// As Xapian's set_metadata: an empty value removes it. REQUIRES: 1 to 253 bytes of key.
  void SetMetadata(const std::string& key, const std::string& value);

  /// What was set; empty: nothing.
  std::string Metadata(const std::string& key) const;

  /// As Xapian's add_synonym; one that is there may be added again.
  /// REQUIRES: 1 to 245 bytes each.
  void AddSynonym(std::string_view term, std::string_view synonym);

  /// Writes the rest and counts again. Last call. Error when the database differs from what was put in,
  /// and must not be used. It is not flushed to the disk (SyncFolder).
  std::optional<Error> Finish();

 private:
  struct Input {
    Document document;
    std::string data;
    std::uint32_t skipped = 0;  // numbers before its own
  };

  void Write(const Input& input);
  void WriteMetadata();
  void WriteSynonyms();

  std::string folder_;
  std::string work_;
  std::size_t posting_bytes_;
  // What is found by document is written at once.
  glass::TableWriter docdata_;
  glass::TableWriter termlist_;
  glass::TableWriter postlist_;
  glass::TableWriter positions_;
  glass::TableWriter synonyms_;
  glass::Inverter inverter_;
  std::map<std::string, std::string> metadata_;  // no value is empty
  std::vector<StemmedForm> forms_;
  std::uint32_t last_number_ = 0;
  std::uint32_t skipped_ = 0;  // since then
  // Its thread has what is found by document and the inverter to itself, until Finish.
  std::optional<JobQueue<Input>> inputs_;
};

}  // namespace warta
