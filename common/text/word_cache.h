#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <new>
#include <random>
#include <string_view>
#include <type_traits>
#include <vector>

#include "common/text/word_hash.h"

namespace warta {

/// What was made of words, by the words as they are written. A T has a member `raw`, the word.
/// Values and the text that they point to lie side by side, so that looking at one costs the
/// processor two lines of memory. Addresses stay good until it is cleared. Hashes are salted anew
/// in every process: a text made of words with one hash must not blow up the table.
template <class T>
class WordCache {
  static_assert(std::is_trivially_destructible_v<T>, "the memory is dropped as a whole");

 public:
  /// nullptr if the word is not there. REQUIRES: the hash is HashWord(word).
  const T* Find(std::string_view word, std::uint64_t hash) const {
    if (slots_.empty()) return nullptr;
    const std::uint64_t salted = Salted(hash);
    for (std::size_t at = salted & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.value == nullptr) return nullptr;
      if (slot.hash == salted && slot.value->raw == word) return slot.value;
    }
  }

  /// Has the processor fetch what Find will read first for the hash, and then, some words later, the
  /// value that it will find.
  void FetchSlot(std::uint64_t hash) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[Salted(hash) & (slots_.size() - 1)]);
  }
  void FetchValue(std::uint64_t hash) const {
    if (slots_.empty()) return;
    const std::uint64_t salted = Salted(hash);
    const Slot& slot = slots_[salted & (slots_.size() - 1)];
    if (slot.hash != salted || slot.value == nullptr) return;
    __builtin_prefetch(slot.value);
    __builtin_prefetch(reinterpret_cast<const char*>(slot.value) + sizeof(T) - 1);
  }

  const T* Find(std::string_view word) const { return Find(word, HashWord(word)); }

  /// The text, kept as long as the values. Short-lived text goes through here before it gets into
  /// one.
  std::string_view Keep(std::string_view text) {
    bytes_ += text.size();
    char* kept = static_cast<char*>(memory_.allocate(text.size() + 1, 1));  // never nothing
    text.copy(kept, text.size());
    return {kept, text.size()};
  }

  /// REQUIRES: value.raw is kept text (Keep), and not there yet.
  const T& Add(const T& value) {
    bytes_ += sizeof(T);
    const T* kept = new (memory_.allocate(sizeof(T), alignof(T))) T(value);
    if (2 * ++size_ > slots_.size()) Grow();
    Insert(Salted(HashWord(kept->raw)), kept);
    return *kept;
  }

  std::size_t size() const { return size_; }

  /// What the values and the text take, without the table.
  std::size_t bytes() const { return bytes_; }

  void clear() {
    slots_.clear();
    size_ = 0;
    memory_.release();
    bytes_ = 0;
  }

 private:
  static std::uint64_t Salted(std::uint64_t hash) {
    static const std::uint64_t salt = (std::uint64_t{std::random_device()()} << 32U) | 1U;
    hash *= salt ^ 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 32U);
  }

  struct Slot {
    std::uint64_t hash = 0;    // salted
    const T* value = nullptr;  // none: the slot is empty
  };

  void Insert(std::uint64_t hash, const T* value) {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].value != nullptr) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {hash, value};
  }

  void Grow() {
    constexpr std::size_t kFewest = 1024;
    std::vector<Slot> old(std::max(kFewest, 2 * slots_.size()));
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.value != nullptr) Insert(slot.hash, slot.value);
    }
  }

  std::size_t bytes_ = 0;
  std::pmr::monotonic_buffer_resource memory_;
  std::vector<Slot> slots_;  // open addressing; as many as a power of two, half of them empty
  std::size_t size_ = 0;
};

}  // namespace warta
