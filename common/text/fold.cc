#include "common/text/fold.h"

#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "common/text/char_class.h"
#include "common/text/icu_status.h"

namespace warta {
namespace {

const icu::Normalizer2& Instance(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = get(status);
  RequireIcu(status, "normalise text");
  return *normalizer;
}

icu::UnicodeString Normalize(const icu::Normalizer2& normalizer, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result = normalizer.normalize(text, status);
  return U_FAILURE(status) ? text : result;
}

// The combining diacritical marks of Latin, Greek and Cyrillic. Marks of other scripts are part of
// their spelling.
bool IsAccent(UChar32 c) {
  return c >= 0x0300 && c <= 0x036F;
}

// Latin letters with strokes and ligatures, which have no decomposition: what a keyboard without
// them types.
void AppendLatin(UChar32 c, icu::UnicodeString& out) {
  switch (c) {
    case 0x00E6:
      out.append(u"ae", 2);
      return;  // æ
    case 0x0153:
      out.append(u"oe", 2);
      return;  // œ
    case 0x00F8:
      out.append(u'o');
      return;  // ø
    case 0x0111:
      out.append(u'd');
      return;  // đ
    case 0x0127:
      out.append(u'h');
      return;  // ħ
    case 0x0131:
      out.append(u'i');
      return;  // ı
    case 0x0142:
      out.append(u'l');
      return;  // ł
    default:
      out.append(c);
  }
}

bool BelongsToWord(UChar32 c) {
  switch (ClassifyUnicode(static_cast<char32_t>(c))) {
    case CharClass::kLetter:
    case CharClass::kDigit:
    case CharClass::kMark:
    case CharClass::kPoint:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string FoldUnicode(std::string_view word) {
  static const icu::Normalizer2& casefold = Instance(icu::Normalizer2::getNFKCCasefoldInstance);
  static const icu::Normalizer2& decompose = Instance(icu::Normalizer2::getNFDInstance);
  static const icu::Normalizer2& compose = Instance(icu::Normalizer2::getNFCInstance);
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  const icu::UnicodeString folded = Normalize(decompose, Normalize(casefold, source));
  icu::UnicodeString kept;
  for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (!IsAccent(c) && BelongsToWord(c)) AppendLatin(c, kept);
  }
  std::string result;
  Normalize(compose, kept).toUTF8String(result);
  return result;
}

std::string FoldAscii(std::string_view word) {
  std::string result;
  result.reserve(word.size());
  for (const char c : word) {
    const CharClass char_class = kAsciiClass[static_cast<unsigned char>(c)];
    if (char_class == CharClass::kLetter) {
      result.push_back(static_cast<char>(c | 0x20));
    } else if (char_class == CharClass::kDigit || char_class == CharClass::kPoint) {
      result.push_back(c);
    }
  }
  return result;
}

bool IsAscii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

std::size_t CodePointCount(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace warta
