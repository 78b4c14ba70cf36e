#include "common/text/segment.h"

#include <cstdint>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include "common/text/utf8.h"

namespace warta {
namespace {

bool IsWithoutSpaces(UChar32 c) {
  if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return true;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

std::unique_ptr<icu::BreakIterator> MakeWordIterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) return nullptr;
  return words;
}

}  // namespace

bool NeedsSegmentation(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = NextCodePoint(word, at);
    if (c >= 0x0E00 && c != kIllFormed && IsWithoutSpaces(static_cast<UChar32>(c))) return true;
  }
  return false;
}

std::vector<std::pair<std::size_t, std::size_t>> SegmentWords(std::string_view run) {
  thread_local const std::unique_ptr<icu::BreakIterator> words = MakeWordIterator();
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, run.data(), static_cast<int64_t>(run.size()), &status);
  if (words) words->setText(&text, status);
  if (!words || U_FAILURE(status)) return {{0, run.size()}};
  std::vector<std::pair<std::size_t, std::size_t>> found;
  int32_t begin = words->first();
  for (int32_t end = words->next(); end != icu::BreakIterator::DONE; end = words->next()) {
    found.emplace_back(begin, end);
    begin = end;
  }
  utext_close(&text);
  return found;
}

}  // namespace warta
