// Files in all their packings, from the outside: what ReadArticles makes of them.

#include "indexer/readers/reader.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <tuple>

#include <gtest/gtest.h>

#include "tests/line_fields.h"
#include "tests/unit/archive_writer.h"
#include "tests/unit/random.h"
#include "tests/unit/recording_sink.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

class ReaderTest : public TempDirectoryTest {
 protected:
  // Articles as "title@member#line", problems as "member#line!message", "-" where the file is passed
  // over.
  std::string Read(const std::string& path) const {
    RecordingFiles found;
    const bool holds_articles = ReadArticles(FileAt(path), options_, found.sink());
    std::string shown = holds_articles ? "" : "-";
    const auto add = [&shown](const std::string& what, const std::string& member,
                              std::uint64_t line) {
      if (!shown.empty()) shown += ' ';
      shown += what + '@' + member;
      if (line > 0) shown += '#' + std::to_string(line);
    };
    for (const Article& article : found.articles) {
      EXPECT_EQ(article.path, path);
      add(article.title, article.member, article.line);
    }
    for (const Problem& problem : found.problems) {
      EXPECT_EQ(problem.path, path);
      add((problem.skipped ? "!" : "~") + problem.message, problem.member, problem.line);
    }
    return shown;
  }

  std::string Packed(const std::string& name, const char* format, const char* filter,
                     const Members& members) const {
    WriteArchive(Path(name), format, filter, members);
    return Read(Path(name));
  }

  static std::string Bytes(const std::string& path) {
    FileStream file(path);
    Input input(file);
    return input.Read(std::size_t{1} << 30).value();
  }

  ReadOptions options_;
};

constexpr std::string_view kText = "Harga Cabai Naik\nHarga naik.\n";
constexpr std::string_view kLines = "{\"title\":\"A\"}\n{\"title\":\"B\"}\n";

TEST_F(ReaderTest, PlainFiles) {
  EXPECT_EQ(Read(Write("a.txt", kText)), "Harga Cabai Naik@");
  EXPECT_EQ(Read(Write("a.jsonl", kLines)), "A@#1 B@#2");
  EXPECT_EQ(Read(Write("tanpa-akhiran", kText)), "Harga Cabai Naik@");
  EXPECT_EQ(Read(Write("b.txt", kLines)), "A@#1 B@#2");
  EXPECT_EQ(Read(Write("foto.jpg", kText)), "-");
  EXPECT_EQ(Read(Write("biner",
                       "\x7F"
                       "ELF\x01\x01\x01")),
            "-");
  EXPECT_EQ(Read(Write("peta.xml", "<?xml version=\"1.0\"?><urlset></urlset>")), "-");
  EXPECT_EQ(Read(Write("kosong.txt", "")), "!is empty@");
  EXPECT_EQ(Read(Write("biner.txt", std::string("harga\0naik lagi", 15))), "!is not text@");
  EXPECT_EQ(Read(Path("tidak-ada.txt")), "!No such file or directory@");
}

TEST_F(ReaderTest, TheFormatCanBeNamed) {
  options_.format = Format::kText;
  EXPECT_EQ(Read(Write("a.jsonl", "{\"title\":\"A\"}\n")), "{\"title\":\"A\"}@");
}

TEST_F(ReaderTest, Marks) {
  using namespace std::string_view_literals;
  EXPECT_EQ(Read(Write("a.jsonl", "\xEF\xBB\xBF" + std::string(kLines))), "A@#1 B@#2");
  EXPECT_EQ(Read(Write("a.txt", "\xFF\xFEH\0a\0r\0g\0a\0\n\0n\0a\0i\0k\0"sv)), "Harga@");
  EXPECT_EQ(Read(Write("b.txt", "\xFE\xFF\0H\0a\0r\0g\0a\0\n\0n"sv)), "Harga@");
}

TEST_F(ReaderTest, CompressedFilesAreToldByTheirContent) {
  for (const auto& [filter, ending] :
       {std::pair("gzip", ".gz"), {"zstd", ".zst"}, {"xz", ".xz"}, {"bzip2", ".bz2"}}) {
    EXPECT_EQ(Packed("a.jsonl" + std::string(ending), "raw", filter, {{"a", std::string(kLines)}}),
              "A@#1 B@#2");
    EXPECT_EQ(Packed("a.txt", "raw", filter, {{"a", std::string(kText)}}), "Harga Cabai Naik@");
    EXPECT_EQ(Packed("a.jpg" + std::string(ending), "raw", filter, {{"a", std::string(kText)}}),
              "-");
  }
}

