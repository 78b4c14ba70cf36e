#pragma once

#include <cstddef>
#include <string_view>

namespace warta {

/// What NextCodePoint returns for an ill-formed sequence.
inline constexpr char32_t kIllFormed = 0xFFFFFFFF;

/// The code point that starts at `at`, which is moved behind it (behind the longest ill-formed part
/// otherwise). REQUIRES: at < text.size().
char32_t NextCodePoint(std::string_view text, std::size_t& at);

}  // namespace warta
