#include <ostream>
#include <sstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "searcher/render/render.h"
#include "tests/line_fields.h"

namespace warta {
namespace {

std::string Row(Table table, const Hit& hit, std::string_view id = "") {
  std::ostringstream out;
  RenderTableRow(table, hit, id, out);
  return out.str();
}

Hit MakeHit() {
  Hit hit;
  hit.rank = 2;
  hit.score = 1.5;
  hit.article.id = "kp-1";
  hit.article.path = "/arsip/a.zip";
  hit.article.member = "2022/a.jsonl";
  hit.article.line = 17;
  hit.article.title = "Harga beras";
  hit.article.source = "Warta";
  hit.article.category = "Ekonomi";
  hit.article.author = "Sari";
  hit.article.url = "https://berita.example/17";
  hit.article.date = MakeDate(2022, 2, 7);
  hit.snippet.text = "Beras naik.";
  hit.copies.resize(3);
  return hit;
}

TEST(RenderTable, AHeaderAndAColumnForEachOfItsNames) {
  std::ostringstream out;
  RenderTableHeader(Table::kCsv, out);
  EXPECT_EQ(out.str(),
            "query,rank,score,title,date,published,source,category,author,url,path,member,line,id,"
            "copies,snippet\n");
  EXPECT_EQ(Row(Table::kCsv, MakeHit(), "q1"),
            "q1,2,1.500000,Harga beras,2022-02-07,2022-02-07,Warta,Ekonomi,Sari,"
            "https://berita.example/17,/arsip/a.zip,2022/a.jsonl,17,kp-1,3,Beras naik.\n");
}

TEST(RenderTable, WhatIsNotKnownIsEmpty) {
  Hit hit;
  hit.rank = 1;
  hit.article.id = "a";
  EXPECT_EQ(Row(Table::kTsv, hit), "\t1\t0.000000\t\t\t\t\t\t\t\t\t\t\ta\t0\t\n");
}

struct CellCase {
  std::string_view title;
  std::string_view csv;
  std::string_view tsv;
};

void PrintTo(const CellCase& c, std::ostream* out) {
  *out << ::testing::PrintToString(c.title);
}

// What the title of a hit with nothing else becomes.
std::string TitleCell(Table table, std::string_view title) {
  Hit hit;
  hit.article.title = title;
  const std::string before = table == Table::kCsv ? ",0,0.000000," : "\t0\t0.000000\t";
  const std::string after =
      table == Table::kCsv ? ",,,,,,,,,,,0,\n" : "\t\t\t\t\t\t\t\t\t\t\t0\t\n";
  const std::string row = Row(table, hit);
  EXPECT_TRUE(row.starts_with(before) && row.ends_with(after)) << row;
  return row.substr(before.size(), row.size() - before.size() - after.size());
}

TEST(RenderTable, CellsDoNothingWhateverReadsThem) {
  constexpr CellCase kCases[] = {
      {"Harga beras", "Harga beras", "Harga beras"},
      {"a, b", "\"a, b\"", "a, b"},
      {"kata \"dia\"", "\"kata \"\"dia\"\"\"", "kata \"dia\""},
      {"a\tb\nc\rd", "a b c d", "a b c d"},
      {"a\x1B[31mb\u202Ec\u0085\u2028d", "a [31mbc  d", "a [31mbc  d"},
      // Formulas (OWASP, CSV injection), also behind spaces and quotation marks.
      {"=1+1", "'=1+1", "'=1+1"},
      {"+62 812", "'+62 812", "'+62 812"},
      {"-1", "'-1", "'-1"},
      {"@SUM(A1)", "'@SUM(A1)", "'@SUM(A1)"},
      {"|calc", "'|calc", "'|calc"},
      {"%0A=1", "'%0A=1", "'%0A=1"},
      {"  =1", "'  =1", "'  =1"},
      {"\t=1", "' =1", "' =1"},
      {"\r=1", "' =1", "' =1"},
      {"\"=1", "\"'\"\"=1\"", "'\"=1"},
      {"'=1", "''=1", "''=1"},
      {"\u202E=1", "'=1", "'=1"},
      {"\u00A0=1", "'\u00A0=1", "'\u00A0=1"},
      {"\uFEFF\u200B=1", "'\uFEFF\u200B=1", "'\uFEFF\u200B=1"},
      {"\uFF1D1", "'\uFF1D1", "'\uFF1D1"},
      {"\uFF0B\uFF0D\uFF20", "'\uFF0B\uFF0D\uFF20", "'\uFF0B\uFF0D\uFF20"},
      {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
       "'=HYPERLINK(\"x\",\"y\")"},
      // No formulas.
      {"2-1 untuk Persija", "2-1 untuk Persija", "2-1 untuk Persija"},
      {"'Jumat' = hari", "'Jumat' = hari", "'Jumat' = hari"},
      {"", "", ""},
      {"  ", "  ", "  "},
  };
  for (const CellCase& c : kCases) {
    EXPECT_EQ(TitleCell(Table::kCsv, c.title), c.csv) << ::testing::PrintToString(c);
    EXPECT_EQ(TitleCell(Table::kTsv, c.title), c.tsv) << ::testing::PrintToString(c);
  }
}

TEST(RenderTable, EveryCellOfTextIsGuarded) {
  Hit hit = MakeHit();
  for (std::string* text : {&hit.article.id, &hit.article.path, &hit.article.member,
                            &hit.article.title, &hit.article.source, &hit.article.category,
                            &hit.article.author, &hit.article.url, &hit.snippet.text}) {
    *text = "=\n1";
  }
  EXPECT_EQ(Row(Table::kCsv, hit, "=q"),
            "'=q,2,1.500000,'= 1,2022-02-07,2022-02-07,'= 1,'= 1,'= 1,'= 1,'= 1,'= 1,17,'= 1,3,"
            "'= 1\n");
}

TEST(RenderTable, EveryFieldHasACell) {
  for (const auto line : kLineFields) {
    Hit hit;
    hit.article.*line = "di sini";
    EXPECT_NE(Row(Table::kCsv, hit, "").find("di sini"), std::string::npos);
  }
}

TEST(RenderPath, ExactlyItsBytes) {
  Hit hit;
  hit.article.path = "/arsip/\xFF\x1B b\n.txt";
  std::ostringstream out;
  RenderPath(hit, '\0', out);
  EXPECT_EQ(out.str(), hit.article.path + '\0');
}

}  // namespace
}  // namespace warta
