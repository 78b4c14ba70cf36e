#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/utf8.h"
#include "indexer/readers/jsonl.h"
#include "tests/unit/recording_sink.h"
#include "tests/unit/temp_directory.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

class JsonLinesReaderTest : public TempDirectoryTest {
 protected:
  RecordingSink Read(std::string_view content) const {
    RecordingSink found;
    ReadJsonLines(FileAt(Write("a.jsonl", content)), found.sink());
    return found;
  }

  // Articles as "line: id|title|body|source|category|author|url|date", problems as "line!" (skipped)
  // or "line~" (mended).
  std::string Show(std::string_view content) const {
    const RecordingSink found = Read(content);
    std::string shown;
    for (const Article& a : found.articles) {
      EXPECT_TRUE(IsValidUtf8(a.id + a.title + a.body + a.source + a.category + a.author + a.url));
      EXPECT_EQ(a.path, Path("a.jsonl"));
      EXPECT_EQ(a.date_source, a.date ? DateSource::kField : DateSource::kNone);
      shown += shown.empty() ? "" : " ; ";
      shown += std::to_string(a.line) + ": " + a.id + '|' + a.title + '|' + a.body + '|' +
               a.source + '|' + a.category + '|' + a.author + '|' + a.url + '|' +
               (a.date ? FormatIso(*a.date) : "");
    }
    for (const Problem& p : found.problems)
      shown += ' ' + std::to_string(p.line) + (p.skipped ? "!" : "~");
    return shown;
  }
};

TEST_F(JsonLinesReaderTest, FieldsUnderAllTheirNames) {
  constexpr TextCase kCases[] = {
      {R"({"id":"x1","title":"J","body":"B","source":"S","category":"C","author":"A","url":"U",)"
       R"("date":"2022-02-07"})",
       "1: x1|J|B|S|C|A|U|2022-02-07"},
      {R"({"judul":"J","isi":"B","sumber":"S","rubrik":"C","penulis":"A","link":"U",)"
       R"("tanggal":"2022-02-07T08:00:00+07:00"})",
       "1: |J|B|S|C|A|U|2022-02-07"},
      {R"({"headline":"J","text":"B","publisher":"S","kategori":"C","published":"2022-02-07"})",
       "1: |J|B|S|C|||2022-02-07"},
      {R"({"title":"J","content":"B","datePublished":"2022-02-07"})", "1: |J|B|||||2022-02-07"},
      {R"({"id":17,"title":"J"})", "1: 17|J||||||"},
      {R"({"id":-5,"title":"J"})", "1: -5|J||||||"},
      {R"({"title":"","judul":"J"})", "1: |J||||||"},
      {R"({"title":null,"judul":"J"})", "1: |J||||||"},
      {R"({"title":["x"],"judul":"J"})", "1: |J||||||"},
      {R"({"body":"B"})", "1: ||B|||||"},
      {R"({"_id":"m1","Judul":"J","articleBody":"B","media":"S","articleSection":"C","byline":"A",)"
       R"("permalink":"U","published_at":"2022-02-07"})",
       "1: m1|J|B|S|C|A|U|2022-02-07"},
      {R"({"_id":"m1","id":"x1","headline":"H","title":"J"})", "1: x1|J||||||"},
  };
  ExpectShown(kCases, [this](std::string_view content) { return Show(content); });
}

TEST_F(JsonLinesReaderTest, OnlyTheIdMayBeANumber) {
  constexpr TextCase kCases[] = {
      {R"({"title":123,"judul":"J"})", "1: |J||||||"},
      {R"({"title":"J","author":7,"penulis":"A"})", "1: |J||||A||"},
      {R"({"title":"J","source":7})", "1: |J||||||"},
      {R"({"title":5})", " 1!"},
  };
  ExpectShown(kCases, [this](std::string_view content) { return Show(content); });
}

TEST_F(JsonLinesReaderTest, ANameWithBlanksOnlyHoldsNoText) {
  constexpr TextCase kCases[] = {
      {R"({"title":"  ","judul":"J"})", "1: |J||||||"},
      {R"({"title":" \n ","body":"\t"})", " 1!"},
  };
  ExpectShown(kCases, [this](std::string_view content) { return Show(content); });
}

