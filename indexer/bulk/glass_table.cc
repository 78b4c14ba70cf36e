#include "indexer/bulk/glass_table.h"

#include <algorithm>
#include <utility>

#include "common/exit_code.h"
#include "common/fatal.h"

namespace warta::glass {
namespace {

// Leaf item: two bytes with its length (less three) and flags, the key behind its length in a byte,
// two bytes with the number of the piece unless it is the first, the piece of the tag.
constexpr unsigned kCompressed = 0x8000;
constexpr unsigned kLastPiece = 0x4000;
constexpr unsigned kFirstPiece = 0x2000;
constexpr std::size_t kLengthBytes = 2;
constexpr std::size_t kLengthLess = 3;
constexpr std::size_t kKeyLengthBytes = 1;
constexpr std::size_t kComponentBytes = 2;
constexpr std::size_t kMostKeyBytes = 255;
constexpr std::size_t kMostComponents = 0xFFFF;

// Branch item: four bytes with the number of the block, the key as above, the number of the piece.
constexpr std::size_t kBlockNumberBytes = 4;

// So large that four fit into a block, which is what changing the table later relies on.
constexpr std::size_t kItemsInBlock = 4;
constexpr std::size_t kMostItemBytes =
    (kBlockBytes - Block::kHeaderBytes - kItemsInBlock * kDirectoryEntryBytes) / kItemsInBlock;

// The shortest beginning of `key` that is greater than `previous`; the key itself where they are equal.
std::string_view Separator(std::string_view previous, std::string_view key) {
  const std::size_t common = static_cast<std::size_t>(
      std::mismatch(key.begin(), key.end(), previous.begin(), previous.end()).first - key.begin());
  return key.substr(0, common + 1);
}

}  // namespace

TableWriter::TableWriter(const std::string& folder, const TableKind& kind)
    : path_(folder + '/' + std::string(kind.name) + ".glass"), kind_(kind) {
  if (kind.always_there) file_.emplace(path_);
  if (kind.compress_above > 0) deflater_.emplace();
}

void TableWriter::Add(std::string_view key, std::string_view tag) {
  if (key.size() > kMostKeyBytes) {
    throw Fatal(ExitCode::kIoError, "a key is too long for " + path_);
  }
  if (levels_.empty()) PutFirstItem();
  bool compressed = false;
  if (deflater_ && tag.size() > kind_.compress_above) {
    if (const std::string_view smaller = deflater_->Compress(tag); !smaller.empty()) {
      tag = smaller;
      compressed = true;
    }
  }
  const std::size_t piece =
      kMostItemBytes - kLengthBytes - kKeyLengthBytes - key.size() - kComponentBytes;
  std::size_t size = FirstPieceBytes(key.size(), tag.size());
  for (std::size_t component = 1; component == 1 || !tag.empty(); ++component) {
    if (component > kMostComponents) {
      throw Fatal(ExitCode::kIoError, "an entry is too large for " + path_);
    }
    const bool last = size >= tag.size();
    AddPiece(key, {tag.substr(0, size), component, compressed, last});
    tag.remove_prefix(std::min(size, tag.size()));
    size = piece;
  }
  ++root_.items;
}

// As much as fits into an item. Of a tag that needs several, the first fills what remains of the block
// beside whole items, if they do not become more by that.
std::size_t TableWriter::FirstPieceBytes(std::size_t key_bytes, std::size_t tag_bytes) const {
  const std::size_t around = kLengthBytes + kKeyLengthBytes + key_bytes;
  const std::size_t most = kMostItemBytes - around;
  if (tag_bytes <= most) return most;
  const std::size_t over =
      levels_.front()->block.free_bytes() % (kMostItemBytes + kDirectoryEntryBytes);
  if (over <= kDirectoryEntryBytes + around) return most;
  const std::size_t room = over - kDirectoryEntryBytes - around;
  const std::size_t piece = most - kComponentBytes;
  const auto pieces = [&](std::size_t first) { return (tag_bytes - first + piece - 1) / piece; };
  return pieces(room) <= pieces(most) ? room : most;
}

// Every table begins with an item that has no key.
void TableWriter::PutFirstItem() {
  if (!file_) file_.emplace(path_);
  levels_.push_back(std::make_unique<Level>(0));
  char* item = levels_.front()->block.Append(kLengthBytes + kKeyLengthBytes);
  PutTwo(item, kFirstPiece | kLastPiece);
  item[kLengthBytes] = 0;
}

void TableWriter::AddPiece(std::string_view key, const Piece& piece) {
  const bool numbered = piece.component > 1;
  const std::size_t head =
      kLengthBytes + kKeyLengthBytes + key.size() + (numbered ? kComponentBytes : 0);
  const std::size_t size = head + piece.bytes.size();
  if (levels_.front()->block.free_bytes() < size + kDirectoryEntryBytes) {
    BeginLeaf(key, piece.component);
  }
  char* item = levels_.front()->block.Append(size);
  PutTwo(item, (size - kLengthLess) | (piece.compressed ? kCompressed : 0) |
                   (piece.last ? kLastPiece : 0) | (numbered ? 0 : kFirstPiece));
  item[kLengthBytes] = static_cast<char>(key.size());
  key.copy(item + kLengthBytes + kKeyLengthBytes, key.size());
  if (numbered) PutTwo(item + head - kComponentBytes, piece.component);
  piece.bytes.copy(item + head, piece.bytes.size());
  previous_key_ = key;
}

void TableWriter::BeginLeaf(std::string_view key, std::size_t component) {
  Level& leaf = *levels_.front();
  const std::uint32_t written = WriteBlock(leaf);
  AddBranch(1, leaf, written);
  leaf.separator = Separator(previous_key_, key);
  leaf.component = component;
}

// Writes the block and empties it. Returns its number.
std::uint32_t TableWriter::WriteBlock(Level& level) {
  file_->Append(level.block.Bytes());
  level.block.Clear();
  return root_.blocks++;
}

// Leads to a block that has been written, from the level above. The first item of each block there
// needs no key: its separator stands one level higher.
void TableWriter::AddBranch(std::size_t level, const Level& child, std::uint32_t child_block) {
  if (level == levels_.size()) levels_.push_back(std::make_unique<Level>(level));
  Level& branch = *levels_[level];
  const auto size_with = [](const std::string& key) {
    return kBlockNumberBytes + kKeyLengthBytes + key.size() + kComponentBytes;
  };
  if (branch.block.free_bytes() < size_with(child.separator) + kDirectoryEntryBytes) {
    const std::uint32_t written = WriteBlock(branch);
    AddBranch(level + 1, branch, written);
    branch.separator = child.separator;
    branch.component = child.component;
  }
  const bool keyed = !branch.block.empty();
  const std::string key = keyed ? child.separator : std::string();
  char* item = branch.block.Append(size_with(key));
  PutFour(item, child_block);
  item[kBlockNumberBytes] = static_cast<char>(key.size());
  key.copy(item + kBlockNumberBytes + kKeyLengthBytes, key.size());
  PutTwo(item + kBlockNumberBytes + kKeyLengthBytes + key.size(), keyed ? child.component : 0);
}

TableRoot TableWriter::Finish() {
  // A level may be added on the way up.
  for (std::size_t level = 0; level < levels_.size(); ++level) {
    root_.block = WriteBlock(*levels_[level]);
    root_.level = static_cast<unsigned>(level);
    if (level + 1 < levels_.size()) AddBranch(level + 1, *levels_[level], root_.block);
  }
  if (file_) file_->Close();
  return root_;
}

}  // namespace warta::glass
