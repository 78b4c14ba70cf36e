#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/ascii.h"

namespace warta {

/// Reads the parts of a date from left to right. Every function that fails leaves the position
/// alone.
class Scanner {
 public:
  explicit Scanner(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  void MoveTo(std::size_t at) { at_ = at; }
  bool AtEnd() const { return at_ >= text_.size(); }
  char Peek() const { return AtEnd() ? '\0' : text_[at_]; }

  /// A number of so many digits, no more following. REQUIRES: max_digits < 10.
  std::optional<int> Number(std::size_t min_digits, std::size_t max_digits) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && IsDigit(text_[end]) && end - at_ < max_digits)
      value = value * 10 + (text_[end++] - '0');
    if (end - at_ < min_digits || (end < text_.size() && IsDigit(text_[end]))) return std::nullopt;
    at_ = end;
    return value;
  }

  /// Exactly so many digits, whatever follows: a part of a compact date.
  std::optional<int> Digits(std::size_t count) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (at_ + i >= text_.size() || !IsDigit(text_[at_ + i])) return std::nullopt;
      value = value * 10 + (text_[at_ + i] - '0');
    }
    at_ += count;
    return value;
  }

  /// How many digits stand here, counted up to `most`.
  std::size_t CountDigits(std::size_t most) const {
    std::size_t count = 0;
    while (count < most && at_ + count < text_.size() && IsDigit(text_[at_ + count])) ++count;
    return count;
  }

  bool Char(char wanted) {
    if (AtEnd() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  bool Text(std::string_view wanted) {
    if (!text_.substr(at_).starts_with(wanted)) return false;
    at_ += wanted.size();
    return true;
  }

  /// White space: up to four of space, tab, line break and the space that forbids one.
  bool Space() {
    int count = 0;
    while (count < 4 && ((!AtEnd() && IsSpace(text_[at_]) && Char(text_[at_])) || Text("\u00A0")))
      ++count;
    return count > 0;
  }

  /// The letters that stand here, without moving.
  std::string_view Word() const {
    constexpr std::size_t kMost = 16;
    std::size_t end = at_;
    while (end < text_.size() && IsLetter(text_[end]) && end - at_ < kMost) ++end;
    return text_.substr(at_, end - at_);
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

}  // namespace warta
