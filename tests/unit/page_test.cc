#include "indexer/page/page.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/date/timestamp.h"
#include "indexer/furniture/furniture.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

// A page as the .txt files beside the pages have it.
std::string Show(const Page& page) {
  std::ostringstream text;
  const auto field = [&](const char* name, const std::string& value) {
    text << name << ':' << (value.empty() ? "" : " ") << value << '\n';
  };
  const Article& article = page.article;
  field("title", article.title);
  field("date", article.date ? FormatIso(*article.date) : "");
  field("source", article.source);
  field("category", article.category);
  field("author", article.author);
  field("url", article.url);
  text << '\n' << article.body << '\n';
  return std::move(text).str();
}

// Without the lines that are left out of the articles of every format.
Page AsIndexed(Page page) {
  DropFurniture(page.article);
  return page;
}

class WholePage : public ::testing::TestWithParam<std::string> {};

// Pages in the manner of sites of several kinds and years: their text, and nothing else on them.
TEST_P(WholePage, IsReadToTheLetter) {
  const fs::path pages = WARTA_PAGES;
  EXPECT_EQ(Show(AsIndexed(ReadPage(ReadFile(pages / (GetParam() + ".html"))))),
            ReadFile(pages / (GetParam() + ".txt")));
}

std::vector<std::string> PageNames() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(WARTA_PAGES)) {
    if (entry.path().extension() == ".html") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Pages, WholePage, ::testing::ValuesIn(PageNames()),
                         [](const auto& page) { return page.param; });

std::string Body(std::string_view html) {
  return ReadPage(html).article.body;
}

TEST(ReadPage, NoPageIsNoArticle) {
  for (const std::string_view html :
       {"", " ", "<", "<html></html>", "<!DOCTYPE html><html><body></body></html>",
        "<a href=x>Beranda</a> <a href=y>Nasional</a>"}) {
    const Page page = ReadPage(html);
    EXPECT_EQ(page.article.title, "") << html;
    EXPECT_EQ(page.article.body, "") << html;
    EXPECT_FALSE(page.article.date.has_value()) << html;
  }
}

TEST(ReadPage, SaysWhatItLeftOut) {
  const Page page = ReadPage(
      "<h1>Harga Beras Naik di Tiga Kota</h1><div class=isi><p>Harga beras naik sejak Senin "
      "lalu.</p><p>Baca juga: <a href=x>Harga Gula Turun</a></p><p>Pedagang mengeluh.</p></div>");
  EXPECT_EQ(page.article.body, "Harga beras naik sejak Senin lalu.\nPedagang mengeluh.");
  EXPECT_EQ(page.dropped, std::vector<std::string>{"Baca juga: Harga Gula Turun"});
}

TEST(ReadPage, ASentenceThatBeginsLikeFurnitureStays) {
  constexpr std::string_view kStart =
      "<h1>Harga Beras Naik di Tiga Kota</h1><p>Harga naik lagi di pasar.";
  for (const std::string_view sentence :
       {"Baca juga buku karya Sutan Marajo, katanya, agar paham sejarah.",
        "Lihat saja antrean itu, kata Darmaji.", "Iklan itu dipasang di tiga kota.",
        "Editor majalah itu, Ratih, ikut bersaksi.", "Tag harga dicopot dari rak."}) {
    const std::string html = std::string(kStart) + "<p>" + std::string(sentence);
    EXPECT_EQ(Body(html), "Harga naik lagi di pasar.\n" + std::string(sentence));
  }
}

TEST(ReadPage, TakesTheTextOfJsonLdWhereThePageShowsNone) {
  const std::string text =
      "Nelayan Muncar kembali melaut. Cuaca sudah membaik sejak Rabu, kata Sugeng.";
  const Page page = ReadPage(
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Nelayan Muncar "
      "Melaut Lagi\",\"articleBody\":\"" +
      text + "\"}</script><div id=root></div>");
  EXPECT_EQ(page.article.title, "Nelayan Muncar Melaut Lagi");
  EXPECT_EQ(page.article.body, text);
}

TEST(ReadPage, TextIsCleaned) {
  const Page page = ReadPage(
      "<title>Harga &amp;quot;Naik&amp;quot; Lagi &#8211; Kata Menteri</title>"
      "<p>Kata\x01 dia,&nbsp;&nbsp;&#147;harga\t naik&#148; se\xE2\x80\x8Blama\n sepekan.</p>");
  EXPECT_EQ(page.article.title, "Harga \"Naik\" Lagi \u2013 Kata Menteri");
  EXPECT_EQ(page.article.body, "Kata dia, \u201Charga naik\u201D selama sepekan.");
}

