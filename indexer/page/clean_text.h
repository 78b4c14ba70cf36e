#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace warta {

/// Appends a page's text to a line: runs of spaces, line ends, control characters and no-break
/// spaces become one space (none at the start of the line), characters without width vanish, and
/// U+0080 to U+009F, which pages write for windows-1252, become what they mean there.
void AppendClean(std::string& line, std::string_view text);

/// The text as one clean line without spaces around it.
std::string CleanLine(std::string_view text);

/// The first characters of a text, at most so many bytes of them.
std::string_view Prefix(std::string_view text, std::size_t most_bytes);

/// The letters and digits of ASCII, small, and all other bytes that are no ASCII: what is left of a
/// text when two spellings of it are compared.
std::string Squeeze(std::string_view text);

/// Whether the text ends as a sentence does, also inside quotation marks or parentheses.
bool EndsSentence(std::string_view text);

}  // namespace warta
