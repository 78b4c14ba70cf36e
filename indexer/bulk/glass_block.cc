#include "indexer/bulk/glass_block.h"

namespace warta::glass {
namespace {

// Where the parts of the header are; at 0 the revision, of four bytes.
constexpr std::size_t kLevelAt = 4;
constexpr std::size_t kLongestFreeAt = 5;
constexpr std::size_t kTotalFreeAt = 7;
constexpr std::size_t kDirectoryEndAt = 9;

}  // namespace

void PutTwo(char* at, std::size_t value) {
  at[0] = static_cast<char>(value >> 8);
  at[1] = static_cast<char>(value);
}

void PutFour(char* at, std::uint32_t value) {
  PutTwo(at, value >> 16);
  PutTwo(at + 2, value & 0xFFFF);
}

void Block::Clear() {
  bytes_.fill('\0');
  directory_end_ = kHeaderBytes;
  item_begin_ = kBlockBytes;
}

char* Block::Append(std::size_t size) {
  item_begin_ -= size;
  PutTwo(bytes_.data() + directory_end_, item_begin_);
  directory_end_ += kDirectoryEntryBytes;
  return bytes_.data() + item_begin_;
}

std::string_view Block::Bytes() {
  PutFour(bytes_.data(), kRevision);
  bytes_[kLevelAt] = static_cast<char>(level_);
  PutTwo(bytes_.data() + kLongestFreeAt, free_bytes());
  PutTwo(bytes_.data() + kTotalFreeAt, free_bytes());
  PutTwo(bytes_.data() + kDirectoryEndAt, directory_end_);
  return {bytes_.data(), bytes_.size()};
}

}  // namespace warta::glass
