#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

namespace warta {

/// Numbers of documents of one database, a bit each.
class DocumentSet {
 public:
  /// `last`: the highest number that may be added.
  explicit DocumentSet(Xapian::docid last) : words_(last / kBits + 1) {}

  void Add(Xapian::docid document) {
    words_[document / kBits] |= std::uint64_t{1} << (document % kBits);
  }

  /// REQUIRES of the next three: both were made with the same `last`.
  void Unite(const DocumentSet& other) {
    Combine(other, [](std::uint64_t a, std::uint64_t b) { return a | b; });
  }
  void Intersect(const DocumentSet& other) {
    Combine(other, [](std::uint64_t a, std::uint64_t b) { return a & b; });
  }
  void Subtract(const DocumentSet& other) {
    Combine(other, [](std::uint64_t a, std::uint64_t b) { return a & ~b; });
  }

  std::size_t size() const {
    std::size_t size = 0;
    for (const std::uint64_t word : words_) size += static_cast<unsigned>(std::popcount(word));
    return size;
  }

  /// Calls `each` with every document, in ascending order.
  template <class Each>
  void ForEach(const Each& each) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        each(static_cast<Xapian::docid>(i * kBits) +
             static_cast<Xapian::docid>(std::countr_zero(word)));
      }
    }
  }

 private:
  static constexpr Xapian::docid kBits = 64;

  template <class Operation>
  void Combine(const DocumentSet& other, const Operation& operation) {
    std::transform(words_.begin(), words_.end(), other.words_.begin(), words_.begin(), operation);
  }

  std::vector<std::uint64_t> words_;
};

}  // namespace warta
