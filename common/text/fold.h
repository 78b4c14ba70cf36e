#pragma once

#include <string>
#include <string_view>

namespace warta {

/// Folds one word to the form that is compared: NFKC case folding, accents off (é = e; also đ ł ø
/// ı, which Unicode does not decompose), apostrophes and default-ignorable characters gone,
/// superscript digits to digits. Points inside numbers stay. What is left of a word without letters
/// or digits is empty.
std::string FoldUnicode(std::string_view word);

/// The same for a word of ASCII only, without ICU. A test proves both equal.
std::string FoldAscii(std::string_view word);

/// Whether all bytes are ASCII.
bool IsAscii(std::string_view text);

/// Length in code points of valid UTF-8.
std::size_t CodePointCount(std::string_view text);

}  // namespace warta
