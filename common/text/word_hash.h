#pragma once

#include <cstdint>
#include <string_view>

namespace warta {

/// A hash of few instructions for words, made a byte at a time, so that it can be had while a word
/// is scanned. Multiplicative (Knuth 6.4). Tables on disk or against an enemy want another one.
class WordHash {
 public:
  void Add(char c) {
    constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio
    state_ = (state_ ^ static_cast<unsigned char>(c)) * kMultiplier;
  }

  /// Of the bytes so far.
  std::uint64_t value() const { return state_ ^ (state_ >> 32U); }

 private:
  std::uint64_t state_ = 0;
};

inline std::uint64_t HashWord(std::string_view word) {
  WordHash hash;
  for (const char c : word) hash.Add(c);
  return hash.value();
}

}  // namespace warta
