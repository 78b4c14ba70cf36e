#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// How Xapian's glass backend (1.4) puts numbers and texts into keys and tags: the parts of its format
/// that are used here, as `common/pack.h` of xapian-core reads them.
namespace warta::glass {

/// A number in seven bits a byte, the lowest first; the top bit says that more follow. Inline: it is
/// written for each posting several times.
inline void PackUint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

/// Takes a number from the front of `in`. REQUIRES: PackUint has written it.
inline std::uint64_t UnpackUint(std::string_view& in) {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
}

/// A number that ends its text: its bytes, the lowest first, none for 0.
void PackLastUint(std::string& out, std::uint64_t value);

/// A number whose bytes compare as the numbers do; the first byte is never 0xFF.
void PackSortableUint(std::string& out, std::uint32_t value);

/// A text behind its length.
void PackText(std::string& out, std::string_view text);

/// A text whose bytes compare as the texts do, whatever follows behind a zero byte: zero bytes within
/// it are followed by 0xFF. Xapian ends it with a zero byte where something follows; not done here.
void PackSortableText(std::string& out, std::string_view text);

}  // namespace warta::glass
