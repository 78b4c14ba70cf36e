#include "indexer/bulk/value_lists.h"

#include <algorithm>
#include <string_view>

#include "indexer/bulk/glass_pack.h"

namespace warta::glass {
namespace {

// A chunk of as many bytes is full; Xapian's choice.
constexpr std::size_t kChunkBytes = 2000;

constexpr std::string_view kStatisticsKey("\0\xD0", 2);
constexpr std::string_view kChunkKey("\0\xD8", 2);

}  // namespace

void ValueLists::Add(std::uint32_t document, const std::vector<DocumentValue>& values) {
  for (const auto& [number, value] : values) {
    Slot& slot = slots_[number];
    if (slot.documents == 0) slot.lowest = slot.highest = value;
    slot.lowest = std::min(slot.lowest, value);
    slot.highest = std::max(slot.highest, value);
    ++slot.documents;
    const bool full = slot.chunks.empty() || slot.chunks.rbegin()->second.size() >= kChunkBytes;
    std::string& chunk = full ? slot.chunks[document] : slot.chunks.rbegin()->second;
    bytes_ -= chunk.capacity();
    if (!full) PackUint(chunk, document - slot.last_document - 1);
    PackText(chunk, value);
    bytes_ += chunk.capacity();
    slot.last_document = document;
  }
}

// The keys of slots do not come in the order of the slots: their bytes stand the lowest first.
void ValueLists::Write(TableWriter& table) const {
  std::map<std::string, std::string> statistics;
  std::map<std::string, const Slot*> slots;
  for (const auto& [number, slot] : slots_) {
    std::string key(kStatisticsKey);
    PackLastUint(key, number);
    std::string& tag = statistics[key];
    PackUint(tag, slot.documents);
    PackText(tag, slot.lowest);
    if (slot.highest != slot.lowest) tag += slot.highest;
    key = kChunkKey;
    PackUint(key, number);
    slots[key] = &slot;
  }
  for (const auto& [key, tag] : statistics) table.Add(key, tag);
  for (const auto& [prefix, slot] : slots) {
    for (const auto& [first_document, chunk] : slot->chunks) {
      std::string key = prefix;
      PackSortableUint(key, first_document);
      table.Add(key, chunk);
    }
  }
}

}  // namespace warta::glass
