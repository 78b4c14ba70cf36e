#pragma once

#include <string>
#include <string_view>

namespace warta {

/// The text without what could act on a terminal: control characters become spaces, characters that
/// change the direction of writing vanish. Everything that comes from an article or the user passes
/// here before it is printed as text.
std::string Printable(std::string_view text);

}  // namespace warta
