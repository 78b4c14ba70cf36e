#include "indexer/page/clean_text.h"

#include "common/ascii.h"
#include "common/text/clean.h"

namespace warta {
namespace {

// What the line gets for the character at the start of the text, and how long that character is.
struct Replacement {
  std::size_t length;
  bool space = false;
  bool nothing = false;
};

Replacement Classify(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const unsigned first = byte(0);
  if (first <= 0x20 || first == 0x7F) return {1, true};
  if (first < 0xC2) return {1};
  if (first == 0xC2 && byte(1) == 0xA0) return {2, true};
  if (first == 0xC2 && byte(1) == 0xAD) return {2, false, true};
  if (first == 0xE2 && byte(1) == 0x80) {
    const unsigned last = byte(2);
    if (last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF) return {3, true};
    if (last <= 0x8F || (last >= 0xAA && last <= 0xAE)) return {3, false, true};
  }
  if (first == 0xE2 && byte(1) == 0x81 && byte(2) >= 0xA0 && byte(2) <= 0xAF) {
    return {3, false, true};
  }
  if (first == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) return {3, false, true};
  return {1};
}

}  // namespace

void AppendClean(std::string& line, std::string_view text) {
  while (!text.empty()) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first == 0xC2 && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xA0) {
      line += CleanText(std::string(text.substr(0, 2)));
      text.remove_prefix(2);
      continue;
    }
    const Replacement replacement = Classify(text);
    if (replacement.space) {
      if (!line.empty() && line.back() != ' ') line.push_back(' ');
    } else if (!replacement.nothing) {
      line += text.substr(0, replacement.length);
    }
    text.remove_prefix(replacement.length);
  }
}

std::string CleanLine(std::string_view text) {
  std::string line;
  AppendClean(line, text);
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string_view Prefix(std::string_view text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return text;
  while (most_bytes > 0 && (text[most_bytes] & 0xC0) == 0x80) --most_bytes;
  return text.substr(0, most_bytes);
}

std::string Squeeze(std::string_view text) {
  std::string squeezed;
  for (const char c : text) {
    if (IsUpper(c)) {
      squeezed.push_back(static_cast<char>(c | 0x20));
    } else if (IsLower(c) || IsDigit(c) || (c & 0x80) != 0) {
      squeezed.push_back(c);
    }
  }
  // Quotation marks and dashes come in many spellings: U+2010 to U+201F, U+2026.
  for (std::size_t at = 0; (at = squeezed.find("\xE2\x80", at)) != std::string::npos;) {
    squeezed.erase(at, 3);
  }
  return squeezed;
}

bool EndsSentence(std::string_view text) {
  constexpr std::string_view kClosing[] = {"\"", "'", ")", "]", " ", "\u201D", "\u2019", "\u00BB"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : kClosing) {
      if (!text.ends_with(mark)) continue;
      text.remove_suffix(mark.size());
      cut = true;
    }
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') ||
         text.ends_with("\u2026");
}

}  // namespace warta