TEST_F(ReaderTest, GzipMembersOneAfterAnotherAreOneFile) {
  WriteArchive(Path("1.gz"), "raw", "gzip", {{"a", "{\"title\":\"A\"}\n"}});
  WriteArchive(Path("2.gz"), "raw", "gzip", {{"a", "{\"title\":\"B\"}\n"}});
  EXPECT_EQ(Read(Write("a.jsonl.gz", Bytes(Path("1.gz")) + Bytes(Path("2.gz")))), "A@#1 B@#2");
}

TEST_F(ReaderTest, ArchivesOfManyFiles) {
  const Members members = {{"satu.txt", std::string(kText)},
                           {"x/b.jsonl", std::string(kLines)},
                           {"x/foto.png", "x"},
                           {"x/.tersembunyi.txt", std::string(kText)},
                           {"__MACOSX/satu.txt", "x"},
                           {"./dua.txt", "Dua\nDua."},
                           {"x/kosong.txt", ""}};
  constexpr std::string_view kShown =
      "Harga Cabai Naik@satu.txt A@x/b.jsonl#1 B@x/b.jsonl#2 Dua@dua.txt !is empty@x/kosong.txt";
  EXPECT_EQ(Packed("a.zip", "zip", "none", members), kShown);
  EXPECT_EQ(Packed("a.tar", "ustar", "none", members), kShown);
  EXPECT_EQ(Packed("a.tar.gz", "ustar", "gzip", members), kShown);
  EXPECT_EQ(Packed("a.tar.zst", "ustar", "zstd", members), kShown);
  EXPECT_EQ(Packed("arsip", "zip", "none", members), kShown);
}

TEST_F(ReaderTest, NamesOfMembersThatAreNotAscii) {
  EXPECT_EQ(Packed("a.zip", "zip", "none", {{"caf\u00E9.txt", std::string(kText)}}),
            "Harga Cabai Naik@caf\u00E9.txt");
  EXPECT_EQ(Packed("a.tar", "ustar", "none", {{"caf\xE9.txt", std::string(kText)}}),
            "Harga Cabai Naik@caf\uFFFD.txt");
}

TEST_F(ReaderTest, ArchivesInArchives) {
  WriteArchive(Path("b.jsonl.gz"), "raw", "gzip", {{"b", std::string(kLines)}});
  WriteArchive(Path("dalam.zip"), "zip", "none",
               {{"b.jsonl.gz", Bytes(Path("b.jsonl.gz"))}, {"a.txt", std::string(kText)}});
  const std::string inner = Bytes(Path("dalam.zip"));
  EXPECT_EQ(Packed("luar.tar", "ustar", "none", {{"x/dalam.zip", inner}}),
            "A@x/dalam.zip/b.jsonl.gz#1 B@x/dalam.zip/b.jsonl.gz#2 "
            "Harga Cabai Naik@x/dalam.zip/a.txt");
  options_.limits.depth = 2;
  EXPECT_EQ(Read(Path("luar.tar")),
            "Harga Cabai Naik@x/dalam.zip/a.txt "
            "!is packed more than 2 times@x/dalam.zip/b.jsonl.gz");
}

TEST_F(ReaderTest, NothingLeadsOutOfAnArchive) {
  EXPECT_EQ(Packed("a.zip", "zip", "none",
                   {{"../jahat.txt", std::string(kText)},
                    {"a/../../b.txt", std::string(kText)},
                    {"/etc/c.txt", std::string(kText)},
                    {"d..txt", std::string(kText)}}),
            "Harga Cabai Naik@etc/c.txt Harga Cabai Naik@d..txt "
            "!has a name that leads out of the archive@../jahat.txt "
            "!has a name that leads out of the archive@a/../../b.txt");
  Write("rahasia.txt", kText);
  EXPECT_EQ(Packed("b.tar", "ustar", "none", {{"a.txt", "-> " + Path("rahasia.txt")}}), "-");
}

