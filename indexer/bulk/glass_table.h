#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/deflater.h"
#include "indexer/bulk/glass_block.h"
#include "indexer/bulk/output_file.h"

namespace warta::glass {

/// A table of a glass database.
struct TableKind {
  std::string_view name;       ///< the file is called so, with `.glass`
  std::size_t compress_above;  ///< tags of more bytes are compressed where that helps; 0: none are
  bool always_there;           ///< otherwise the file is missing when there is no item
};

/// The tables of a database, in the order in which iamglass names them.
inline constexpr std::size_t kTables = 6;
inline constexpr std::array<TableKind, kTables> kTableKinds = {{
    {"postlist", 0, true},
    {"docdata", 18, false},
    {"termlist", 18, true},
    {"position", 0, false},
    {"spelling", 18, false},
    {"synonym", 18, false},
}};
enum TableNumber : std::size_t { kPostlist, kDocdata, kTermlist, kPosition, kSpelling, kSynonym };

/// What iamglass says of a table.
struct TableRoot {
  std::uint32_t block = 0;  ///< number of the root
  unsigned level = 0;       ///< of the root; leaves are level 0
  std::uint64_t items = 0;
  std::uint32_t blocks = 0;  ///< 0: the table is empty, and so is its file
};

/// Writes a table in one pass, its items in the order of their keys: a B-tree whose leaves stand in the
/// file in that order too. Fatal (kIoError) when the file cannot be written.
class TableWriter {
 public:
  /// `folder`: of the database.
  TableWriter(const std::string& folder, const TableKind& kind);

  /// REQUIRES: the key is greater than all before it, compared as bytes, not empty, and the tag below
  /// 128 MB. Fatal (kIoError) when the key is longer than the 255 bytes that the format has room for.
  void Add(std::string_view key, std::string_view tag);

  /// Writes the rest. Last call.
  TableRoot Finish();

 private:
  // The block of a level that is being filled, and the key of the item that will lead to it: what
  // tells its first item from the one before it. The first block of a level has none.
  struct Level {
    explicit Level(unsigned level) : block(level) {}
    Block block;
    std::string separator;
    std::size_t component = 0;
  };
  // A part of a tag, as an item of a leaf.
  struct Piece {
    std::string_view bytes;
    std::size_t component;  // from 1
    bool compressed;
    bool last;
  };

  std::size_t FirstPieceBytes(std::size_t key_bytes, std::size_t tag_bytes) const;
  void AddPiece(std::string_view key, const Piece& piece);
  void BeginLeaf(std::string_view key, std::size_t component);
  std::uint32_t WriteBlock(Level& level);
  void AddBranch(std::size_t level, const Level& child, std::uint32_t child_block);
  void PutFirstItem();

  std::string path_;
  TableKind kind_;
  std::optional<OutputFile> file_;
  std::optional<Deflater> deflater_;
  std::vector<std::unique_ptr<Level>> levels_;  // from the leaves up
  std::string previous_key_;
  TableRoot root_;
};

}  // namespace warta::glass
