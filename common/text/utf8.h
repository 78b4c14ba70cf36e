#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace warta {

/// What NextCodePoint returns for an ill-formed sequence.
inline constexpr char32_t kIllFormed = 0xFFFFFFFF;

/// The code point that starts at `at`, which is moved behind it (behind the longest ill-formed part
/// otherwise). REQUIRES: at < text.size().
char32_t NextCodePoint(std::string_view text, std::size_t& at);

/// Appends the code point. REQUIRES: one that UTF-8 can write, so no surrogate.
void AppendUtf8(char32_t code_point, std::string& text);

/// Where the first byte from `at` on stands that is not ASCII; the size of the text if there is
/// none. A word at a time.
std::size_t SkipAscii(std::string_view text, std::size_t at);

/// Whether the bytes are well-formed UTF-8 (no surrogates, no overlong forms, nothing above
/// U+10FFFF).
bool IsValidUtf8(std::string_view text);

/// The text as well-formed UTF-8: a surrogate pair written as two characters of three bytes each
/// (CESU-8, as some databases and Java write emoji) becomes the character that it stands for, every
/// other ill-formed sequence U+FFFD.
std::string RepairUtf8(std::string_view text);

/// How much of a text looks like UTF-8 and how much cannot be.
struct Utf8Tally {
  std::size_t multibyte = 0;   ///< characters of several bytes, pairs of CESU-8 among them
  std::size_t ill_formed = 0;  ///< what RepairUtf8 would replace by U+FFFD
};

/// A text of many multibyte characters and few faults is damaged UTF-8; in another encoding faults
/// prevail.
Utf8Tally TallyUtf8(std::string_view text);

}  // namespace warta
