#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace warta {

/// What a character is to the tokeniser.
enum class CharClass : std::uint8_t {
  kSeparator,    ///< ends a word
  kLetter,       ///< letters and letter-like numbers of every script
  kDigit,        ///< decimal digits
  kSuperscript,  ///< ², part of a word only after a letter (anak², km²)
  kMark,         ///< combining marks, part of a word only inside one
  kApostrophe,   ///< vanishes between letters, separates elsewhere
  kHyphen,       ///< joins two words
  kPoint,        ///< . , : between digits belong to the number
  kPercent,      ///< % after a number is a word
  kIgnorable,    ///< default-ignorable code points: as if they were not there
};

/// Class of a code point by ICU's properties; right for every code point, ASCII included.
CharClass ClassifyUnicode(char32_t code_point);

/// The same for ASCII, as a table. A test proves both equal.
extern const std::array<CharClass, 128> kAsciiClass;

/// One decoded character of a text.
struct Char {
  CharClass char_class = CharClass::kSeparator;
  bool ascii = true;
  std::uint8_t length = 1;  ///< bytes
};

/// CharAt for a byte that is not ASCII.
Char DecodeChar(std::string_view text, std::size_t at);

/// The character that starts at the byte. Invalid UTF-8 is a separator of one byte. REQUIRES: at <
/// text.size().
inline Char CharAt(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? Char{kAsciiClass[byte], true, 1} : DecodeChar(text, at);
}

}  // namespace warta
