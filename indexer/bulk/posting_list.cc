#include "indexer/bulk/posting_list.h"

#include <utility>

#include "indexer/bulk/glass_pack.h"

namespace warta::glass {
namespace {

// A chunk of as many bytes is full; Xapian's choice.
constexpr std::size_t kChunkBytes = 2000;

constexpr std::string_view kLengthKey("\0\xE0", 2);

}  // namespace

PostingListWriter::PostingListWriter(TableWriter& table, std::string first_key,
                                     std::string later_keys, std::uint32_t documents,
                                     std::uint32_t occurrences)
    : table_(table), key_(std::move(first_key)), later_keys_(std::move(later_keys)) {
  PackUint(head_, documents);
  PackUint(head_, occurrences);
}

void PostingListWriter::Append(std::uint32_t document, std::uint32_t wdf) {
  if (chunk_.size() >= kChunkBytes) WriteChunk(false);
  if (chunk_.empty()) {
    first_ = document;
  } else {
    PackUint(chunk_, document - last_ - 1);
  }
  last_ = document;
  PackUint(chunk_, wdf);
}

// Of the first chunk, the first document stands in the tag, of the others in the key.
void PostingListWriter::WriteChunk(bool last) {
  tag_.clear();
  if (!head_.empty()) {
    tag_ = std::exchange(head_, {});
    PackUint(tag_, first_ - 1);
  } else {
    key_ = later_keys_;
    PackSortableUint(key_, first_);
  }
  tag_ += last ? '1' : '0';
  PackUint(tag_, last_ - first_);
  tag_ += chunk_;
  table_.Add(key_, tag_);
  chunk_.clear();
}

PostingListWriter LengthListWriter(TableWriter& table) {
  const std::string key(kLengthKey);
  return {table, key, key, 0, 0};
}

PostingListWriter TermListWriter(TableWriter& table, std::string_view term, std::uint32_t documents,
                                 std::uint32_t occurrences) {
  std::string key;
  PackSortableText(key, term);
  return {table, key, key + '\0', documents, occurrences};
}

}  // namespace warta::glass
