#include "common/text/utf8.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/decode.h"
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

TEST(DecodeWindows1252, TheSupersetOfLatin1) {
  constexpr TextCase kCases[] = {
      {"", ""},
      {"berita", "berita"},
      {"caf\xE9", "caf\u00E9"},
      {"\x93kutipan\x94", "\u201Ckutipan\u201D"},
      {"Jum\x92"
       "at",
       "Jum\u2019at"},
      {"\x80 100", "\u20AC 100"},
      {"satu\xA0"
       "dua",
       "satu\u00A0dua"},
      {"a \x96 b", "a \u2013 b"},
  };
  ExpectShown(kCases, DecodeWindows1252);
}

TEST(DecodeWindows1252, EveryByteBecomesValidUtf8) {
  std::string bytes(256, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i);
  EXPECT_TRUE(IsValidUtf8(DecodeWindows1252(bytes)));
}

TEST(HasMultibyteUtf8, TellsDamageFromAnotherEncoding) {
  constexpr TextCase kCases[] = {
      {"", "no"},
      {"berita", "no"},
      {"caf\xE9", "no"},
      {"\x93kutipan\x94", "no"},
      {"caf\u00E9", "yes"},
      {"caf\u00E9 \xFF", "yes"},
      {"\xFF caf\u00E9", "yes"},
  };
  ExpectShown(kCases, [](std::string_view text) { return HasMultibyteUtf8(text) ? "yes" : "no"; });
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
