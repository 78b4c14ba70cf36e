#include "indexer/readers/input.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/readers/byte_stream.h"
#include "tests/unit/random.h"
#include "tests/unit/string_stream.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

constexpr std::size_t kNoLimit = std::size_t{1} << 30;
constexpr std::size_t kBlock = std::size_t{256} * 1024;  // of byte_stream.cc

class InputTest : public TempDirectoryTest {
 protected:
  static std::string ReadAll(const std::string& path, std::size_t piece) {
    FileStream file(path);
    Input input(file);
    std::string all;
    while (true) {
      const Result<std::string> bytes = input.Read(piece);
      if (!bytes.ok()) return all + " error: " + bytes.error().message;
      if (bytes.value().empty()) return all;
      EXPECT_LE(bytes.value().size(), piece);
      all += bytes.value();
    }
  }

  // The lines, each too long one as "<long>".
  std::vector<std::string> Lines(std::string_view content, std::size_t limit) const {
    return LinesOf(Write("baris", content), limit);
  }
  static std::vector<std::string> LinesOf(const std::string& path, std::size_t limit) {
    FileStream file(path);
    Input input(file);
    std::vector<std::string> lines;
    std::string line = "sisa";
    while (true) {
      const Result<Input::Line> read = input.ReadLine(line, limit);
      if (!read.ok()) {
        lines.push_back("error");
        return lines;
      }
      if (read.value() == Input::Line::kEnd) return lines;
      if (read.value() == Input::Line::kLong) {
        EXPECT_EQ(line, "");
        line = "<long>";
      }
      lines.push_back(line);
    }
  }
};

using Strings = std::vector<std::string>;

TEST_F(InputTest, ReadsInPieces) {
  const std::string path = Write("a", "satu dua tiga");
  for (const std::size_t piece : {1U, 4U, 13U, 14U, 1000U})
    EXPECT_EQ(ReadAll(path, piece), "satu dua tiga");
  const std::string large(3 * kBlock + 17, 'x');
  EXPECT_EQ(ReadAll(Write("b", large), kBlock - 1), large);
}

TEST_F(InputTest, AnEmptyFileIsNoError) {
  const std::string path = Write("kosong", "");
  EXPECT_EQ(ReadAll(path, 100), "");
  EXPECT_EQ(LinesOf(path, 100), Strings{});
}

TEST_F(InputTest, LineEnds) {
  EXPECT_EQ(Lines("a\nb\n", kNoLimit), (Strings{"a", "b"}));
  EXPECT_EQ(Lines("a\nb", kNoLimit), (Strings{"a", "b"}));
  EXPECT_EQ(Lines("a\r\nb\r\n", kNoLimit), (Strings{"a", "b"}));
  EXPECT_EQ(Lines("a\r\n\r\nb\r", kNoLimit), (Strings{"a", "", "b"}));
  EXPECT_EQ(Lines("a\rb\r\r\n", kNoLimit), (Strings{"a\rb\r"}));
  EXPECT_EQ(Lines("\n\n", kNoLimit), (Strings{"", ""}));
  EXPECT_EQ(Lines("\n", kNoLimit), (Strings{""}));
}

TEST_F(InputTest, LinesThatEndAroundABlockOfTheBuffer) {
  for (std::size_t size = kBlock - 3; size <= kBlock + 3; ++size) {
    const std::string first(size, 'a');
    for (const std::string_view end : {"\n", "\r\n"}) {
      const Strings expected = {first, "b", std::string(kBlock, 'c')};
      const std::string content =
          first + std::string(end) + "b" + std::string(end) + expected[2] + std::string(end);
      EXPECT_TRUE(Lines(content, kNoLimit) == expected) << size;
      EXPECT_TRUE(Lines(content.substr(0, content.size() - end.size()), kNoLimit) == expected)
          << size;
    }
  }
}

