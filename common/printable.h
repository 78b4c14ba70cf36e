#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace warta {

/// The text without what could act on a terminal: control characters and separators of lines become
/// spaces, characters that change the direction of writing vanish. Everything that comes from an
/// article or the user passes here before it is printed as text.
std::string Printable(std::string_view text);

/// Length in bytes of the character that the text begins with, if Printable would not leave it as it
/// is, else 0.
std::size_t UnprintableLength(std::string_view text);

}  // namespace warta
