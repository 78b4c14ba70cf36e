#include "common/text/utf8.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

TEST(IsValidUtf8, IllFormedSequencesAreFound) {
  constexpr TextCase kCases[] = {
      {"", "valid"},
      {"berita", "valid"},
      {"caf\u00E9 \u4EAC \U0001F600", "valid"},
      {"\uFFFD\uFFFF", "valid"},
      {"\xF4\x8F\xBF\xBF", "valid"},       // U+10FFFF
      {"\xF4\x90\x80\x80", "ill-formed"},  // above it
      {"\x80", "ill-formed"},
      {"\xC3", "ill-formed"},
      {"\xC0\xAF", "ill-formed"},  // overlong slash
      {"\xE0\x80\xAF", "ill-formed"},
      {"\xED\xA0\x80", "ill-formed"},  // surrogate
      {"\xFF", "ill-formed"},
      {"abc\xE2\x80", "ill-formed"},
  };
  ExpectShown(kCases,
              [](std::string_view text) { return IsValidUtf8(text) ? "valid" : "ill-formed"; });
}

TEST(RepairUtf8, EachIllFormedSequenceBecomesOneReplacement) {
  constexpr TextCase kCases[] = {
      {"berita", "berita"},
      {"caf\u00E9", "caf\u00E9"},
      {"a\xFF"
       "b",
       "a\uFFFD"
       "b"},
      {"a\xE2\x80", "a\uFFFD"},
      {"a\xE2\x80z", "a\uFFFDz"},
      {"\xFF\xFE", "\uFFFD\uFFFD"},
      {"", ""},
  };
  ExpectShown(kCases, RepairUtf8);
}

TEST(RepairUtf8, WhateverComesInWhatComesOutIsValidAndStays) {
  Random random(8);
  for (int round = 0; round < 3000; ++round) {
    const std::string bytes = random.Bytes(40);
    const std::string repaired = RepairUtf8(bytes);
    EXPECT_TRUE(IsValidUtf8(repaired));
    EXPECT_EQ(RepairUtf8(repaired), repaired);
    EXPECT_EQ(IsValidUtf8(bytes), repaired == bytes);
    const std::string valid = random.Utf8(20);
    EXPECT_EQ(RepairUtf8(valid), valid);
  }
}

TEST(RepairUtf8, SurrogatePairsOfCesu8BecomeTheirCharacter) {
  constexpr TextCase kCases[] = {
      {"a\xED\xA0\xBD\xED\xB8\x80z", "a\U0001F600z"},
      {"\xED\xA0\x80\xED\xB0\x80", "\U00010000"},
      {"\xED\xAF\xBF\xED\xBF\xBF", "\U0010FFFF"},
      {"\xED\xB0\x80\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"\xED\xA0\xBD\xED\xB8", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},
  };
  ExpectShown(kCases, RepairUtf8);
}

TEST(TallyUtf8, TellsDamageFromAnotherEncoding) {
  constexpr TextCase kCases[] = {
      {"", "0 of 0"},
      {"berita", "0 of 0"},
      {"caf\xE9", "0 of 1"},
      {"\x93kutipan\x94", "0 of 2"},
      {"caf\u00E9", "1 of 1"},
      {"caf\u00E9 \xFF", "1 of 2"},
      {"\xFF caf\u00E9 \u201C", "2 of 3"},
      {"\xED\xA0\xBD\xED\xB8\x80", "1 of 1"},
  };
  ExpectShown(kCases, [](std::string_view text) {
    const Utf8Tally tally = TallyUtf8(text);
    return std::to_string(tally.multibyte) + " of " +
           std::to_string(tally.multibyte + tally.ill_formed);
  });
}

TEST(SkipAscii, StopsAtTheFirstOtherByteWhereverItStands) {
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string ascii(size, 'x');
    EXPECT_EQ(SkipAscii(ascii, 0), size);
    for (std::size_t at = 0; at < size; ++at) {
      std::string text = ascii;
      text[at] = '\x80';
      EXPECT_EQ(SkipAscii(text, 0), at);
      EXPECT_EQ(SkipAscii(text, at), at);
      EXPECT_EQ(SkipAscii(text, at + 1), size);
    }
  }
}

TEST(NextCodePoint, AlwaysMovesForwardAndNeverBehindTheEnd) {
  Random random(9);
  for (int round = 0; round < 3000; ++round) {
    const std::string bytes = random.Bytes(12);
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t before = at;
      static_cast<void>(NextCodePoint(bytes, at));
      ASSERT_GT(at, before);
      ASSERT_LE(at, bytes.size());
    }
  }
}

}  // namespace
}  // namespace warta
