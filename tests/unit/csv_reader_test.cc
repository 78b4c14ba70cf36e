#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "indexer/readers/csv.h"
#include "tests/unit/random.h"
#include "tests/unit/show_reading.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

using namespace std::string_literals;

std::string Show(std::string_view content) {
  return ShowReading(ReadBytes(ReadCsv, content));
}

std::string Message(std::string_view content) {
  const RecordingSink found = ReadBytes(ReadCsv, content);
  return found.problems.empty() ? "" : found.problems.front().message;
}

TEST(CsvReader, ColumnsAreFoundByTheirNames) {
  constexpr TextCase kCases[] = {
      {"id,title,body,source,category,author,url,date\nx1,J,B,S,C,A,U,2022-02-07\n",
       "2: x1|J|B|S|C|A|U|2022-02-07"},
      {"tanggal,judul,isi\n2022-02-07,J,B\n", "2: |J|B|||||2022-02-07"},
      {"Judul,Isi,Jumlah Kata\nJ,B,17\n", "2: |J|B|||||"},
      {",judul,isi\n0,J,B\n1,K,C\n", "2: |J|B||||| ; 3: |K|C|||||"},
      {"judul\nJ\nK\n", "2: |J|||||| ; 3: |K||||||"},
      {"\"judul\",\"isi\"\n\"J\",\"B\"\n", "2: |J|B|||||"},
      {"judul, isi\nJ, B\n", "2: |J|B|||||"},
  };
  ExpectShown(kCases, Show);
}

TEST(CsvReader, TheSeparatorIsTheOneThatFitsTheFirstRow) {
  constexpr TextCase kCases[] = {
      {"judul;isi\nJ, K;B\n", "2: |J, K|B|||||"},
      {"judul\tisi\nJ, K\tB; C\n", "2: |J, K|B; C|||||"},
      {"judul|isi\nJ|B\n", "2: |J|B|||||"},
      {"sep=;\njudul;isi\nJ;B\n", "3: |J|B|||||"},
      {"sep=;\r\njudul;isi\r\nJ;B\r\n", "3: |J|B|||||"},
      {"\xEF\xBB\xBFsep=,\njudul,isi\nJ,B\n", "3: |J|B|||||"},
      {"\xEF\xBB\xBFjudul,isi\nJ,B\n", "2: |J|B|||||"},
      {"\xEF\xBB\xBF\"judul\",isi\nJ,B\n", "2: |J|B|||||"},
      {"\tjudul\tisi\n0\tJ\tB\n", "2: |J|B|||||"},
  };
  ExpectShown(kCases, Show);
}

TEST(CsvReader, AnArticlesLineIsWhereItsRowStarts) {
  constexpr TextCase kCases[] = {
      {"judul,isi\n\"J\",\"satu\ndua\n\ntiga\"\nK,C\n",
       "2: |J|satu / dua / tiga||||| ; 6: |K|C|||||"},
      {"judul,isi\r\nJ,\"satu\r\ndua\"\r\n\r\nK,C\r\n", "2: |J|satu / dua||||| ; 5: |K|C|||||"},
      {"\n\njudul,isi\n\n  \nJ,B", "6: |J|B|||||"},
      {"judul,isi\rJ,B\rK,C\r", "2: |J|B||||| ; 3: |K|C|||||"},
      {"judul,isi\nJ\rK,B\n", "2: |J K|B|||||"},
  };
  ExpectShown(kCases, Show);
}

TEST(CsvReader, QuotesAreTakenAsTheyCome) {
  constexpr TextCase kCases[] = {
      {"judul,isi\n\"Kata \"\"siap\"\" itu\",B\n", "2: |Kata \"siap\" itu|B|||||"},
      {"judul,isi\nKata \"siap\" itu,B\n", "2: |Kata \"siap\" itu|B|||||"},
      {"judul,isi\n\"Kata \"siap\" itu\",B\n", "2: |Kata \"siap\" itu|B|||||"},
      {"judul,isi\n \"J\" , \"B\" \n", "2: |J|B|||||"},
      {"judul,isi\n\"\",\"B\"\n", "2: ||B|||||"},
  };
  ExpectShown(kCases, Show);
}