TEST_F(JsonLinesReaderTest, TextIsCleanedAndAllButTheBodyIsOneLine) {
  constexpr TextCase kCases[] = {
      {R"({"title":" J\nK ","body":" satu \n\n dua ","author":"A\nB"})",
       "1: |J K|satu\ndua|||A B||"},
      {R"({"title":"J\u0000K\u001b[31m"})", "1: |J K [31m||||||"},
      {R"({"title":"Jum\u0092at e\u0301\ufeff\uffff Jum\u00e2\u20ac\u2122at"})",
       "1: |Jum\u2019at \u00E9 Jum\u2019at||||||"},
      {"{\"title\":\"a\u2028b\"}", "1: |a\u2028b||||||"},
      {R"({"title":"caf\u00e9 \ud83d\ude00"})", "1: |caf\u00E9 \U0001F600||||||"},
  };
  ExpectShown(kCases, [this](std::string_view content) { return Show(content); });
}

TEST_F(JsonLinesReaderTest, DatesAreReadInTheFormsThatExportsUse) {
  constexpr TextCase kCases[] = {
      {R"({"title":"J","date":"7 Februari 2022"})", "1: |J||||||2022-02-07"},
      {R"({"title":"J","date":"Senin, 07/02/2022 10:15 WIB"})", "1: |J||||||2022-02-07"},
      {R"({"title":"J","date":"20220207"})", "1: |J||||||2022-02-07"},
      {R"({"title":"J","date":"Februari 2022"})", "1: |J||||||"},
      {R"({"title":"J","date":"2022-02-31"})", "1: |J||||||"},
      {R"({"title":"J","date":20220207})", "1: |J||||||2022-02-07"},
      {R"({"title":"J","date":1644203700})", "1: |J||||||2022-02-07"},
      {R"({"title":"J","date":-5})", "1: |J||||||"},
      {R"({"title":"J","date":"2022-02-07 08:00"})", "1: |J||||||2022-02-07"},
  };
  ExpectShown(kCases, [this](std::string_view content) { return Show(content); });
}

TEST_F(JsonLinesReaderTest, ABrokenLineCostsOnlyItself) {
  constexpr TextCase kCases[] = {
      {"{\"title\":\"A\"}\nrusak\n{\"title\":\"B\"}\n", "1: |A|||||| ; 3: |B|||||| 2!"},
      {"{\"title\":\"A\"}\n{\"title\":\"B\"\n", "1: |A|||||| 2!"},
      {"{\"title\":\"A\"} x\n", " 1!"},
      {"[1]\n\"x\"\n7\nnull\n", " 1! 2! 3! 4!"},
      {"{}\n{\"url\":\"U\"}\n", " 1! 2!"},
      {"{\"title\":\"\\ud800\"}\n{\"title\":\"B\"}\n", "2: |B|||||| 1!"},
      {"{\"title\":1e999}\n{\"title\":\"B\"}\n", "2: |B|||||| 1!"},
  };
  ExpectShown(kCases, [this](std::string_view content) { return Show(content); });
}

TEST_F(JsonLinesReaderTest, LineEndsAndEmptyLines) {
  constexpr TextCase kCases[] = {
      {"\n{\"title\":\"A\"}\r\n \t\r\n{\"title\":\"B\"}", "2: |A|||||| ; 4: |B||||||"},
      {"\xEF\xBB\xBF{\"title\":\"A\"}\n", "1: |A||||||"},
      {"", " 0!"},
  };
  ExpectShown(kCases, [this](std::string_view content) { return Show(content); });
}

TEST_F(JsonLinesReaderTest, OtherEncodingsAreMendedByLine) {
  constexpr TextCase kCases[] = {
      {"{\"title\":\"caf\xE9\"}\n{\"title\":\"caf\u00E9\"}\n",
       "1: |caf\u00E9|||||| ; 2: |caf\u00E9|||||| 1~"},
      {"{\"title\":\"\u00E9\xFF\"}\n", "1: |\u00E9\uFFFD|||||| 1~"},
  };
  ExpectShown(kCases, [this](std::string_view content) { return Show(content); });
}

TEST_F(JsonLinesReaderTest, DeepNestingIsOneBrokenLine) {
  const std::string deep = std::string(200'000, '[') + "\n";
  EXPECT_EQ(Show(deep + "{\"title\":\"B\"}\n"), "2: |B|||||| 1!");
  const std::string closed = std::string(100'000, '[') + std::string(100'000, ']');
  EXPECT_EQ(Show("{\"title\":\"A\",\"x\":" + closed + "}\n"), "1: |A||||||");
}

TEST_F(JsonLinesReaderTest, ALineTooLongCostsOnlyItself) {
  std::string content = "{\"title\":\"A\"}\n{\"title\":\"";
  content.append(kMaxRecordBytes, 'x');
  content += "\"}\n{\"title\":\"B\"}\n";
  EXPECT_EQ(Show(content), "1: |A|||||| ; 3: |B|||||| 2!");
}

TEST_F(JsonLinesReaderTest, AMissingFileIsAProblem) {
  RecordingSink found;
  ReadJsonLines(FileAt(Path("tidak-ada.jsonl")), found.sink());
  ASSERT_EQ(found.problems.size(), 1U);
  EXPECT_TRUE(found.problems[0].skipped);
}

}  // namespace
}  // namespace warta