TEST_F(InputTest, LinesLongerThanTheLimitArePassedOver) {
  EXPECT_EQ(Lines("abc\nabcd\nab\n", 3), (Strings{"abc", "<long>", "ab"}));
  EXPECT_EQ(Lines("abcd", 3), (Strings{"<long>"}));
  EXPECT_EQ(Lines("abc", 3), (Strings{"abc"}));
  EXPECT_EQ(Lines("abcd\n\nx", 3), (Strings{"<long>", "", "x"}));
  const std::string huge(3 * kBlock + 5, 'x');
  EXPECT_EQ(Lines("a\n" + huge + "\nb\n" + huge, 100), (Strings{"a", "<long>", "b", "<long>"}));
  EXPECT_EQ(Lines(std::string(kBlock, 'x') + "\nb", kBlock - 1), (Strings{"<long>", "b"}));
  EXPECT_EQ(Lines(std::string(kBlock, 'x') + "\nb", kBlock).size(), 2U);
}

TEST_F(InputTest, TheLimitIsOfTheLineWithoutItsEnd) {
  EXPECT_EQ(Lines("abc\r\nab\r\n", 3), (Strings{"abc", "ab"}));
  EXPECT_EQ(Lines("abcd\r\nab\r\n", 3), (Strings{"<long>", "ab"}));
}

TEST_F(InputTest, RandomLinesAreWhatASimpleSplitGives) {
  Random random(21);
  for (int round = 0; round < 30; ++round) {
    std::string content;
    Strings expected;
    for (std::size_t count = 1 + random.Below(20); count > 0; --count) {
      expected.emplace_back(random.Below(3) == 0 ? random.Below(kBlock) : random.Below(90), 'x');
      content += expected.back() + (random.Below(2) == 0 ? "\n" : "\r\n");
    }
    ASSERT_TRUE(Lines(content, kNoLimit) == expected) << round;
  }
}

TEST_F(InputTest, ReadAndReadLineShareOnePlace) {
  FileStream file(Write("a", "satu\ndua\ntiga\n"));
  Input input(file);
  EXPECT_EQ(input.Read(2).value(), "sa");
  std::string line;
  EXPECT_EQ(input.ReadLine(line, 100).value(), Input::Line::kRead);
  EXPECT_EQ(line, "tu");
  EXPECT_EQ(input.Read(100).value(), "dua\ntiga\n");
  EXPECT_EQ(input.ReadLine(line, 100).value(), Input::Line::kEnd);
  EXPECT_EQ(input.ReadLine(line, 100).value(), Input::Line::kEnd);
}

TEST_F(InputTest, PeekShowsWithoutTaking) {
  StringStream stream("satu dua tiga", 3);
  Input input(stream);
  EXPECT_EQ(input.Peek(4).value().substr(0, 4), "satu");
  EXPECT_EQ(input.Peek(100).value(), "satu dua tiga");
  input.Skip(5);
  EXPECT_EQ(input.Read(3).value(), "dua");
  EXPECT_EQ(input.Peek(1).value().substr(0, 2), " t");
  EXPECT_EQ(input.Read(100).value(), " tiga");
  EXPECT_EQ(input.Peek(1).value(), "");
}

TEST_F(InputTest, AFaultComesBehindWhatStandsBeforeIt) {
  StringStream stream("satu", 2, "gangguan");
  Input input(stream);
  EXPECT_EQ(input.Peek(100).value(), "satu");
  EXPECT_FALSE(input.Read(100).ok()) << "not all of it can be read";
  EXPECT_EQ(input.Read(4).value(), "satu");
  ASSERT_FALSE(input.Peek(1).ok());
  EXPECT_EQ(input.Peek(1).error().message, "gangguan");
}

TEST_F(InputTest, WhatCannotBeReadIsAnErrorWithAMessage) {
  for (const std::string& path : {Path("tidak-ada"), directory()}) {
    FileStream file(path);
    Input input(file);
    const Result<std::string> bytes = input.Read(10);
    ASSERT_FALSE(bytes.ok()) << path;
    EXPECT_NE(bytes.error().message, "") << path;
  }
}

}  // namespace
}  // namespace warta
