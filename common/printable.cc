#include "common/printable.h"

namespace warta {
namespace {

bool IsControl(unsigned char c) {
  return c < 0x20 || c == 0x7F;
}

// U+0080 to U+009F, which terminals of before UTF-8 obey too.
bool IsC1(std::string_view text) {
  return text.size() >= 2 && text[0] == '\xC2' && static_cast<unsigned char>(text[1]) < 0xA0;
}

// U+2028 and U+2029, at which some programs begin a line.
bool IsLineSeparator(std::string_view text) {
  return text.starts_with("\u2028") || text.starts_with("\u2029");
}

// Marks, embeddings, overrides and isolates of the bidirectional algorithm: U+061C, U+200E, U+200F,
// U+202A to U+202E, U+2066 to U+2069. Their length in bytes, 0 for others.
std::size_t BidiLength(std::string_view text) {
  if (text.starts_with("\u061C")) return 2;
  if (text.size() < 3 || text[0] != '\xE2') return 0;
  const auto second = static_cast<unsigned char>(text[1]);
  const auto third = static_cast<unsigned char>(text[2]);
  const bool mark = second == 0x80 && (third == 0x8E || third == 0x8F);
  const bool override = second == 0x80 && third >= 0xAA && third <= 0xAE;
  const bool isolate = second == 0x81 && third >= 0xA6 && third <= 0xA9;
  return mark || override || isolate ? 3 : 0;
}

}  // namespace

std::size_t UnprintableLength(std::string_view text) {
  if (text.empty()) return 0;
  if (IsControl(static_cast<unsigned char>(text.front()))) return 1;
  if (IsC1(text)) return 2;
  return IsLineSeparator(text) ? 3 : BidiLength(text);
}

std::string Printable(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = UnprintableLength(text);
    if (length == 0) {
      safe.push_back(text.front());
    } else if (BidiLength(text) == 0) {
      safe.push_back(' ');
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return safe;
}

}  // namespace warta