TEST(CsvReader, RowsMayBeShorterOrLongerThanTheFirst) {
  constexpr TextCase kCases[] = {
      {"judul,isi,sumber\nJ\nK,B\nL,C,S,lebih,banyak\n",
       "2: |J|||||| ; 3: |K|B||||| ; 4: |L|C|S||||"},
      {"judul,isi,url\n,,u\nJ,B,v\n", "3: |J|B||||v| 2!"},
      {"judul,isi\n,\n", " 2!"},
  };
  ExpectShown(kCases, Show);
}

TEST(CsvReader, WhatIsNoTableOfArticlesIsOneProblem) {
  constexpr TextCase kCases[] = {
      {"", " 0!"},
      {"\n \n", " 0!"},
      {"judul,isi\n", " 0!"},
      {"judul,isi", " 0!"},
      {"nama,umur\nBudi,7\nSiti,8\n", " 1!"},
      {"url,tanggal\nu,2022-02-07\n", " 1!"},
      {"\"judul,isi\nJ,B\n", " 1!"},
  };
  ExpectShown(kCases, Show);
  EXPECT_EQ(Message("nama,umur\nBudi,7\n"),
            "has no column for the title or the text, but: nama, umur");
}

TEST(CsvReader, RowsInOtherEncodingsAreMendedByThemselves) {
  constexpr TextCase kCases[] = {
      {"judul,isi\nKaf\xE9,\"satu\ndua\xE9\"\nKaf\u00E9,B\n",
       "2: |Kaf\u00E9|satu / dua\u00E9||||| ; 4: |Kaf\u00E9|B||||| 2~"},
      {"judul,isi,catatan\nJ,B,\xE9\n", "2: |J|B|||||"},
  };
  ExpectShown(kCases, Show);
}

TEST(CsvReader, AStrayQuoteCostsOnlyItsRow) {
  constexpr TextCase kCases[] = {
      // To the end of the file; what cannot be told from lines of a text is lost.
      {"judul,isi\nJ,B\n\"K,C\nL,D\n", "2: |J|B||||| 3!"},
      {"id,judul,isi\n1,J,B\n2,\"K,C\n3,L,D\nkata, kata, kata\n4,M,E\n",
       "2: 1|J|B||||| ; 3: 2|\"K|C||||| ; 4: 3|L|D||||| ; 6: 4|M|E|||||"},
      {"id,judul,isi\n1,J,B\n2,\"K\n3,L,D\n", "2: 1|J|B||||| ; 4: 3|L|D||||| 3!"},
      // To another quote.
      {"id\tjudul\tisi\n1\t\"Siap,\" katanya\tB\n2\tK\tC\n3\t\"L\"\tD\n4\tM\tE\n",
       "2: 1|\"Siap,\" katanya|B||||| ; 3: 2|K|C||||| ; 4: 3|L|D||||| ; 5: 4|M|E|||||"},
      // A text with commas and a row too long is no row of several.
      {"id,judul,isi\n1,J,\"Klasemen \"\"akhir\"\":\n1,Persib,30\"\n2,K,C\n",
       "2: 1|J|Klasemen \"akhir\": / 1,Persib,30||||| ; 4: 2|K|C|||||"},
      {"id,judul,isi\n1,J,\"satu, dua\ntiga, empat, lima\",x\n2,K,C\n",
       "2: 1|J|satu, dua / tiga, empat, lima||||| ; 4: 2|K|C|||||"},
      // Cut in the middle of a text.
      {"id,judul,isi\n1,J,B\n2,K,\"satu, dua\ntiga, empat, lima\nenam, tu", "2: 1|J|B||||| 3!"},
  };
  ExpectShown(kCases, Show);
}

