#include "common/text/utf8.h"

#include <cstdint>
#include <cstring>

#include <unicode/utf8.h>

namespace warta {
namespace {

constexpr std::size_t kPairBytes = 6;

std::uint32_t ByteAt(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool IsTrail(std::uint32_t byte) {
  return (byte & 0xC0) == 0x80;
}

// The character that a surrogate pair of CESU-8 at `at` stands for, or kIllFormed.
char32_t SurrogatePair(std::string_view text, std::size_t at) {
  if (text.size() - at < kPairBytes) return kIllFormed;
  const std::uint32_t high = ByteAt(text, at + 1);
  const std::uint32_t low = ByteAt(text, at + 4);
  const bool pair = ByteAt(text, at) == 0xED && (high & 0xF0) == 0xA0 &&
                    IsTrail(ByteAt(text, at + 2)) && ByteAt(text, at + 3) == 0xED &&
                    (low & 0xF0) == 0xB0 && IsTrail(ByteAt(text, at + 5));
  if (!pair) return kIllFormed;
  const std::uint32_t top = ((high & 0x0F) << 6) | (ByteAt(text, at + 2) & 0x3F);
  const std::uint32_t bottom = ((low & 0x0F) << 6) | (ByteAt(text, at + 5) & 0x3F);
  return static_cast<char32_t>(0x10000 + (top << 10) + bottom);
}

// Calls ascii(begin, end) for runs of ASCII, multibyte(code point) for other characters, and
// ill_formed() for what is none.
template <class Ascii, class Multibyte, class IllFormed>
void Walk(std::string_view text, const Ascii& ascii, const Multibyte& multibyte,
          const IllFormed& ill_formed) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    at = SkipAscii(text, at);
    if (at > begin) {
      ascii(begin, at);
      continue;
    }
    const char32_t c = NextCodePoint(text, at);
    if (c != kIllFormed) {
      multibyte(c);
    } else if (const char32_t pair = SurrogatePair(text, begin); pair != kIllFormed) {
      multibyte(pair);
      at = begin + kPairBytes;
    } else {
      ill_formed();
    }
  }
}

}  // namespace

char32_t NextCodePoint(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  UChar32 c = 0;
  U8_NEXT(bytes, at, size, c);
  return c < 0 ? kIllFormed : static_cast<char32_t>(c);
}

void AppendUtf8(char32_t code_point, std::string& text) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, code_point);
  text.append(reinterpret_cast<const char*>(bytes), length);
}

std::size_t SkipAscii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  for (std::uint64_t word = 0; text.size() - at >= sizeof word; at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & kHighBits) != 0) break;
  }
  while (at < text.size() && ByteAt(text, at) < 0x80) ++at;
  return at;
}

bool IsValidUtf8(std::string_view text) {
  for (std::size_t at = SkipAscii(text, 0); at < text.size(); at = SkipAscii(text, at)) {
    if (NextCodePoint(text, at) == kIllFormed) return false;
  }
  return true;
}

std::string RepairUtf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  Walk(
      text,
      [&](std::size_t begin, std::size_t end) { result.append(text.substr(begin, end - begin)); },
      [&](char32_t c) { AppendUtf8(c, result); }, [&] { result.append("\uFFFD"); });
  return result;
}

Utf8Tally TallyUtf8(std::string_view text) {
  Utf8Tally tally;
  Walk(
      text, [](std::size_t, std::size_t) {}, [&](char32_t) { ++tally.multibyte; },
      [&] { ++tally.ill_formed; });
  return tally;
}

}  // namespace warta
