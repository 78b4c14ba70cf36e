#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <new>
#include <random>
#include <string_view>
#include <type_traits>

#include <tsl/robin_set.h>

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
    const auto found = values_.find(word, Salted(hash));
    return found == values_.end() ? nullptr : *found;
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
    values_.insert(kept);
    return *kept;
  }

  std::size_t size() const { return values_.size(); }

  /// What the values and the text take, without the table.
  std::size_t bytes() const { return bytes_; }

  void clear() {
    values_.clear();
    memory_.release();
    bytes_ = 0;
  }

 private:
  static std::size_t Salted(std::uint64_t hash) {
    static const std::uint64_t salt = (std::uint64_t{std::random_device()()} << 32U) | 1U;
    hash *= salt ^ 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(hash ^ (hash >> 32U));
  }

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return Salted(HashWord(word)); }
    std::size_t operator()(const T* value) const { return operator()(value->raw); }
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(const T* a, const T* b) const { return a->raw == b->raw; }
    bool operator()(const T* a, std::string_view b) const { return a->raw == b; }
    bool operator()(std::string_view a, const T* b) const { return a == b->raw; }
  };
  static constexpr bool kStoreHash = true;  // few words are compared in vain

  std::size_t bytes_ = 0;
  std::pmr::monotonic_buffer_resource memory_;
  tsl::robin_set<const T*, Hash, Equal, std::allocator<const T*>, kStoreHash> values_;
};

}  // namespace warta
