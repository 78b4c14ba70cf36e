#include "common/text/char_class.h"

#include <unicode/uchar.h>

#include "common/text/utf8.h"

namespace warta {
namespace {

constexpr std::array<CharClass, 128> MakeAsciiClasses() {
  std::array<CharClass, 128> table{};
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<unsigned char>(c)] = CharClass::kLetter;
  for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<unsigned char>(c)] = CharClass::kLetter;
  for (char c = '0'; c <= '9'; ++c) table[static_cast<unsigned char>(c)] = CharClass::kDigit;
  table['\''] = CharClass::kApostrophe;
  table['`'] = CharClass::kApostrophe;
  table['-'] = CharClass::kHyphen;
  table['.'] = CharClass::kPoint;
  table[','] = CharClass::kPoint;
  table[':'] = CharClass::kPoint;
  table['%'] = CharClass::kPercent;
  return table;
}

// Punctuation that ICU's general categories do not tell apart.
CharClass ClassifySpecial(char32_t c) {
  switch (c) {
    case U'\'':
    case U'`':
    case U'\u00B4':  // acute accent
    case U'\u02BB':  // modifier letter turned comma
    case U'\u02BC':  // modifier letter apostrophe
    case U'\u2018':
    case U'\u2019':
    case U'\u2032':  // prime
    case U'\uFF07':  // fullwidth apostrophe
      return CharClass::kApostrophe;
    case U'-':
    case U'\u2010':  // hyphen
    case U'\u2011':  // non-breaking hyphen
    case U'\uFE63':  // small hyphen-minus
    case U'\uFF0D':  // fullwidth hyphen-minus
      return CharClass::kHyphen;
    case U'.':
    case U',':
    case U':':
      return CharClass::kPoint;
    case U'%':
    case U'\uFF05':  // fullwidth percent sign
      return CharClass::kPercent;
    default:
      return CharClass::kSeparator;
  }
}

// ¹ ² ³ and their kin have a digit value; ½ and circled numbers do not and separate.
CharClass ClassifyOtherNumber(char32_t c) {
  const bool superscript =
      u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_DECOMPOSITION_TYPE) == U_DT_SUPER;
  return superscript ? CharClass::kSuperscript : CharClass::kSeparator;
}

}  // namespace

constinit const std::array<CharClass, 128> kAsciiClass = MakeAsciiClasses();

CharClass ClassifyUnicode(char32_t code_point) {
  const CharClass special = ClassifySpecial(code_point);
  if (special != CharClass::kSeparator) return special;
  const auto c = static_cast<UChar32>(code_point);
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return CharClass::kIgnorable;
  const uint32_t category = U_MASK(u_charType(c));
  if ((category & (U_GC_L_MASK | U_GC_NL_MASK)) != 0) return CharClass::kLetter;
  if ((category & U_GC_ND_MASK) != 0) return CharClass::kDigit;
  if ((category & U_GC_M_MASK) != 0) return CharClass::kMark;
  if ((category & U_GC_NO_MASK) != 0) return ClassifyOtherNumber(code_point);
  return CharClass::kSeparator;
}

Char DecodeChar(std::string_view text, std::size_t at) {
  std::size_t next = at;
  const char32_t c = NextCodePoint(text, next);
  if (c == kIllFormed) return Char{CharClass::kSeparator, false, 1};
  return Char{ClassifyUnicode(c), false, static_cast<std::uint8_t>(next - at)};
}

}  // namespace warta
