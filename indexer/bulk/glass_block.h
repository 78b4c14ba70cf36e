#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace warta::glass {

/// Of the tables written here; Xapian's own choice too.
inline constexpr std::size_t kBlockBytes = 8192;

/// What the directory takes for an item, beside the item itself.
inline constexpr std::size_t kDirectoryEntryBytes = 2;

/// The revision of all that is written here; readers refuse blocks later than their table.
inline constexpr std::uint32_t kRevision = 1;

/// A block of a table: a header, then the directory of the items in the order of their keys; the items
/// lie at the end, the first hindmost. Numbers are big-endian.
class Block {
 public:
  explicit Block(unsigned level) : level_(level) { Clear(); }

  /// Empties it, for the next block of the same level.
  void Clear();

  std::size_t free_bytes() const { return item_begin_ - directory_end_; }
  bool empty() const { return directory_end_ == kHeaderBytes; }

  /// Room for an item behind all others, to be filled in by the caller.
  /// REQUIRES: size + kDirectoryEntryBytes <= free_bytes().
  char* Append(std::size_t size);

  /// The block as it stands on the disk. Good until the next change.
  std::string_view Bytes();

  /// The bytes of a block's header.
  static constexpr std::size_t kHeaderBytes = 11;

 private:
  std::array<char, kBlockBytes> bytes_;
  unsigned level_;
  std::size_t directory_end_ = kHeaderBytes;
  std::size_t item_begin_ = kBlockBytes;
};

/// Puts a number of two, or four, bytes down.
void PutTwo(char* at, std::size_t value);
void PutFour(char* at, std::uint32_t value);

}  // namespace warta::glass
