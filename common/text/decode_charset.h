#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace warta {

inline constexpr std::string_view kUtf8 = "UTF-8";
inline constexpr std::string_view kUtf16Le = "UTF-16LE";
inline constexpr std::string_view kUtf16Be = "UTF-16BE";
inline constexpr std::string_view kWindows1252 = "windows-1252";

/// The name, as DecodeCharset knows it, of the encoding that a label means on the web; empty for a
/// label that means none of those in use there.
std::string_view CharsetOf(std::string_view label);

/// Bytes decoded.
struct DecodedCharset {
  std::string text;        ///< UTF-8
  std::size_t faults = 0;  ///< places where the bytes were none of the encoding; each U+FFFD
};

/// Decodes by ICU. REQUIRES: one of the names above, of those that CharsetOf and GuessCharset
/// return, or "UTF-32LE", "UTF-32BE"; less than 512 MiB.
DecodedCharset DecodeCharset(std::string_view bytes, std::string_view charset);

/// The encoding in which bytes that are not UTF-8 seem to be written: windows-1251, KOI8-R,
/// windows-1256, GB18030, Big5, Shift_JIS, EUC-JP or EUC-KR where a good part of the text is beyond
/// ASCII and ICU's detector is sure; otherwise windows-1252, in which Indonesian has always been
/// written.
std::string_view GuessCharset(std::string_view bytes);

/// UTF-16LE or UTF-16BE where nearly every other byte is zero and the text has no control
/// characters; else empty.
std::string_view GuessUtf16(std::string_view bytes);

}  // namespace warta
