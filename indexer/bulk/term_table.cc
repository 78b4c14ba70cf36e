#include "indexer/bulk/term_table.h"

#include <algorithm>
#include <random>
#include <utility>

#include <xxhash.h>

namespace warta {
namespace {

constexpr std::size_t kFirstSlots = 1024;  // a power of two, as all sizes

// The first eight bytes as a number that compares as they do: most comparisons end there, without a
// look at the term.
std::uint64_t FirstBytes(std::string_view term) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) {
    number = number << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0);
  }
  return number;
}

}  // namespace

// Salted: articles made of words with one hash must not make the table slow.
TermTable::TermTable() : slots_(kFirstSlots), salt_(std::random_device()()) {}

const std::vector<std::uint32_t>& TermTable::NumbersOf(const std::vector<std::string_view>& terms) {
  FetchAhead(terms);
  numbers_.clear();
  for (std::size_t i = 0; i < terms.size(); ++i) {
    numbers_.push_back(NumberOf(terms[i], hashes_[i]));
  }
  for (const std::uint32_t number : numbers_) {
    const std::string& bytes = entries_[number].bytes;
    __builtin_prefetch(bytes.data() + bytes.size(), 1);
  }
  return numbers_;
}

// Each look into memory depends on what the one before it has found: the slot, the entry, the term. So
// all slots are asked for, then all entries, then all terms.
void TermTable::FetchAhead(const std::vector<std::string_view>& terms) {
  hashes_.clear();
  for (const std::string_view term : terms) {
    const auto hash =
        static_cast<std::uint32_t>(XXH3_64bits_withSeed(term.data(), term.size(), salt_));
    hashes_.push_back(hash);
    __builtin_prefetch(&slots_[hash & mask()]);
  }
  for (const std::uint32_t hash : hashes_) {
    const Slot& slot = slots_[hash & mask()];
    if (slot.hash == hash && slot.next > 0) __builtin_prefetch(&entries_[slot.next - 1], 1);
  }
  for (const std::uint32_t hash : hashes_) {
    const Slot& slot = slots_[hash & mask()];
    if (slot.hash == hash && slot.next > 0) __builtin_prefetch(entries_[slot.next - 1].term.data());
  }
}

std::uint32_t TermTable::NumberOf(std::string_view term, std::uint32_t hash) {
  std::size_t at = hash & mask();
  for (; slots_[at].next > 0; at = (at + 1) & mask()) {
    if (slots_[at].hash != hash) continue;
    if (entries_[slots_[at].next - 1].term == term) return slots_[at].next - 1;
  }
  char* kept = static_cast<char*>(texts_.allocate(term.size() + 1, 1));  // never nothing
  term.copy(kept, term.size());
  text_bytes_ += term.size() + 1;
  const auto number = static_cast<std::uint32_t>(entries_.size());
  entries_.emplace_back().term = {kept, term.size()};
  slots_[at] = {hash, number + 1};
  // Half empty: collisions stay rare.
  if (entries_.size() * 2 > slots_.size()) Grow();
  return number;
}

void TermTable::Grow() {
  const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  for (const Slot& slot : before) {
    if (slot.next == 0) continue;
    std::size_t at = slot.hash & mask();
    while (slots_[at].next > 0) at = (at + 1) & mask();
    slots_[at] = slot;
  }
}

std::vector<const TermTable::Entry*> TermTable::Sorted() const {
  std::vector<std::pair<std::uint64_t, const Entry*>> keyed;
  keyed.reserve(entries_.size());
  for (const Entry& entry : entries_) keyed.emplace_back(FirstBytes(entry.term), &entry);
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second->term < b.second->term;
  });
  std::vector<const Entry*> sorted;
  sorted.reserve(keyed.size());
  for (const auto& [first_bytes, entry] : keyed) sorted.push_back(entry);
  return sorted;
}

std::size_t TermTable::bytes() const {
  return text_bytes_ + entries_.capacity() * sizeof(Entry) + slots_.size() * sizeof(Slot);
}

}  // namespace warta