TEST(ReadPage, AHostilePageEndsSoon) {
  std::string nested;
  for (int i = 0; i < 100'000; ++i) nested += "<div>";
  EXPECT_EQ(Body(nested + "teks"), "");
  std::string attributes = "<h1>Judul berita</h1><p ";
  for (int i = 0; i < 100'000; ++i) attributes += "a" + std::to_string(i) + "=1 ";
  EXPECT_EQ(Body(attributes + ">Harga beras naik sejak Senin lalu.</p>"),
            "Harga beras naik sejak Senin lalu.");
  std::string title = "<title>";
  for (int i = 0; i < 100'000; ++i) title += "a - ";
  EXPECT_LE(ReadPage(title + "</title>").article.title.size(), 1100U);
}

struct DateCase {
  std::string_view html;
  std::string_view published;
};

void PrintTo(const DateCase& c, std::ostream* out) {
  *out << "for " << c.html;
}

class PageDate : public ::testing::TestWithParam<DateCase> {};

TEST_P(PageDate, IsFound) {
  const Page page = ReadPage(GetParam().html);
  const Article& article = page.article;
  EXPECT_EQ(article.date ? FormatIso(Timestamp{*article.date, article.time}) : "",
            GetParam().published);
  EXPECT_EQ(page.article.date_source, page.article.date ? DateSource::kField : DateSource::kNone);
}

#define HEADLINE "<h1>Harga Beras Naik di Tiga Kota</h1>"
#define SENTENCE "<p>Harga beras naik sejak 1 Maret 2019 di tiga kota besar.</p>"

constexpr DateCase kDates[] = {
    {"<meta property='article:published_time' content='2019-03-02T10:00:00+07:00'>" HEADLINE
     "<div>Kamis, 7 Maret 2019 10:00 WIB</div>" SENTENCE,
     "2019-03-02T10:00:00+07:00"},
    {"<meta name=dtk:publishdate content='2019/03/02 10:00:05'>" HEADLINE SENTENCE,
     "2019-03-02T10:00:05"},
    {"<meta name=pubdate content='2019-03-02 T10:08:58Z'>" HEADLINE SENTENCE,
     "2019-03-02T10:08:58"},
    {"<meta name=date content='kemarin'><meta name=DC.date content='20190302'>" HEADLINE SENTENCE,
     "2019-03-02"},
    {"<meta name=pubdate content='Mar 2, 2019 7:00 AM'>" HEADLINE SENTENCE, "2019-03-02T07:00:00"},
    {HEADLINE "<span itemprop=datePublished content='2019-03-02'>kemarin</span>" SENTENCE,
     "2019-03-02"},
    {HEADLINE "<div>Rabu, 4 November 2015 | 21:04 WIB</div>" SENTENCE, "2015-11-04T21:04:00+07:00"},
    {HEADLINE "<div>Kamis, 05 Nov 2015 10:08 WIB</div>" SENTENCE, "2015-11-05T10:08:00+07:00"},
    {HEADLINE "<div>Ani Lestari</div><div>05/11/2015 10:08</div>" SENTENCE, "2015-11-05T10:08:00"},
    // Today, in the header of the page, is not the day of publication.
    {"<div>Jumat, 8 Maret 2019</div><ul><li><a href=x>Depan</a></ul>" HEADLINE
     "<div>Sabtu, 2 Maret 2019 - 10:00</div>" SENTENCE,
     "2019-03-02T10:00:00"},
    // A date in the text, or in a list of other articles, is none either.
    {HEADLINE SENTENCE, ""},
    {HEADLINE SENTENCE
     "<ul class=terkait><li><a href=x>Gula Langka di Pasar Besar</a> <span>Senin, "
     "4 Maret 2019 10:00</span></ul>",
     ""},
    {HEADLINE SENTENCE "<div>Diterbitkan: 2 Maret 2019 10:00 WIB</div>",
     "2019-03-02T10:00:00+07:00"},
};

INSTANTIATE_TEST_SUITE_P(Dates, PageDate, ::testing::ValuesIn(kDates));

TEST(FragmentText, ParagraphsOfAFragment) {
  constexpr TextCase kCases[] = {
      {"", ""},
      {"Harga naik.", "Harga naik."},
      {"<p>Satu.</p><p>Dua &amp; tiga.</p>", "Satu.\nDua & tiga."},
      {"<img src=x>Satu.<br><br>Dua", "Satu.\nDua"},
      {"Satu<br>dua", "Satu dua"},
      {"Satu.<br>Dua.", "Satu.\nDua."},
      {"<ul><li>a<li>b</ul>", "a\nb"},
      {"<script>x</script><style>p{}</style>isi", "isi"},
      {"baris satu\nbaris dua\n\n", "baris satu\nbaris dua"},
      {"Rp 5.000 &lt; Rp 6.000", "Rp 5.000 < Rp 6.000"},
      {"<div><span>Satu.</span><span>Dua.</span></div>", "Satu.\nDua."},
      {"<div><span>Sa</span><span>tu.</span></div>", "Satu."},
      {"<table><tr><td>Solo<td>7<tr><td>Yogya<td>9</table>", "Solo | 7\nYogya | 9"},
      {"<pre>a\nb</pre>", "a\nb"},
  };
  ExpectShown(kCases, FragmentText);
}

TEST(DeclaredCharset, WhereItIsDeclared) {
  constexpr TextCase kCases[] = {
      {"", ""},
      {"<html><head>", ""},
      {"<meta charset=utf-8>", "utf-8"},
      {"<META CHARSET = 'ISO-8859-1' />", "ISO-8859-1"},
      {"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1252\">",
       "windows-1252"},
      {"<?xml version='1.0' encoding='UTF-8'?>", "UTF-8"},
      {"<!-- <meta charset=a> --><meta charset=b>", "b"},
      {"<script charset=x></script>", ""},
      {"<metadata charset=x>", ""},
      {"<meta name=a content='charset'>", ""},
  };
  ExpectShown(kCases, DeclaredCharset);
}

}  // namespace
}  // namespace warta
