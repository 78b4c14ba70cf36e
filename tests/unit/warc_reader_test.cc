#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "indexer/readers/warc.h"
#include "tests/unit/show_reading.h"

namespace warta {
namespace {

// Articles as "member: title|url", problems behind them as "!member".
std::string ShowCrawl(const RecordingSink& found) {
  std::string shown;
  for (const Article& a : found.articles) {
    EXPECT_EQ(a.line, 0U);
    EXPECT_FALSE(a.date);
    shown += shown.empty() ? "" : " ; ";
    shown += a.member + ": " + a.title + '|' + a.url;
  }
  for (const Problem& p : found.problems) shown += std::string(p.skipped ? " !" : " ~") + p.member;
  return shown;
}

std::string Show(std::string_view content) {
  return ShowCrawl(ReadBytes(ReadWarc, content));
}

// A page with enough text to be an article.
std::string Page(std::string_view title) {
  std::string page = "<!DOCTYPE html><html><head><title>" + std::string(title) +
                     "</title></head><body><article><h1>" + std::string(title) + "</h1>";
  for (int i = 0; i < 4; ++i) {
    page +=
        "<p>Harga beras di pasar induk turun sejak awal pekan ini, kata kepala dinas perdagangan "
        "kepada para wartawan yang menemuinya di kantor, setelah pasokan dari daerah datang.</p>";
  }
  return page + "</article></body></html>";
}

// A page of links.
std::string FrontPage() {
  return "<!DOCTYPE html><html><body><ul><li><a href=\"/1\">Satu</a></li></ul></body></html>";
}

std::string Record(std::string_view type, std::string_view uri, std::string_view block,
                   std::string_view content_type = "application/http; msgtype=response") {
  return "WARC/1.0\r\nWARC-Type: " + std::string(type) +
         "\r\nWARC-Target-URI: " + std::string(uri) +
         "\r\nWARC-Date: 2022-02-07T03:00:00Z\r\nContent-Type: " + std::string(content_type) +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + std::string(block) +
         "\r\n\r\n";
}

std::string Answer(std::string_view body, std::string_view headers = "Content-Type: text/html\r\n",
                   std::string_view status = "200 OK") {
  return "HTTP/1.1 " + std::string(status) + "\r\n" + std::string(headers) + "\r\n" +
         std::string(body);
}

std::string PageRecord(std::string_view uri, std::string_view title) {
  return Record("response", uri, Answer(Page(title)));
}

TEST(WarcReader, PagesThatWereAnsweredAreArticles) {
  EXPECT_EQ(Show(Record("warcinfo", "", "software: x", "application/warc-fields") +
                 Record("request", "https://a.id/1", "GET / HTTP/1.1\r\n\r\n") +
                 PageRecord("https://a.id/1", "Satu") + PageRecord("https://a.id/dua/", "Dua") +
                 PageRecord("<https://a.id/3>", "Tiga") + PageRecord("https://a.id/1", "Satu") +
                 Record("metadata", "https://a.id/1", "x: y", "application/warc-fields")),
            "https://a.id/1: Satu|https://a.id/1 ; https://a.id/dua/: Dua|https://a.id/dua/ ; "
            "https://a.id/3: Tiga|https://a.id/3 ; https://a.id/1: Satu|https://a.id/1");
}

TEST(WarcReader, WhatIsNoPageIsPassedOver) {
  const std::string others =
      Record("response", "u",
             Answer("", "Location: v\r\nContent-Type: text/html\r\n", "301 Moved")) +
      Record("response", "u",
             Answer(Page("Tidak"), "Content-Type: text/html\r\n", "404 Not Found")) +
      Record("response", "u", Answer("GIF89a", "Content-Type: image/gif\r\n")) +
      Record("response", "u", Answer("{\"title\":\"J\"}", "Content-Type: application/json\r\n")) +
      Record("response", "u", Answer("tanpa jenis", "")) +
      Record("response", "dns:a.id", "20220207\r\na.id. 1 IN A 1.2.3.4", "text/dns") +
      Record("revisit", "u", Answer(Page("Lagi"))) + Record("response", "u", "") +
      Record("conversion", "u", "Judul\nIsi", "text/plain") +
      Record("response", "https://a.id/", Answer(FrontPage()));
  EXPECT_EQ(Show(others), " !");
  EXPECT_EQ(Show(others + PageRecord("https://a.id/1", "Satu") + others),
            "https://a.id/1: Satu|https://a.id/1");
}

TEST(WarcReader, PagesWithoutATypeAreKnownByTheirBeginning) {
  EXPECT_EQ(Show(Record("response", "u", Answer(Page("Satu"), ""))), "u: Satu|u");
}

TEST(WarcReader, ResourcesAreHeldAsTheyAre) {
  EXPECT_EQ(Show(Record("resource", "file:///1.html", Page("Satu"), "text/html; charset=utf-8") +
                 Record("resource", "file:///1.png", "x", "image/png")),
            "file:///1.html: Satu|file:///1.html");
}

TEST(WarcReader, ChunksAndCharsetsAreUndone) {
  const std::string page = Page("Kaf\xE9");
  const std::string half = page.substr(0, 0xFF);
  EXPECT_EQ(Show(Record("response", "u",
                        Answer("ff\r\n" + half + "\r\nffff\r\n" + page.substr(0xFF),
                               "Content-Type: text/html; charset=iso-8859-1\r\n"
                               "Transfer-Encoding: chunked\r\n"))),
            "u: Kaf\u00E9|u");
}

TEST(WarcReader, OtherVersionsAndFormsOfHeads) {
  const std::string block = Answer(Page("Satu"));
  EXPECT_EQ(Show("WARC/0.17\nwarc-type: response\nwarc-target-uri: u\ncontent-length: " +
                 std::to_string(block.size()) + "\n\n" + block + "\n\n"),
            "u: Satu|u");
  EXPECT_EQ(Show("WARC/1.1\r\nWARC-Type:\r\n response\r\nWARC-Target-URI: u\r\nContent-Length: " +
                 std::to_string(block.size()) + "\r\n\r\n" + block),
            "u: Satu|u");
}

TEST(WarcReader, PackedInAnUnknownWayIsAProblemOfThePage) {
  EXPECT_EQ(Show(Record("response", "u",
                        Answer("\x0B\x02\x80",
                               "Content-Type: text/html\r\n"
                               "Content-Encoding: br\r\n")) +
                 PageRecord("v", "Dua")),
            "v: Dua|v !u");
}

TEST(WarcReader, WhatIsDamagedCostsOnlyItself) {
  const std::string good = PageRecord("u", "Satu");
  EXPECT_EQ(Show(good + "rusak\r\nrusak\r\n" + good), "u: Satu|u ; u: Satu|u !");
  for (const std::string_view length :
       {"", "Content-Length: \r\n", "Content-Length: -5\r\n", "Content-Length: 5x\r\n",
        "Content-Length: 99999999999999999999\r\n", "Content-Length: 9999999999999999\r\n"}) {
    EXPECT_EQ(Show("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: v\r\n" +
                   std::string(length) + "\r\nrusak\r\n\r\n" + good),
              "u: Satu|u !v")
        << length;
  }
  EXPECT_EQ(Show("WARC/1.0\r\n" + std::string(200'000, 'x') + "\r\n\r\n" + good), "u: Satu|u !");
  // Too short, and too long up to the end.
  std::string wrong = good;
  wrong.replace(wrong.find("Content-Length: ") + 16, 3, "10\r\nX: ");
  EXPECT_EQ(Show(wrong + good), "u: Satu|u !");
  EXPECT_EQ(Show(good + "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 1099511627776\r\n\r\nx"),
            "u: Satu|u !");
}

TEST(WarcReader, AFileThatIsCutGivesThePagesBefore) {
  const std::string two = PageRecord("u", "Satu") + PageRecord("v", "Dua");
  EXPECT_EQ(Show(two.substr(0, two.size() - 100)), "u: Satu|u !v");
  EXPECT_EQ(ShowCrawl(ReadBytes(ReadWarc, two.substr(0, two.size() - 100), 64, "is damaged")),
            "u: Satu|u !v");
  EXPECT_EQ(Show(PageRecord("u", "Satu") + "WARC/1.0\r\nWARC-Type: res"), "u: Satu|u !");
  EXPECT_EQ(Show(""), " !");
  EXPECT_EQ(Show("\r\n\r\n"), " !");
}

TEST(WarcReader, PagesAboveTheBoundAreProblemsAndOtherRecordsAreNot) {
  const std::string large(kMaxRecordBytes + 1, 'x');
  EXPECT_EQ(Show(Record("response", "u", Answer(large)) +
                 Record("response", "w", Answer(large, "Content-Type: video/mp4\r\n")) +
                 Record("response", "w", Answer(large, "")) + PageRecord("v", "Dua")),
            "v: Dua|v !u");
}

TEST(WarcReader, BordersOfBlocksChangeNothing) {
  const std::string content = PageRecord("u", "Satu") + "rusak\r\n" +
                              Record("response", "u", Answer(FrontPage())) +
                              "WARC/1.0\r\nContent-Length: x\r\n\r\n" + PageRecord("v", "Dua");
  const std::string whole = Show(content);
  EXPECT_EQ(whole, "u: Satu|u ; v: Dua|v ! !");
  for (const std::size_t block : {1U, 2U, 3U, 7U, 1000U}) {
    EXPECT_EQ(ShowCrawl(ReadBytes(ReadWarc, content, block)), whole);
  }
}

}  // namespace
}  // namespace warta
