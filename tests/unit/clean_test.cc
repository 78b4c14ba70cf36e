#include "common/text/clean.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/utf8.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

using namespace std::string_view_literals;

std::string Clean(std::string_view text) {
  return CleanText(std::string(text));
}

TEST(CleanText, WhatIsCleanStays) {
  constexpr std::string_view kTexts[] = {
      "",
      "Hujan deras mengguyur Banjarnegara.\n\tSungai meluap.\r\n",
      "\u201CKami siap,\u201D kata Ratna \u2013 dan Jum\u2019at ia berangkat\u2026",
      "caf\u00E9 S\u00E3o Paulo \u00C2rizona na\u00EFve \u00C3 \u20AC5",
      "\u0628\u064A\u0631\u0648\u062A \u6771\u4EAC \U0001F600 \u0E01",
      "kata\u200Bkata\u00ADkata \u00A0 \u200E",
      "baris\u2028baris\u2029",
      "\uFFFD",
  };
  for (const std::string_view text : kTexts) EXPECT_EQ(Clean(text), text);
}

TEST(CleanText, ControlsAndNoncharacters) {
  constexpr TextCase kCases[] = {
      {"a\0b"sv, "a b"},
      {"a\x1B[31mb", "a [31mb"},
      {"a\x7F\x08z", "a  z"},
      {"a\vb\fc", "a b c"},
      {"a\tb\r\nc", "a\tb\r\nc"},
      {"kota\uFEFFkota", "kotakota"},
      {"\uFEFF\uFEFFkota", "kota"},
      {"a\uFFFE\uFFFF\uFDD0\uFDEFz", "az"},
      {"a\xF0\x9F\xBF\xBEz", "az"},  // U+1FFFE
      {"1234567\x01", "1234567 "},
      {"12345678\x01", "12345678 "},
  };
  ExpectShown(kCases, Clean);
}

TEST(CleanText, ControlsOfIso8859AreTheSignsOfWindows1252) {
  constexpr TextCase kCases[] = {
      {"Jum\u0092at", "Jum\u2019at"},
      {"\u0093kutipan\u0094 \u0096 ia", "\u201Ckutipan\u201D \u2013 ia"},
      {"lalu\u0085", "lalu\u2026"},
      {"a\u0081\u008D\u008F\u0090\u009Dz", "a     z"},
  };
  ExpectShown(kCases, Clean);
}

TEST(CleanText, LettersAreComposed) {
  constexpr TextCase kCases[] = {
      {"cafe\u0301", "caf\u00E9"},
      {"e\u0301 e\u0323\u0302", "\u00E9 \u1EC7"},
      {"\u212B \u2000 \u2126", "\u00C5 \u2002 \u03A9"},
      {"\u1112\u1161\u11AB", "\uD55C"},
      {"\u0301a", "\u0301a"},
      {"a\0\u0301"sv, "a \u0301"},
      {"e\uFEFF\u0301", "\u00E9"},
  };
  ExpectShown(kCases, Clean);
}

TEST(CleanText, IllFormedTextIsMended) {
  constexpr TextCase kCases[] = {
      {"a\xFFz", "a\uFFFDz"},
      {"\xED\xA0\xBD\xED\xB8\x80", "\U0001F600"},
      {"\xED\xA0\xBDz", "\uFFFD\uFFFD\uFFFDz"},
      {"\xC0\x80", "\uFFFD\uFFFD"},
  };
  ExpectShown(kCases, Clean);
}

TEST(CleanText, OneStepCanMakeWorkForAnother) {
  constexpr TextCase kCases[] = {
      {"cafA\u0303\u00A9", "caf\u00E9"},             // the accent composes to mojibake
      {"caf\u00C3\uFEFF\u00A9", "caf\u00E9"},        // what was between them vanished
      {"caf\u00C3\u0192\u00C2\u00A9", "caf\u00E9"},  // twice
      {"Jum\u00C2\u0092at", "Jum\u2019at"},          // a control in the mojibake
      {"\u00EF\u00BB\u00BFJudul", "Judul"},          // a byte order mark
      {"cafe\u00CC\u0081 caf\u00C3\u00A9", "caf\u00E9 caf\u00E9"},  // an accent of its own
  };
  ExpectShown(kCases, Clean);
}

TEST(CleanText, EveryCharacterAloneAndBehindALetter) {
  for (char32_t c = 0; c < 0x30000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    for (std::string text : {"", "a", "\u00C9", "\u2019"}) {
      AppendUtf8(c, text);
      const std::string clean = CleanText(text);
      ASSERT_TRUE(IsCleanText(clean)) << std::hex << static_cast<unsigned>(c);
      ASSERT_TRUE(clean == text || CleanText(clean) == clean) << static_cast<unsigned>(c);
    }
  }
}

TEST(CleanText, WhateverComesInIsCleanAndStays) {
  // Bytes that begin and go on with sequences of UTF-8, as characters, and what changes others.
  constexpr std::string_view kPieces[] = {
      "\u00C3", "\u00C2", "\u00E2", "\u20AC", "\u0153", "\u201D", "\u00A9",
      "\u00A0", "\u0192", "\u009D", "\u0092", "\u00F0", "\u0178", "\u02DC",
      "\u0303", "A",      "a",      " ",      "\n",     "\uFEFF", "\uFFFE",
      "\x01",   "\xFF",   "\xC3",   "\u00AA", "\u0301", "\u00D0", "\u00B4"};
  Random random(31);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t left = random.Below(24); left > 0; --left) text += random.Pick(kPieces);
    if (round % 4 == 0) text = random.Bytes(40);
    if (round % 4 == 1) text = random.Utf8(40);
    const std::string clean = CleanText(text);
    ASSERT_TRUE(IsCleanText(clean)) << ::testing::PrintToString(text);
    ASSERT_EQ(CleanText(clean), clean) << ::testing::PrintToString(text);
  }
}

TEST(IsCleanText, SaysWhatIsNot) {
  constexpr TextCase kCases[] = {
      {"kota\n", "clean"}, {"\x01", "not"}, {"\u0092", "not"}, {"e\u0301", "not"},
      {"\uFEFF", "not"},   {"\xFF", "not"}, {"\0"sv, "not"},   {"\uFFFF", "not"},
      {"\u00E9", "clean"}, {"\x7F", "not"},
  };
  ExpectShown(kCases, [](std::string_view text) { return IsCleanText(text) ? "clean" : "not"; });
}

}  // namespace
}  // namespace warta
