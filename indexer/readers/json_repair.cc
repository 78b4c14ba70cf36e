#include "indexer/readers/json_repair.h"

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/ascii.h"

namespace warta {
namespace {

constexpr std::size_t kEscapeLength = 6;  // \uD83D

// The code unit of an escape at the place, if one stands there.
std::optional<std::uint32_t> UnitAt(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("\\u") || text.size() < at + kEscapeLength) return std::nullopt;
  std::uint32_t unit = 0;
  for (const char c : text.substr(at + 2, 4)) {
    const char lower = IsUpper(c) ? static_cast<char>(c | 0x20) : c;
    const bool is_letter = lower >= 'a' && lower <= 'f';
    if (!IsDigit(c) && !is_letter) return std::nullopt;
    unit = unit * 16 + static_cast<std::uint32_t>(is_letter ? lower - 'a' + 10 : c - '0');
  }
  return unit;
}

bool IsHigh(std::optional<std::uint32_t> unit) {
  return unit && *unit >= 0xD800 && *unit < 0xDC00;
}

bool IsLow(std::optional<std::uint32_t> unit) {
  return unit && *unit >= 0xDC00 && *unit < 0xE000;
}

// Copies what begins with a backslash; returns how far it goes.
std::size_t CopyEscape(std::string_view text, std::size_t at, std::string& out) {
  const auto unit = UnitAt(text, at);
  std::size_t length = unit ? kEscapeLength : 2;
  if (IsHigh(unit) && IsLow(UnitAt(text, at + kEscapeLength))) {
    length = 2 * kEscapeLength;
  } else if (IsHigh(unit) || IsLow(unit)) {
    out += "\\ufffd";
    return at + length;
  }
  out += text.substr(at, length);
  return at + length;
}

// The length of a number that JSON does not have.
std::size_t NotANumber(std::string_view text) {
  for (const std::string_view word : {"NaN", "Infinity", "-Infinity"}) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

}  // namespace

std::string RepairJson(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  bool in_string = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (in_string && c == '\\') {
      at = CopyEscape(text, at, out);
      continue;
    }
    if (const std::size_t length = in_string ? 0 : NotANumber(std::string_view(text).substr(at));
        length > 0) {
      out += "null";
      at += length;
      continue;
    }
    if (c == '"') in_string = !in_string;
    out.push_back(in_string && static_cast<unsigned char>(c) < ' ' ? ' ' : c);
    ++at;
  }
  return out;
}

}  // namespace warta
