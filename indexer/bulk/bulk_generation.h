#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <tsl/robin_map.h>

#include "common/result.h"
#include "indexer/bulk/bulk_builder.h"
#include "indexer/bulk/record_file.h"
#include "indexer/copy_finder.h"
#include "indexer/document.h"

namespace warta {

/// A new generation while BulkBuilder builds it, before it is a database that can be asked. What a run
/// has to know of its own articles (which document a key belongs to, what is stored of it) is kept
/// beside; documents that are replaced or removed are changed in the end.
///
/// Fatal (kIoError) from any function when a file cannot be written.
class BulkGeneration {
 public:
  /// What is to be done in the finished database; without a document: remove it.
  struct Change {
    struct Content {
      Document document;
      std::string data;
    };
    std::uint32_t number = 0;
    std::optional<Content> content;
  };

  /// `folder`: of the generation. `bulk_bytes`: memory for postings.
  BulkGeneration(const std::string& folder, std::size_t bulk_bytes);

  /// The document of a key; 0: none.
  std::uint32_t Find(const std::string& key) const;
  std::string Data(std::uint32_t number) const;
  std::string Metadata(const std::string& key) const { return builder_.Metadata(key); }

  std::uint32_t Add(Document document, std::string data, const std::vector<std::string>& keys);
  /// No document will have the next so many numbers.
  void Skip(std::uint32_t numbers);
  void Replace(std::uint32_t number, const Document& document, const std::string& data,
               const std::vector<std::string>& old_keys, const std::vector<std::string>& keys);
  void Delete(std::uint32_t number, const std::vector<std::string>& keys);
  void SetMetadata(const std::string& key, const std::string& value);

  /// The memory of what waits until the end, beside postings.
  std::size_t waiting_bytes() const { return waiting_bytes_; }

  /// Writes the database. Last call. Returns what is still to be done in it; Error: as
  /// BulkBuilder::Finish.
  Result<std::vector<Change>> Finish();

 private:
  using KeyHash = std::array<std::uint64_t, 2>;
  struct HashOfHash {
    std::size_t operator()(const KeyHash& hash) const { return hash[0]; }
  };

  static KeyHash HashOf(const std::string& key);
  void SetChange(std::uint32_t number, std::optional<Change::Content> content);

  BulkBuilder builder_;
  RecordFile records_;
  CopyFinder copies_;
  // By 128 bits of hash: that two of a billion keys have one is less likely than that the disk lies.
  tsl::robin_map<KeyHash, std::uint32_t, HashOfHash> documents_;
  std::map<std::uint32_t, std::optional<Change::Content>> changes_;
  std::size_t waiting_bytes_ = 0;
};

}  // namespace warta
