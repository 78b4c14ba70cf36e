#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/utf8.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/text.h"
#include "tests/unit/show_reading.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// "title / body" of the article, then the problem: "mended" or "skipped".
std::string Read(std::string_view content) {
  const RecordingSink found = ReadBytes(ReadText, content);
  std::string shown;
  for (const Article& a : found.articles) {
    EXPECT_EQ(a.line, 0U);
    EXPECT_EQ(a.id, "");
    EXPECT_TRUE(IsValidUtf8(a.title + a.body));
    shown += a.title + " / " + a.body;
  }
  for (const Problem& p : found.problems) {
    EXPECT_EQ(p.line, 0U);
    EXPECT_NE(p.message, "");
    shown += p.skipped ? "[skipped]" : "[mended]";
  }
  return shown;
}

TEST(TextReaderTest, TitleThenParagraphs) {
  constexpr TextCase kCases[] = {
      {"Judul\nSatu.\nDua.\n", "Judul / Satu.\nDua."},
      {"Judul\n\n  Satu.  \n\n\tDua.", "Judul / Satu.\nDua."},
      {"\n\n  Judul \n\nSatu.\n", "Judul / Satu."},
      {"Judul\r\n\r\nSatu.\r\nDua.\r\n", "Judul / Satu.\nDua."},
      {"Judul", "Judul / "},
      {"Judul\n \n\t\n", "Judul / "},
      {"\xEF\xBB\xBFJudul\nSatu.", "Judul / Satu."},
      {"\xEF\xBB\xBF\nJudul\nSatu.", "Judul / Satu."},
      {"Judul\nsatu\x1B[31mdua", "Judul / satu [31mdua"},
  };
  ExpectShown(kCases, Read);
}

TEST(TextReaderTest, OtherEncodingsAreMendedAndReported) {
  using namespace std::string_view_literals;
  constexpr TextCase kCases[] = {
      {"Judul\ncaf\xE9 \x93kutipan\x94", "Judul / caf\u00E9 \u201Ckutipan\u201D[mended]"},
      {"Judul\ncaf\u00E9 \xFF.", "Judul / caf\u00E9 \uFFFD.[mended]"},
      {"Judul\ncaf\u00E9", "Judul / caf\u00E9"},
      {"\xFF\xFEJ\0u\0d\0u\0l\0\n\0i\0s\0i\0"sv, "Judul / isi"},
      {"J\0u\0d\0u\0l\0\n\0i\0s\0i\0"sv, "Judul / isi[mended]"},
      {"Judul\nJum\u00E2\u20AC\u2122at", "Judul / Jum\u2019at"},
  };
  ExpectShown(kCases, Read);
}

TEST(TextReaderTest, WhatIsNoTextIsSkipped) {
  using namespace std::string_view_literals;
  constexpr TextCase kCases[] = {
      {"", "[skipped]"},
      {" \n\r\n\t\n", "[skipped]"},
      {"\xEF\xBB\xBF", "[skipped]"},
      {"Judul\nsatu\0dua"sv, "[skipped]"},
  };
  ExpectShown(kCases, Read);
}

TEST(TextReaderTest, AnEmptyFileIsSaidToBeEmpty) {
  const RecordingSink found = ReadBytes(ReadText, "");
  ASSERT_EQ(found.problems.size(), 1U);
  EXPECT_EQ(found.problems[0].message, "is empty");
}

TEST(TextReaderTest, AFileOverTheLimitIsSkipped) {
  EXPECT_EQ(Read("Judul\n" + std::string(kMaxRecordBytes, 'x')), "[skipped]");
}

TEST(CleanParagraphs, LinesWithoutSpacesAroundThem) {
  using namespace std::string_view_literals;
  constexpr TextCase kCases[] = {
      {"", ""},
      {"\n\n", ""},
      {" a \n b ", "a\nb"},
      {"a\n\n\nb\n", "a\nb"},
      {"a\tb", "a b"},
      {"a\x7F"
       "b\x01",
       "a b"},
      {"a\0b"sv, "a b"},
      {"a\r\nb\rc", "a\nb\nc"},
  };
  ExpectShown(kCases, CleanParagraphs);
}

TEST(CleanParagraphs, ControlCharactersLeaveNoSpaceAroundALineAndNoEmptyOne) {
  constexpr TextCase kCases[] = {
      {"a\x01", "a"},
      {"\x1B"
       "a",
       "a"},
      {"a\n\x01\nb", "a\nb"},
      {"\x07", ""},
  };
  ExpectShown(kCases, CleanParagraphs);
}

}  // namespace
}  // namespace warta
