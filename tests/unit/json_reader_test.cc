#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/utf8.h"
#include "indexer/readers/json.h"
#include "tests/unit/show_reading.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// Articles as "line: id|title|body|source|category|author|url|date", problems as "line!" (skipped)
// or "line~" (mended).
std::string Show(std::string_view content) {
  const RecordingSink found = ReadBytes(ReadJson, std::string(content));
  std::string shown;
  for (const Article& a : found.articles) {
    EXPECT_TRUE(IsValidUtf8(a.id + a.title + a.body + a.source + a.category + a.author + a.url));
    EXPECT_EQ(a.date_source, a.date ? DateSource::kField : DateSource::kNone);
    shown += shown.empty() ? "" : " ; ";
    shown += std::to_string(a.line) + ": " + a.id + '|' + a.title + '|' + a.body + '|' + a.source +
             '|' + a.category + '|' + a.author + '|' + a.url + '|' +
             (a.date ? FormatIso(*a.date) : "");
  }
  for (const Problem& p : found.problems)
    shown += ' ' + std::to_string(p.line) + (p.skipped ? "!" : "~");
  return shown;
}

TEST(JsonReaderTest, FieldsUnderAllTheirNames) {
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
      {R"({"title":["x"],"judul":"J"})", "1: |x||||||"},
      {R"({"body":"B"})", "1: ||B|||||"},
  };
  ExpectShown(kCases, Show);
}

TEST(JsonReaderTest, OnlyTheIdMayBeANumber) {
  constexpr TextCase kCases[] = {
      {R"({"title":123,"judul":"J"})", "1: |J||||||"},
      {R"({"title":"J","author":7,"penulis":"A"})", "1: |J||||A||"},
      {R"({"title":"J","source":7})", "1: |J||||||"},
      {R"({"title":5})", " 1!"},
  };
  ExpectShown(kCases, Show);
}

TEST(JsonReaderTest, ANameWithBlanksOnlyHoldsNoText) {
  constexpr TextCase kCases[] = {
      {R"({"title":"  ","judul":"J"})", "1: |J||||||"},
      {R"({"title":" \n ","body":"\t"})", " 1!"},
  };
  ExpectShown(kCases, Show);
}

