#pragma once

#include <cstddef>
#include <string_view>

namespace warta {

/// The columns that valid UTF-8 takes on a terminal: two for each wide character (Han, kana, Hangul,
/// emoji), none for marks on other characters and for invisible ones. REQUIRES: printable
/// (common/printable.h).
std::size_t Columns(std::string_view text);

}  // namespace warta
