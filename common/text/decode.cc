#include "common/text/decode.h"

#include <cstdint>

#include <unicode/utf8.h>

namespace warta {

char32_t NextCodePoint(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  UChar32 c = 0;
  U8_NEXT(bytes, at, size, c);
  return c < 0 ? kIllFormed : static_cast<char32_t>(c);
}

}  // namespace warta
