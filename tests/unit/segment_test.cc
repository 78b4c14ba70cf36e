#include "common/text/segment.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string Cut(std::string_view run) {
  std::string shown;
  for (const auto& [begin, end] : SegmentWords(run)) {
    shown += shown.empty() ? "" : "|";
    shown += run.substr(begin, end - begin);
  }
  return shown;
}

TEST(NeedsSegmentation, ScriptsWrittenWithoutSpaces) {
  constexpr TextCase kCases[] = {
      {"berita", "no"},
      {"caf\u00E9", "no"},
      {"\u041C\u043E\u0441\u043A\u0432\u0430", "no"},
      {"\u0627\u0644\u0642\u062F\u0633", "no"},
      {"\uC11C\uC6B8", "no"},                     // Hangul
      {"\u0928\u092F\u0940", "no"},               // Devanagari
      {"\u6771\u4EAC", "yes"},                    // Han
      {"\u3072\u3089", "yes"},                    // Hiragana
      {"\u30AB\u30BF", "yes"},                    // Katakana
      {"\u0E44\u0E17\u0E22", "yes"},              // Thai
      {"\u0E9E\u0EB2", "yes"},                    // Lao
      {"\u1781\u17D2\u1798\u17C2\u179A", "yes"},  // Khmer
      {"\u1019\u103C\u1014\u103A", "yes"},        // Burmese
      {"kota\u6771", "yes"},
      {"\U00020000", "yes"},  // Han of the second plane
      {"a\xFF", "no"},
      {"", "no"},
  };
  ExpectShown(kCases, [](std::string_view word) { return NeedsSegmentation(word) ? "yes" : "no"; });
}

TEST(SegmentWords, CutsByDictionary) {
  constexpr TextCase kCases[] = {
      {"", ""},
      {"\u6771\u4EAC", "\u6771\u4EAC"},
      {"\u0E20\u0E32\u0E29\u0E32\u0E44\u0E17\u0E22", "\u0E20\u0E32\u0E29\u0E32|\u0E44\u0E17\u0E22"},
      {"kota", "kota"},
  };
  ExpectShown(kCases, Cut);
}

TEST(SegmentWords, TheRangesCoverTheRun) {
  const std::string_view run = "abc\u6771\u4EAC\u90FD\u77E5\u4E8B123\u0E44\u0E17\u0E22";
  std::size_t end = 0;
  for (const auto& [begin, stop] : SegmentWords(run)) {
    EXPECT_EQ(begin, end);
    EXPECT_LT(begin, stop);
    end = stop;
  }
  EXPECT_EQ(end, run.size());
}

}  // namespace
}  // namespace warta
