#include "indexer/bulk/glass_version.h"

#include <random>
#include <string_view>

#include "indexer/bulk/glass_pack.h"
#include "indexer/bulk/output_file.h"

namespace warta::glass {
namespace {

// The magic, and the format's version: the day of its last change, 2016-03-14, as years since 2014,
// month and day in 7, 4 and 5 bits. All of Xapian 1.4 has it.
constexpr std::string_view kMagic = "\x0F\x0DXapian Glass";
constexpr unsigned kVersion = (2016 - 2014) << 9 | 3 << 5 | 14;

constexpr unsigned kBlockUnit = 2048;  // block sizes are counted in

// A random UUID (RFC 4122, version 4).
std::string RandomUuid() {
  std::random_device random;
  std::uniform_int_distribution<unsigned> byte(0, 0xFF);
  std::string uuid(16, '\0');
  for (char& one : uuid) one = static_cast<char>(byte(random));
  uuid[6] = static_cast<char>((uuid[6] & 0x0F) | 0x40);
  uuid[8] = static_cast<char>((uuid[8] & 0x3F) | 0x80);
  return uuid;
}

// No block is free, and none of the file waits for being so.
std::string EmptyFreeList(std::uint32_t blocks) {
  std::string list;
  PackUint(list, kRevision);
  PackUint(list, blocks);
  list.append(4, '\0');
  return list;
}

void AppendRoot(std::string& out, const TableRoot& root, const TableKind& kind) {
  constexpr unsigned kSequential = 2;
  constexpr unsigned kNoBlocks = 1;
  PackUint(out, root.block);
  PackUint(out, root.level << 2 | kSequential | (root.blocks == 0 ? kNoBlocks : 0));
  PackUint(out, root.items);
  PackUint(out, kBlockBytes / kBlockUnit);
  PackUint(out, kind.compress_above);
  PackText(out, root.blocks == 0 ? std::string() : EmptyFreeList(root.blocks));
}

}  // namespace

void WriteVersionFile(const std::string& folder, const std::array<TableRoot, kTables>& roots,
                      const Statistics& statistics) {
  std::string content(kMagic);
  content += static_cast<char>(kVersion >> 8);
  content += static_cast<char>(kVersion);
  content += RandomUuid();
  PackUint(content, kRevision);
  for (std::size_t i = 0; i < kTables; ++i) AppendRoot(content, roots[i], kTableKinds[i]);
  PackUint(content, statistics.documents);
  PackUint(content, statistics.last_document - statistics.documents);
  PackUint(content, statistics.shortest);
  PackUint(content, statistics.most_wdf);
  PackUint(content, statistics.longest - statistics.most_wdf);
  PackUint(content, 0);  // changesets: none are kept
  PackUint(content, statistics.total_length);
  PackUint(content, 0);  // spelling: not used
  OutputFile file(folder + "/iamglass");
  file.Append(content);
  file.Close();
}

}  // namespace warta::glass
