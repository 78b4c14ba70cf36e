#include "indexer/bulk/glass_pack.h"

#include <bit>

namespace warta::glass {

void PackLastUint(std::string& out, std::uint64_t value) {
  for (; value != 0; value >>= 8) out += static_cast<char>(value);
}

// Two bytes hold what is below 2^15. From there on, as many leading bits are set as there are bytes
// beyond the second: each byte more holds seven bits more.
void PackSortableUint(std::string& out, std::uint32_t value) {
  if (value < 0x8000) {
    out += static_cast<char>(value >> 8);
    out += static_cast<char>(value);
    return;
  }
  const auto bits = static_cast<unsigned>(std::bit_width(value));
  const unsigned bytes = (bits + 5) / 7;
  const unsigned marks = 0xFFU << (10 - bytes);
  const std::uint64_t wide = value;
  out += static_cast<char>((wide >> (8 * (bytes - 1))) | marks);
  for (unsigned left = bytes - 1; left > 0; --left) {
    out += static_cast<char>(wide >> (8 * (left - 1)));
  }
}

void PackText(std::string& out, std::string_view text) {
  PackUint(out, text.size());
  out += text;
}

void PackSortableText(std::string& out, std::string_view text) {
  while (true) {
    const std::size_t zero = text.find('\0');
    if (zero == std::string_view::npos) break;
    out += text.substr(0, zero + 1);
    out += '\xFF';
    text.remove_prefix(zero + 1);
  }
  out += text;
}

}  // namespace warta::glass
