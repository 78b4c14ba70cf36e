#include "indexer/readers/input.h"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/readers/jsonl.h"
#include "indexer/readers/text.h"
#include "tests/unit/random.h"
#include "tests/unit/recording_sink.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

constexpr std::size_t kNoLimit = std::size_t{1} << 30;
constexpr std::size_t kBlock = std::size_t{256} * 1024;  // of input.cc

class InputTest : public TempDirectoryTest {
 protected:
  // Compresses a file with a program of the system; skips the test where it is missing.
  std::string Compress(const std::string& program, const std::string& path,
                       const std::string& extension) const {
    const std::string out = path + extension;
    const std::string command = program + " -c '" + path + "' > '" + out + "' 2>/dev/null";
    return std::system(command.c_str()) == 0 ? out : std::string();
  }

  static std::string ReadAll(const std::string& path, std::size_t piece) {
    Result<Input> input = Input::Open(path);
    if (!input.ok()) return "error: " + input.error().message;
    std::string all;
    while (true) {
      const Result<std::string> bytes = input.value().Read(piece);
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
    Result<Input> input = Input::Open(path);
    if (!input.ok()) return {"error: " + input.error().message};
    std::vector<std::string> lines;
    std::string line = "sisa";
    while (true) {
      const Result<Input::Line> read = input.value().ReadLine(line, limit);
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
  Result<Input> input = Input::Open(Write("a", "satu\ndua\ntiga\n"));
  ASSERT_TRUE(input.ok());
  EXPECT_EQ(input.value().Read(2).value(), "sa");
  std::string line;
  EXPECT_EQ(input.value().ReadLine(line, 100).value(), Input::Line::kRead);
  EXPECT_EQ(line, "tu");
  EXPECT_EQ(input.value().Read(100).value(), "dua\ntiga\n");
  EXPECT_EQ(input.value().ReadLine(line, 100).value(), Input::Line::kEnd);
  EXPECT_EQ(input.value().ReadLine(line, 100).value(), Input::Line::kEnd);
}

TEST_F(InputTest, CompressedFilesAreToldByTheirContent) {
  std::string content;
  for (int i = 0; i < 50'000; ++i) content += "baris " + std::to_string(i) + '\n';
  const std::string path = Write("a.txt", content);
  int tried = 0;
  for (const auto& [program, extension] :
       {std::pair("gzip", ".gz"), {"zstd -q", ".zst"}, {"xz", ".xz"}, {"bzip2", ".bz2"}}) {
    const std::string compressed = Compress(program, path, extension);
    if (compressed.empty()) continue;
    ++tried;
    EXPECT_TRUE(ReadAll(compressed, 100'000) == content) << program;
    const std::string disguised = Path("disguised");
    std::filesystem::copy_file(compressed, disguised,
                               std::filesystem::copy_options::overwrite_existing);
    EXPECT_EQ(LinesOf(disguised, 100).size(), 50'000U) << program;
  }
  if (tried == 0) GTEST_SKIP() << "no program to compress with";
}

TEST_F(InputTest, ConcatenatedGzipMembersAreOneFile) {
  const std::string one = Compress("gzip", Write("a", "satu\n"), ".gz");
  const std::string two = Compress("gzip", Write("b", "dua\n"), ".gz");
  if (one.empty() || two.empty()) GTEST_SKIP() << "no gzip";
  const std::string both = Path("c.gz");
  ASSERT_EQ(std::system(("cat " + one + " " + two + " > " + both).c_str()), 0);
  EXPECT_EQ(ReadAll(both, 100), "satu\ndua\n");
}

TEST_F(InputTest, AnEmptyCompressedFileIsEmpty) {
  const std::string compressed = Compress("gzip", Write("a.txt", ""), ".gz");
  if (compressed.empty()) GTEST_SKIP() << "no gzip";
  EXPECT_EQ(ReadAll(compressed, 100), "");
}

TEST_F(InputTest, ACutCompressedFileIsAnError) {
  Random random(22);
  std::string content;  // does not compress, so that the cut is in the middle of it
  for (int i = 0; i < 200'000; ++i) content.push_back(static_cast<char>('a' + random.Below(26)));
  for (const auto& [program, extension] : {std::pair("gzip", ".gz"), {"zstd -q", ".zst"}}) {
    const std::string path = Write("a.jsonl", "{\"title\":\"J\",\"body\":\"" + content + "\"}\n");
    const std::string compressed = Compress(program, path, extension);
    if (compressed.empty()) GTEST_SKIP() << "no " << program;
    std::filesystem::resize_file(compressed, std::filesystem::file_size(compressed) / 2);
    EXPECT_NE(ReadAll(compressed, 1000).find("error"), std::string::npos) << program;
    RecordingSink lines;
    ReadJsonLines(FileAt(compressed), lines.sink());
    EXPECT_EQ(lines.articles.size(), 0U) << program;
    EXPECT_EQ(lines.problems.size(), 1U) << program;
    RecordingSink text;
    ReadText(FileAt(compressed), text.sink());
    EXPECT_EQ(text.articles.size(), 0U) << program;
    EXPECT_EQ(text.problems.size(), 1U) << program;
  }
}

TEST_F(InputTest, AFileThatGrowsEnormousWhenDecompressedIsSkipped) {
  const std::string command =
      "head -c 70000000 /dev/zero | tr '\\0' a | gzip -1 > " + Path("bom.txt.gz") + " 2>/dev/null";
  if (std::system(command.c_str()) != 0) GTEST_SKIP() << "no gzip";
  RecordingSink found;
  ReadText(FileAt(Path("bom.txt.gz")), found.sink());
  EXPECT_EQ(found.articles.size(), 0U);
  EXPECT_EQ(found.problems.size(), 1U);
}

TEST_F(InputTest, WhatCannotBeReadIsAnErrorWithAMessage) {
  for (const std::string& path : {Path("tidak-ada"), directory()}) {
    Result<Input> input = Input::Open(path);
    if (!input.ok()) {
      EXPECT_NE(input.error().message, "") << path;
      continue;
    }
    EXPECT_FALSE(input.value().Read(10).ok()) << path;
  }
}

}  // namespace
}  // namespace warta
