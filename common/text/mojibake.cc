#include "common/text/mojibake.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "common/text/utf8.h"

namespace warta {
namespace {

using Byte = unsigned char;

// The bytes 0x80 to 0x9F of windows-1252.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

constexpr Byte kNoBreakSpace = 0xA0;
constexpr Byte kSoftHyphen = 0xAD;

// The byte that windows-1252 or iso-8859-1 would have written the character with; 0: none beyond
// ASCII.
Byte ByteOf(char32_t c) {
  if (c < 0x100) return c < 0x80 ? Byte{0} : static_cast<Byte>(c);
  const auto* found = std::find(kWindows1252.begin(), kWindows1252.end(), c);
  return found == kWindows1252.end() ? Byte{0}
                                     : static_cast<Byte>(0x80 + (found - kWindows1252.begin()));
}

// Characters of a line whose bytes are one character of UTF-8.
struct Sequence {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::array<Byte, 4> bytes = {};
  char32_t code_point = 0;
  bool follows = false;  // stands right behind another sequence
  bool certain = false;  // by itself
  bool counts = false;   // towards the two that are certain together
  bool undo = false;
};

std::size_t LengthOf(Byte lead) {
  if (lead < 0xC2 || lead > 0xF4) return 0;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

// The sequence that begins at `begin`, if there is one.
std::optional<Sequence> MatchAt(std::string_view line, std::size_t begin) {
  Sequence sequence;
  sequence.begin = begin;
  std::size_t at = begin;
  std::string bytes;
  bytes.push_back(static_cast<char>(ByteOf(NextCodePoint(line, at))));
  const std::size_t length = LengthOf(static_cast<Byte>(bytes[0]));
  while (bytes.size() < length) {
    if (at == line.size()) return std::nullopt;
    bytes.push_back(static_cast<char>(ByteOf(NextCodePoint(line, at))));
  }
  if (length == 0 || !IsValidUtf8(bytes)) return std::nullopt;
  sequence.end = at;
  std::copy_n(bytes.begin(), std::min(bytes.size(), sequence.bytes.size()), sequence.bytes.begin());
  std::size_t first = 0;
  sequence.code_point = NextCodePoint(bytes, first);
  return sequence;
}

// What stands on either side of a sequence; '\0': the line's end, or a character beyond ASCII.
struct Sides {
  char before = '\0';
  char after = '\0';
  bool starts_line = false;
};

Sides SidesOf(std::string_view line, const Sequence& sequence) {
  const auto ascii = [](char c) { return (c & 0x80) == 0 ? c : '\0'; };
  Sides sides;
  sides.starts_line = sequence.begin == 0;
  if (!sides.starts_line) sides.before = ascii(line[sequence.begin - 1]);
  if (sequence.end < line.size()) sides.after = ascii(line[sequence.end]);
  return sides;
}

// Signs that stand in front of or behind a word in any text: quotes, dashes, dots, spaces.
bool IsPunctuation(Byte byte) {
  constexpr Byte kSigns[] = {0x82, 0x84, 0x85, 0x8B, 0x91, 0x92, 0x93, 0x94, 0x95,
                             0x96, 0x97, 0x9B, 0xA0, 0xAB, 0xAD, 0xB7, 0xBB};
  return std::find(std::begin(kSigns), std::end(kSigns), byte) != std::end(kSigns);
}

bool IsCertainSymbol(const Sequence& sequence) {
  const char32_t c = sequence.code_point;
  return (c >= 0x2000 && c <= 0x203F) || c == 0x20AC || c == 0x2122 ||
         (c >= 0x2190 && c <= 0x2193) || (c >= 0x2248 && c <= 0x2265) || c == 0xFEFF ||
         c == 0xFFFD || (c >= 0x1F000 && c <= 0x1FFFF);
}

// "Â" and a sign. A no-break space behind a lone "Â" could be what it seems to be.
bool IsCertainSign(const Sequence& sequence, const Sides& sides) {
  const Byte sign = sequence.bytes[1];
  if (IsLower(sides.before)) return true;
  if (sign < 0xA0) return false;
  if (sign >= 0xB0 && sign <= 0xB3 && IsUpper(sides.before)) return true;  // "COÂ²"
  const bool behind_word = sides.before > ' ' && !IsLetter(sides.before);
  if (sign == kNoBreakSpace) return behind_word;
  return behind_word || sides.before == ' ' || sides.starts_line;
}

// A capital with an accent and a sign.
bool IsCertainLetter(const Sequence& sequence, const Sides& sides) {
  const Byte lead = sequence.bytes[0];
  const Byte sign = sequence.bytes[1];
  if (lead == 0xD7 || lead == 0xDF) return false;  // multiplication sign, small sharp s
  if (IsLower(sides.before)) return true;
  if (lead == 0xC3 && sign == 0x97 && IsDigit(sides.before)) return true;  // "3Ã—24"
  // Nothing opens a quotation inside a word: "VIÃ‘ALES".
  const bool opening = sign == 0x91 || sign == 0x93;
  if (lead == 0xC3 && opening && IsUpper(sides.before) && IsLetter(sides.after)) return true;
  if (!IsLower(sides.after) || (sides.before == '\0' && !sides.starts_line)) return false;
  if (!IsPunctuation(sign) || (lead == 0xC3 && sign == kSoftHyphen)) return true;
  // "Ã–zil" and "Ã“scar", but "IRMÃ–kata" and, a plural, "Ã’s".
  return lead == 0xC3 && !IsLetter(sides.before) && sign != 0x92 && sign != kNoBreakSpace;
}

// Windows-1252 has no meaning for the byte, so nothing but a byte of UTF-8 becomes this control.
bool HasUndefined(const Sequence& sequence) {
  return std::any_of(sequence.bytes.begin(), sequence.bytes.end(), [](Byte byte) {
    return byte >= 0x80 && byte < 0xA0 && kWindows1252[byte - 0x80U] == byte;
  });
}

bool IsCertain(const Sequence& sequence, const Sides& sides) {
  if (HasUndefined(sequence)) return true;
  if (sequence.bytes[2] != 0) return IsCertainSymbol(sequence);
  return sequence.bytes[0] == 0xC2 ? IsCertainSign(sequence, sides)
                                   : IsCertainLetter(sequence, sides);
}

// Whether it is unlikely to be the end of a word with a sign behind it.
bool Counts(const Sequence& sequence, const Sides& sides) {
  if (sequence.follows) return true;
  if (sides.starts_line) return true;
  const Byte lead = sequence.bytes[0];
  if (lead == 0xD7 || lead == 0xD8) return false;  // "×±2", "Ø±5 mm"
  const bool capital = lead < 0xDF;
  return sides.before != '\0' && !IsUpper(sides.before) && (capital || !IsLower(sides.before));
}

struct Scan {
  std::vector<Sequence> sequences;
  bool all = true;  // no other character of the line is beyond ASCII
};

Scan ScanLine(std::string_view line) {
  Scan scan;
  std::size_t end = std::string_view::npos;  // of the last sequence
  for (std::size_t at = SkipAscii(line, 0); at < line.size(); at = SkipAscii(line, at)) {
    std::optional<Sequence> sequence = MatchAt(line, at);
    if (!sequence) {
      scan.all = false;
      static_cast<void>(NextCodePoint(line, at));
      continue;
    }
    const Sides sides = SidesOf(line, *sequence);
    sequence->follows = at == end;
    sequence->certain = IsCertain(*sequence, sides);
    sequence->counts = Counts(*sequence, sides);
    at = end = sequence->end;
    scan.sequences.push_back(*sequence);
  }
  return scan;
}

// What is certain by itself, and two side by side.
void DecideChains(std::vector<Sequence>& sequences) {
  for (auto begin = sequences.begin(); begin != sequences.end();) {
    const auto end =
        std::find_if(begin + 1, sequences.end(), [](const Sequence& s) { return !s.follows; });
    const bool together =
        std::count_if(begin, end, [](const Sequence& s) { return s.counts; }) >= 2;
    for (; begin != end; ++begin) begin->undo = begin->certain || together;
  }
}

// A line of nothing but sequences. Those that could end a word are taken along where they become a
// letter of Latin-1, as mojibake in capitals does.
void DecideLine(Scan& scan) {
  if (!scan.all) return;
  std::size_t counting = 0;
  bool certain = false;
  for (const Sequence& s : scan.sequences) {
    counting += s.counts ? 1U : 0U;
    certain |= s.certain;
  }
  if (counting < 2 && !certain) return;
  for (Sequence& s : scan.sequences) s.undo |= s.counts || s.bytes[0] <= 0xC3;
}

// Appends the line with its mojibake undone; false: there is none.
bool AppendRepaired(std::string_view line, std::string& out) {
  Scan scan = ScanLine(line);
  DecideChains(scan.sequences);
  DecideLine(scan);
  bool changed = false;
  std::size_t kept = 0;
  for (const Sequence& s : scan.sequences) {
    if (!s.undo) continue;
    changed = true;
    out.append(line.substr(kept, s.begin - kept));
    AppendUtf8(s.code_point, out);
    kept = s.end;
  }
  out.append(line.substr(kept));
  return changed;
}

}  // namespace

char32_t Windows1252ToUnicode(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte;
}

bool RepairMojibake(std::string& text) {
  std::string out;
  out.reserve(text.size());
  bool changed = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    changed |= AppendRepaired(std::string_view(text).substr(begin, end - begin), out);
    begin = end;
  }
  if (changed) text = std::move(out);
  return changed;
}

}  // namespace warta