TEST(CsvReader, ARowTooLargeCostsOnlyItself) {
  const std::string large(kMaxRecordBytes, 'x');
  EXPECT_EQ(Show("judul,isi\nJ,B\nK," + large + "\nL,D\n"), "2: |J|B||||| ; 4: |L|D||||| 3!");
  EXPECT_EQ(Show("judul,isi\nJ,B\nK," + large), "2: |J|B||||| 3!");
  EXPECT_EQ(Show("judul,isi," + large + "\nJ,B\n"), " 1!");
  std::string lines = "id,judul,isi\n1,J,\"";
  for (int i = 0; i < 300'000; ++i) lines += "sebaris kata, yang, berkoma, dan titik.\n";
  EXPECT_EQ(Show(lines + "\"\n2,K,C\n3,L,D\n"), "300003: 2|K|C||||| ; 300004: 3|L|D||||| 2!");
}

TEST(CsvReader, QuotesInEveryRowOfALargeTableEndQuickly) {
  std::string rows = "id,judul,isi\n";
  for (int i = 0; i < 400'000; ++i) rows += "x,\"kata tanpa akhir kutipan\n";
  const RecordingSink found = ReadBytes(ReadCsv, rows);
  EXPECT_TRUE(found.articles.empty());
  EXPECT_FALSE(found.problems.empty());
}

TEST(CsvReader, HostileTables) {
  std::string wide;
  for (int i = 0; i < 100'000; ++i) wide += "k" + std::to_string(i) + ",";
  EXPECT_EQ(Show(wide + "judul\n" + wide + "J\n"), " 1!");
  EXPECT_EQ(Show("judul," + wide + "\nJ," + wide + "\n"), "2: |J||||||");
  EXPECT_EQ(Show("judul,isi\nJ," + std::string(1'000'000, ',') + "\nK,C\n"),
            "2: |J|||||| ; 3: |K|C|||||");
  EXPECT_EQ(Show("judul,isi\nJ\0K,B\n"s), "2: |J K|B|||||");
  EXPECT_EQ(Show(std::string(100'000, '"')), " 1!");
  EXPECT_EQ(Show(std::string(100'000, '\r')), " 0!");
  EXPECT_EQ(Show("\0\0\0\0"s), " 1!");
}

TEST(CsvReader, ADamagedFileGivesTheRowsBeforeTheDamage) {
  EXPECT_EQ(ShowReading(ReadBytes(ReadCsv, "judul,isi\nJ,B\nK,C", 4, "is damaged")),
            "2: |J|B||||| 3!");
  EXPECT_EQ(ShowReading(ReadBytes(ReadCsv, "judul,isi\nJ,B\n\"K\nL", 4, "is damaged")),
            "2: |J|B||||| 4!");
  EXPECT_EQ(ShowReading(ReadBytes(ReadCsv, "", 4, "is damaged")), " 0!");
}

TEST(CsvReader, BordersOfBlocksChangeNothing) {
  Random random(20220207);
  constexpr std::string_view kParts[] = {
      ",",    "\"",     "\n",      "\r\n",           "\r",        ";", "\t", "J", "7", " ", "\"\"",
      "\xE9", "\u00E9", "1,J,B\n", "2,\"K\nL\",C\n", "kata, kata"};
  constexpr std::string_view kHeaders[] = {"id,judul,isi\n", "\xEF\xBB\xBFid;judul;isi\r\n",
                                           "sep=,\r\nid,judul,isi\r\n", "id\tjudul\tisi\n", ""};
  for (int round = 0; round < 1000; ++round) {
    std::string content(random.Pick(kHeaders));
    for (std::size_t left = random.Below(30); left > 0; --left) content += random.Pick(kParts);
    const std::string whole = Show(content);
    EXPECT_FALSE(whole.empty()) << content;
    for (const std::size_t block : {1U, 2U, 3U, 7U}) {
      EXPECT_EQ(ShowReading(ReadBytes(ReadCsv, content, block)), whole) << content;
    }
  }
}

TEST(HasCsvHeader, KnowsTablesFromHeadlines) {
  constexpr std::string_view kTables[] = {
      "judul,isi\n",
      "\"judul\",\"isi\"\r\n",
      "id;title;text;word_count\n",
      "title\ttext\r",
      "url|judul|isi\n",
      ",title,text\n",
      "unnamed: 0,title,text\n",
      "sep=;\r\njudul;isi\r\n",
      "title,text,label.1,a-b,x/y",
  };
  for (const std::string_view head : kTables) EXPECT_TRUE(HasCsvHeader(head)) << head;
  constexpr std::string_view kOthers[] = {
      "",
      "judul\nisi\n",
      "judul, isi, dan sumber berita hoaks\n",
      "judul, isi\n",
      "judul,isi,dan sumber berita hoaks\n",
      "judul,headline\n",
      "url,tanggal\n",
      "file\ttitle\tdate\turl\n",
      "id,judul?\n",
      "jakarta, kompas.com - isi berita\n",
      "sep=;\n",
      "title,te",  // cut: nobody knows
  };
  for (const std::string_view head : kOthers) EXPECT_FALSE(HasCsvHeader(head)) << head;
}

}  // namespace
}  // namespace warta
