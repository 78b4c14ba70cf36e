#pragma once

#include <string>
#include <string_view>

namespace warta {

/// Whether the bytes are well-formed UTF-8 (no surrogates, no overlong forms, nothing above
/// U+10FFFF).
bool IsValidUtf8(std::string_view text);

/// The text as well-formed UTF-8, each ill-formed sequence replaced by U+FFFD.
std::string RepairUtf8(std::string_view text);

/// The bytes of a page in windows-1252 (the superset of ISO-8859-1 that such pages really use) as
/// UTF-8.
std::string DecodeWindows1252(std::string_view bytes);

/// Whether any byte is part of a well-formed sequence of more than one byte: a text with some of
/// these and some faults is damaged UTF-8, one with faults only is in another encoding.
bool HasMultibyteUtf8(std::string_view text);

}  // namespace warta
