#include "common/text/clean.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include "common/text/icu_status.h"
#include "common/text/mojibake.h"
#include "common/text/utf8.h"

namespace warta {
namespace {

constexpr char32_t kByteOrderMark = 0xFEFF;
constexpr char32_t kFirstCombining = 0x0300;

// What has to be done to a text.
struct Findings {
  bool ill_formed = false;
  bool forbidden = false;     // holds characters that Replace replaces
  bool mojibake = false;      // holds what may be mojibake
  bool denormalised = false;  // may not be in normalisation form C
};

bool IsPlain(unsigned char byte) {
  return (byte >= 0x20 && byte < 0x7F) || byte == '\t' || byte == '\n' || byte == '\r';
}

// Where the first byte from `at` on stands that is no printable ASCII, tab or line end.
std::size_t SkipPlain(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighBits = 0x80 * kOnes;
  constexpr std::uint64_t kSpaces = 0x20 * kOnes;
  for (;;) {
    for (std::uint64_t word = 0; text.size() - at >= sizeof word; at += sizeof word) {
      std::memcpy(&word, text.data() + at, sizeof word);
      // A high bit is left of bytes from 0x80 on, below 0x20, and of 0x7F; carries and borrows start
      // at such bytes only.
      if (((word | (word - kSpaces) | (word + kOnes)) & kHighBits) != 0) break;
    }
    // One word byte by byte: it is most often a line end that stopped the loop above.
    const std::size_t end = std::min(text.size(), at + sizeof(std::uint64_t));
    while (at < end && IsPlain(static_cast<unsigned char>(text[at]))) ++at;
    if (at < end || at == text.size()) return at;
  }
}

bool IsNoncharacter(char32_t c) {
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

// Of characters that are not plain.
bool IsForbidden(char32_t c) {
  return c < 0xA0 || c == kByteOrderMark || IsNoncharacter(c);
}

// Whether text with this character needs a look by ICU. The quotes, dashes and currency signs from
// U+2002 on are exempt: nearly every article has some, they have no decomposition and combine with
// nothing.
bool MayBeDenormalised(char32_t c) {
  return c >= kFirstCombining && !(c >= 0x2002 && c <= 0x20CF);
}

Findings Inspect(std::string_view text) {
  Findings found;
  for (std::size_t at = SkipPlain(text, 0); at < text.size(); at = SkipPlain(text, at)) {
    const char32_t c = NextCodePoint(text, at);
    if (c == kIllFormed) {
      found.ill_formed = true;
    } else {
      found.forbidden |= IsForbidden(c);
      found.denormalised |= MayBeDenormalised(c);
      // Bytes that begin a sequence of UTF-8, as characters, and one beyond ASCII behind.
      found.mojibake |= c >= 0xC2 && c <= 0xF4 && at < text.size() && (text[at] & 0x80) != 0;
    }
  }
  return found;
}

void AppendInstead(char32_t forbidden, std::string& out) {
  if (forbidden >= 0x80 && forbidden < 0xA0) {
    const char32_t meant = Windows1252ToUnicode(static_cast<unsigned char>(forbidden));
    AppendUtf8(meant == forbidden ? U' ' : meant, out);
  } else if (forbidden < 0x80) {
    out.push_back(' ');
  }
}

std::string Replace(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t kept = 0;
  for (std::size_t at = SkipPlain(text, 0); at < text.size(); at = SkipPlain(text, at)) {
    const std::size_t begin = at;
    const char32_t c = NextCodePoint(text, at);
    if (!IsForbidden(c)) continue;
    out.append(text.substr(kept, begin - kept));
    AppendInstead(c, out);
    kept = at;
  }
  return out.append(text.substr(kept));
}

const icu::Normalizer2& Nfc() {
  static const icu::Normalizer2* const nfc = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
    RequireIcu(status, "normalise text");
    return instance;
  }();
  return *nfc;
}

icu::StringPiece Piece(std::string_view text) {
  return {text.data(), static_cast<int32_t>(text.size())};
}

bool IsNfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return Nfc().isNormalizedUTF8(Piece(text), status) != 0;
}

// Returns whether anything changed.
bool Normalize(std::string& text) {
  if (IsNfc(text)) return false;
  std::string composed;
  composed.reserve(text.size());
  icu::StringByteSink<std::string> sink(&composed);
  UErrorCode status = U_ZERO_ERROR;
  Nfc().normalizeUTF8(0, Piece(text), sink, nullptr, status);
  if (U_FAILURE(status)) return false;
  text = std::move(composed);
  return true;
}

}  // namespace

// In turns, because each step can bring about work for the others: what was mojibake can hold
// controls, and an accent composed with its letter can begin mojibake. It ends, because each undoing
// of mojibake leaves fewer characters that could be some.
std::string CleanText(std::string text) {
  for (;;) {
    const Findings found = Inspect(text);
    if (found.ill_formed) {
      text = RepairUtf8(text);
      continue;
    }
    if (found.mojibake && RepairMojibake(text)) continue;
    if (found.forbidden) text = Replace(text);
    const bool composed = found.denormalised && Normalize(text);
    if (!found.forbidden && !composed) return text;
  }
}

bool IsCleanText(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, at);
    const bool plain = c < 0x80 && IsPlain(static_cast<unsigned char>(c));
    if (c == kIllFormed || (!plain && IsForbidden(c))) return false;
  }
  return IsNfc(text);
}

}  // namespace warta