TEST(JsonReaderTest, TextIsCleanedAndAllButTheBodyIsOneLine) {
  constexpr TextCase kCases[] = {
      {R"({"title":" J\nK ","body":" satu \n\n dua ","author":"A\nB"})",
       "1: |J K|satu\ndua|||A B||"},
      {R"({"title":"J\u0000K\u001b[31m"})", "1: |J K [31m||||||"},
      {R"({"title":"Jum\u0092at e\u0301\ufeff\uffff Jum\u00e2\u20ac\u2122at"})",
       "1: |Jum\u2019at \u00E9 Jum\u2019at||||||"},
      {"{\"title\":\"a\u2028b\"}", "1: |a\u2028b||||||"},
      {R"({"title":"caf\u00e9 \ud83d\ude00"})", "1: |caf\u00E9 \U0001F600||||||"},
  };
  ExpectShown(kCases, Show);
}

TEST(JsonReaderTest, DatesAreReadInTheFormsThatExportsUse) {
  constexpr TextCase kCases[] = {
      {R"({"title":"J","date":"7 Februari 2022"})", "1: |J||||||2022-02-07"},
      {R"({"title":"J","date":"Senin, 07/02/2022 10:15 WIB"})", "1: |J||||||2022-02-07"},
      {R"({"title":"J","date":"20220207"})", "1: |J||||||2022-02-07"},
      {R"({"title":"J","date":"Februari 2022"})", "1: |J||||||"},
      {R"({"title":"J","date":"2022-02-31"})", "1: |J||||||"},
      {R"({"title":"J","date":20220207})", "1: |J||||||2022-02-07"},
      {R"({"title":"J","date":1644203700})", "1: |J||||||2022-02-07"},
      {R"({"title":"J","date":"2022-02-07 08:00"})", "1: |J||||||2022-02-07"},
  };
  ExpectShown(kCases, Show);
}

TEST(JsonReaderTest, ABrokenLineCostsOnlyItself) {
  constexpr TextCase kCases[] = {
      {"{\"title\":\"A\"}\nrusak\n{\"title\":\"B\"}\n", "1: |A|||||| ; 3: |B|||||| 2!"},
      {"{\"title\":\"A\"}\n{\"title\":\"B\"\n", "1: |A|||||| 2!"},
      {"{\"title\":\"A\"} x\n", " 1!"},
      {"rusak\n{\"title\":\"B\"}\n", "2: |B|||||| 1!"},
      {"\"x\"\n7\nnull\n[1]\n", " 1! 2! 3! 4!"},
      {"{}\n{\"url\":\"U\"}\n", " 1! 2!"},
      {"{\"title\":1e999}\n{\"title\":\"B\"}\n", "2: |B|||||| 1!"},
  };
  ExpectShown(kCases, Show);
}

TEST(JsonReaderTest, LineEndsAndEmptyLines) {
  constexpr TextCase kCases[] = {
      {"\n{\"title\":\"A\"}\r\n \t\r\n{\"title\":\"B\"}", "2: |A|||||| ; 4: |B||||||"},
      {"", " 0!"},
  };
  ExpectShown(kCases, Show);
}

TEST(JsonReaderTest, OtherEncodingsAreMendedByLine) {
  constexpr TextCase kCases[] = {
      {"{\"title\":\"caf\xE9\"}\n{\"title\":\"caf\u00E9\"}\n",
       "1: |caf\u00E9|||||| ; 2: |caf\u00E9|||||| 1~"},
      {"{\"title\":\"\u00E9\xFF\"}\n", "1: |\u00E9\uFFFD|||||| 1~"},
  };
  ExpectShown(kCases, Show);
}

TEST(JsonReaderTest, DeepNestingIsOneBrokenLine) {
  const std::string deep = "{\"a\":" + std::string(200'000, '[') + "\n";
  EXPECT_EQ(Show(deep + "{\"title\":\"B\"}\n"), "2: |B|||||| 1!");
  const std::string closed = std::string(100'000, '[') + std::string(100'000, ']');
  EXPECT_EQ(Show("{\"title\":\"A\",\"x\":" + closed + "}\n{\"title\":\"B\"}\n"), "2: |B|||||| 1!");
}

TEST(JsonReaderTest, ALineTooLongCostsOnlyItself) {
  std::string content = "{\"title\":\"A\"}\n{\"title\":\"";
  content.append(kMaxRecordBytes, 'x');
  content += "\"}\n{\"title\":\"B\"}\n";
  EXPECT_EQ(Show(content), "1: |A|||||| ; 3: |B|||||| 2!");
}

TEST(JsonReaderTest, Documents) {
  constexpr TextCase kCases[] = {
      {"[{\"title\":\"A\"},\n {\"title\":\"B\"}]", "1: |A|||||| ; 2: |B||||||"},
      {"[{\"title\":\"A\"},{\"x\":1},{\"title\":\"C\"}]", "1: |A|||||| ; 3: |C|||||| 2!"},
      {"{\n  \"title\": \"A\",\n  \"body\": \"B\"\n}\n", "1: |A|B|||||"},
      {"{\"status\":\"ok\",\"articles\":[{\"title\":\"A\",\"content\":\"B\"},"
       "{\"title\":\"C\",\"content\":\"D\"}]}",
       "1: |A|B||||| ; 2: |C|D|||||"},
      {"{\n\"data\": {\"items\": [{\"judul\": \"A\", \"isi\": \"B\"}]}\n}", "1: |A|B|||||"},
      // Pictures have titles too.
      {"{\"title\":\"A\",\"gambar\":[{\"title\":\"Foto\"}]}", "1: |A||||||"},
      {"[]", " 0!"},
      {"[1, 2]", " 0!"},
      {"[{\"title\":\"A\"}", "1: |A|||||| 2!"},
  };
  ExpectShown(kCases, Show);
}

TEST(JsonReaderTest, TextOneLevelDeeper) {
  constexpr TextCase kCases[] = {
      {R"({"title":{"rendered":"A &#8211; B"},"content":{"rendered":"<p>Satu.</p><p>Dua.</p>"}})",
       "1: |A \u2013 B|Satu.\nDua.|||||"},
      {R"({"title":"A","source":{"id":null,"name":"Kabar Pagi"},"author":["Ani","Budi"]})",
       "1: |A||Kabar Pagi||Ani, Budi||"},
      {R"({"_id":{"$oid":"5f"},"title":"A","date":{"$date":"2022-02-07T03:15:00Z"}})",
       "1: 5f|A||||||2022-02-07"},
      {R"({"_index":"berita","_id":"7","_source":{"judul":"A","isi":["Satu.","Dua."]}})",
       "1: 7|A|Satu.\nDua.|||||"},
      {R"({"title":"A","publisher":[{"name":"S"},{"name":"T"}]})", "1: |A||S, T||||"},
  };
  ExpectShown(kCases, Show);
}

TEST(JsonReaderTest, HtmlInFieldsBecomesText) {
  constexpr TextCase kCases[] = {
      {R"({"title":"A &amp; B","body":"<div><p>Satu <b>dua</b>.</p><script>x</script><p>Tiga.</p></div>"})",
       "1: |A & B|Satu dua.\nTiga.|||||"},
      {R"({"title":"A","body":"Satu <i>dua</i>.\nTiga &quot;empat&quot;."})",
       "1: |A|Satu dua.\nTiga \"empat\".|||||"},
      {R"({"title":"A","body":"Nilai x < y & z > 1."})", "1: |A|Nilai x < y & z > 1.|||||"},
      {R"({"title":"AT&T; B","body":"A&B;"})", "1: |AT&T; B|A&B;|||||"},
  };
  ExpectShown(kCases, Show);
}

TEST(JsonReaderTest, WhatJsonForbidsIsMended) {
  constexpr TextCase kCases[] = {
      {"{\"title\":\"A\",\"nilai\":NaN,\"x\":[-Infinity]}", "1: |A||||||"},
      {"{\"title\":\"A\\ud83d B\"}", "1: |A\uFFFD B||||||"},
      {"{\"title\":\"A\\udc00\"}", "1: |A\uFFFD||||||"},
      {"{\"title\":\"A\tB\"}", "1: |A B||||||"},
      {"{\"title\":\"NaN \\u00e9 \\\\ud800\"}", "1: |NaN \u00E9 \\ud800||||||"},
  };
  ExpectShown(kCases, Show);
}

TEST(JsonReaderTest, AWrapperLargerThanARecordIsReadInPieces) {
  std::string content = "{\"status\":\"ok\",\"articles\":[";
  const std::string body(20'000, 'x');
  for (int i = 0; i < 600; ++i) {
    content += (i > 0 ? "," : "") + ("{\"title\":\"A" + std::to_string(i)) + "\",\"body\":\"" +
               body + "\"}";
  }
  const RecordingSink found = ReadBytes(ReadJson, content + "]}", 65'536);
  ASSERT_EQ(found.articles.size(), 600U);
  EXPECT_EQ(found.articles[599].title, "A599");
  EXPECT_EQ(found.articles[599].line, 600U);
  EXPECT_TRUE(found.problems.empty());
}

TEST(JsonReaderTest, BlocksMakeNoDifference) {
  const std::string lines =
      "{\"title\":\"A\",\"body\":\"B \\\" C\"}\r\n\nrusak\n{\"title\":\"caf\u00E9\"}\n";
  const std::string document = "[" + std::string("{\"title\":\"A\\\"]\"}, {\"title\":\"B\"}") + "]";
  for (const std::string& text : {lines, document}) {
    const RecordingSink whole = ReadBytes(ReadJson, text);
    for (const std::size_t block : {1U, 2U, 5U, 11U}) {
      const RecordingSink found = ReadBytes(ReadJson, text, block);
      EXPECT_EQ(found.articles, whole.articles) << block;
      EXPECT_EQ(found.problems.size(), whole.problems.size()) << block;
    }
  }
}

TEST(JsonReaderTest, AFaultOfTheStreamIsAProblem) {
  StringStream stream("{\"title\":\"A\"}\n{\"ti", 5, "gangguan");
  Input input(stream);
  RecordingSink found;
  ReadJson(input, found.sink());
  EXPECT_EQ(found.articles.size(), 1U);
  ASSERT_EQ(found.problems.size(), 1U);
  EXPECT_EQ(found.problems[0].message, "gangguan");
  EXPECT_EQ(found.problems[0].line, 2U);
}

}  // namespace
}  // namespace warta