TEST_F(ReaderTest, ACutArchiveCostsOnlyWhatIsMissing) {
  Random random(22);
  std::string noise;  // does not compress, so that the cut is in the middle of it
  for (int i = 0; i < 1'000'000; ++i) noise.push_back(static_cast<char>('a' + random.Below(26)));
  for (const auto& [format, filter] :
       {std::pair("raw", "gzip"), {"raw", "zstd"}, {"ustar", "gzip"}, {"zip", "none"}}) {
    const std::string path = Path("a.bin2");
    const std::string large = "{\"title\":\"B\",\"body\":\"" + noise + "\"}\n";
    if (std::string_view(format) == "raw") {
      WriteArchive(path, format, filter, {{"a", "{\"title\":\"A\"}\n" + large}});
    } else {
      WriteArchive(path, format, filter, {{"a.jsonl", "{\"title\":\"A\"}\n"}, {"b.jsonl", large}});
    }
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    RecordingFiles found;
    EXPECT_TRUE(ReadArticles(FileAt(path), options_, found.sink()));
    EXPECT_GE(found.problems.size(), 1U) << format << filter;
    ASSERT_GE(found.articles.size(), 1U) << format << filter;
    EXPECT_EQ(found.articles[0].title, "A");
  }
}

TEST_F(ReaderTest, WhatGrowsEnormousIsGivenUp) {
  const std::string zeros(30'000'000, 'a');
  WriteArchive(Path("bom.zip"), "zip", "none", {{"a.txt", zeros}, {"b.txt", std::string(kText)}});
  EXPECT_EQ(Read(Path("bom.zip")), "Harga Cabai Naik@b.txt !is larger than 8 MiB@a.txt");
  WriteArchive(Path("bom.jsonl.gz"), "raw", "gzip", {{"a", zeros}});
  options_.limits.ratio_free_bytes = 1'000'000;
  const std::string shown = Read(Path("bom.jsonl.gz"));
  EXPECT_NE(shown.find("!expands to more than"), std::string::npos) << shown;
}

TEST_F(ReaderTest, TooManyMembersAreGivenUp) {
  options_.limits.members = 2;
  EXPECT_EQ(
      Packed("a.zip", "zip", "none", {{"a.txt", "A\na"}, {"b.txt", "B\nb"}, {"c.txt", "C\nc"}}),
      "A@a.txt B@b.txt !holds more than 2 files@");
}

TEST_F(ReaderTest, TimeIsLimitedButNotThatOfTheSink) {
  options_.limits.time = std::chrono::milliseconds(-1);
  WriteArchive(Path("a.jsonl.gz"), "raw", "gzip", {{"a", std::string(kLines)}});
  const std::string shown = Read(Path("a.jsonl.gz"));
  EXPECT_NE(shown.find("!takes too long to read"), std::string::npos) << shown;
}

TEST_F(ReaderTest, SidecarsStateWhatTheTextDoesNot) {
  Write("a.json", R"({"id":"x1","tanggal":"2022-02-07","sumber":"Kabar Pagi","penulis":"Rina"})");
  RecordingFiles found;
  EXPECT_TRUE(ReadArticles(FileAt(Write("a.txt", kText)), options_, found.sink()));
  ASSERT_EQ(found.articles.size(), 1U);
  EXPECT_EQ(found.articles[0].id, "x1");
  EXPECT_EQ(found.articles[0].title, "Harga Cabai Naik");
  EXPECT_EQ(found.articles[0].source, "Kabar Pagi");
  EXPECT_EQ(found.articles[0].author, "Rina");
  EXPECT_EQ(found.articles[0].date, MakeDate(2022, 2, 7));
  EXPECT_EQ(Read(Path("a.json")), "-") << "a sidecar is no article";
}

TEST_F(ReaderTest, EveryFieldArrives) {
  Write("satu.json",
        R"({"id":"1","title":"J","source":"S","category":"C","author":"A","url":"U"})");
  const std::string files[] = {
      Write("dua.txt", "---\nid: 1\njudul: J\nsumber: S\nrubrik: C\npenulis: A\nurl: U\n---\nIsi."),
      Write("a.csv", "id,title,body,source,category,author,url\n1,J,B,S,C,A,U\n"),
      Write("satu.txt", kText)};
  for (const std::string& file : files) {
    RecordingFiles found;
    EXPECT_TRUE(ReadArticles(FileAt(file), options_, found.sink()));
    ASSERT_EQ(found.articles.size(), 1U) << file;
    for (const auto line : kLineFields) EXPECT_EQ((found.articles[0].*line).size(), 1U) << file;
  }
}

TEST_F(ReaderTest, WhatIsNoSidecarIsRead) {
  Write("a.txt", kText);
  EXPECT_EQ(Read(Write("a.json", R"({"title":"A","body":"B"})")), "A@#1");
  EXPECT_EQ(Read(Write("b.json", R"({"title":"A"})")), "A@#1");
  Write("c.txt", kText);
  EXPECT_EQ(Read(Write("c.json", "rusak")), "!is not valid JSON@#1");
}

}  // namespace
}  // namespace warta
