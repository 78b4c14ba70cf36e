#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/readers/input.h"

namespace warta {

/// Cuts documents of JSON into the objects that can be records, without holding a document in
/// memory: of an array its objects; of an object itself, or, when it is larger than the limit, all
/// objects that stand directly in one of its arrays. Only brackets and quotes are looked at: what a
/// record holds is not checked.
class JsonScanner {
 public:
  /// Records longer than `limit` bytes are passed over.
  JsonScanner(Input& input, std::size_t limit) : input_(input), limit_(limit) {}

  struct Piece {
    std::string text;
    bool overlong = false;  ///< passed over, `text` is empty
  };

  /// The next record; none at the end. Fails where the stream does, at text that is no JSON, and at
  /// an end within a record; then the rest cannot be read.
  Result<std::optional<Piece>> Next();

 private:
  enum class Step { kGoOn, kRecord, kOverlong, kFault };

  Step Scan(std::string_view bytes, std::size_t& used);
  Step Take(char c);
  bool IsRecordPlace() const;
  void Keep(std::string_view bytes);
  void Wrap();

  Input& input_;
  std::size_t limit_;
  std::string open_;              // the brackets that are open
  std::size_t record_depth_ = 0;  // how many were open before the record
  bool in_record_ = false;
  bool in_string_ = false;
  bool overlong_ = false;
  bool wrapped_ = false;  // the object at hand is larger than a record: its arrays hold them
  std::string record_;
  std::string again_;         // the beginning of such an object, which is gone through again
  std::size_t again_at_ = 0;  // how far that is
};

}  // namespace warta
