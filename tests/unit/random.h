#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <span>
#include <string>
#include <string_view>

namespace warta {

/// Random choices for property tests: the same on every machine for the same seed, which the
/// distributions of the standard library are not.
class Random {
 public:
  explicit Random(std::mt19937::result_type seed) : engine_(seed) {}

  /// 0 to bound - 1. REQUIRES: bound > 0.
  std::size_t Below(std::size_t bound) { return engine_() % bound; }

  std::string_view Pick(std::span<const std::string_view> choices) {
    return choices[Below(choices.size())];
  }

  std::string Bytes(std::size_t most) {
    std::string bytes(Below(most + 1), '\0');
    for (char& byte : bytes) byte = static_cast<char>(Below(256));
    return bytes;
  }

  /// Valid UTF-8 with characters of all lengths; the lower planes and ASCII more often.
  std::string Utf8(std::size_t most) {
    std::string text;
    for (std::size_t left = Below(most + 1); left > 0; --left) AppendUtf8(CodePoint(), text);
    return text;
  }

 private:
  char32_t CodePoint() {
    constexpr std::array<std::size_t, 5> kBounds = {0x80, 0x80, 0x800, 0x3400, 0x110000};
    const std::size_t c = Below(kBounds[Below(kBounds.size())]);
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    return static_cast<char32_t>(surrogate ? c - 0x800 : c);
  }

  static void AppendUtf8(char32_t c, std::string& text) {
    const auto push = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
      push(c);
    } else if (c < 0x800) {
      push(0xC0 | (c >> 6));
      push(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      push(0xE0 | (c >> 12));
      push(0x80 | ((c >> 6) & 0x3F));
      push(0x80 | (c & 0x3F));
    } else {
      push(0xF0 | (c >> 18));
      push(0x80 | ((c >> 12) & 0x3F));
      push(0x80 | ((c >> 6) & 0x3F));
      push(0x80 | (c & 0x3F));
    }
  }

  std::mt19937 engine_;
};

}  // namespace warta
