#include <sstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/group_digits.h"
#include "common/text/fold.h"
#include "searcher/render/render.h"

namespace warta {
namespace {

Hit MakeHit() {
  Hit hit;
  hit.rank = 1;
  hit.score = 2.5;
  hit.article.id = "a.txt";
  hit.article.path = "/arsip/a.txt";
  hit.article.source = "Warta";
  hit.article.date = MakeDate(2022, 2, 7);
  hit.title = {"Harga beras naik", {{6, 11, 0}}};
  hit.snippet = {"Harga beras naik lagi.", {{0, 5, 1}, {6, 11, 0}}};
  return hit;
}

ResultPage Page(const Hit& hit) {
  ResultPage page;
  page.matches = 1;
  page.hits.push_back(hit);
  return page;
}

std::string Render(const ResultPage& page, const TextStyle& style = {}) {
  std::ostringstream out;
  RenderText(page, style, out);
  return out.str();
}

TEST(RenderText, PlainWithAsterisks) {
  EXPECT_EQ(Render(Page(MakeHit())),
            "1. Harga *beras* naik\n"
            "   Warta \u00B7 7 February 2022 \u00B7 /arsip/a.txt\n"
            "   *Harga* *beras* naik lagi.\n"
            "\n"
            "1 article\n");
}

TEST(RenderText, Coloured) {
  EXPECT_EQ(Render(Page(MakeHit()), {.color = true}),
            "1. \x1b[1mHarga \x1b[1;31mberas\x1b[0m\x1b[1m naik\x1b[0m\n"
            "   \x1b[2mWarta \u00B7 7 February 2022 \u00B7 /arsip/a.txt\x1b[0m\n"
            "   \x1b[1;31mHarga\x1b[0m \x1b[1;31mberas\x1b[0m naik lagi.\n"
            "\n"
            "1 article\n");
}

TEST(RenderText, WhatIsNotKnownIsLeftOut) {
  Hit hit = MakeHit();
  hit.article.source.clear();
  hit.article.date.reset();
  hit.article.line = 17;
  hit.title = {};
  hit.snippet = {};
  EXPECT_EQ(Render(Page(hit)), "1. a.txt\n   /arsip/a.txt:17\n\n1 article\n");
}

TEST(RenderText, ADateOfTheFileIsMarkedAsAGuess) {
  Hit hit = MakeHit();
  hit.article.date_source = DateSource::kFile;
  EXPECT_NE(Render(Page(hit)).find("7 February 2022 (file) \u00B7"), std::string::npos);
}

TEST(RenderText, NumbersOfMatches) {
  ResultPage page;
  EXPECT_EQ(Render(page), "No articles found.\n");
  page.matches = 5;
  EXPECT_EQ(Render(page), "5 articles, none on this page.\n");
  page = Page(MakeHit());
  page.hits.front().rank = 11;
  page.hits.push_back(MakeHit());
  page.hits.back().rank = 12;
  page.matches = 28'027;
  const auto last_line = [](const std::string& text) {
    return text.substr(text.rfind('\n', text.size() - 2) + 1);
  };
  EXPECT_EQ(last_line(Render(page)), "11-12 of 28,027 articles\n");
  page.matches_exact = false;
  EXPECT_EQ(last_line(Render(page)), "11-12 of about 28,027 articles\n");
  page.matches = 2;
  page.matches_exact = true;
  EXPECT_EQ(last_line(Render(page)), "2 articles\n");
}

TEST(RenderText, NothingOfAnArticleReachesTheTerminalUnfiltered) {
  Hit hit = MakeHit();
  hit.article.path = "/arsip/\x1b[31m\n\u202E.txt";
  hit.article.source = "\x1b]0;x\x07";
  hit.article.id = "\x1b[31mid";
  hit.title = {};
  hit.snippet = {"a\x1b[31m \u009B b", {{0, 6, 0}}};
  const std::string text = Render(Page(hit));
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find('\x07'), std::string::npos);
  EXPECT_EQ(text.find("\u009B"), std::string::npos);
  EXPECT_EQ(text.find("\u202E"), std::string::npos);
}

TEST(RenderText, SnippetsAreWrappedWithoutLosingAnything) {
  Hit hit = MakeHit();
  hit.snippet.text =
      "Harga beras naik lagi di banyak pasar, kata para pedagang \u00E9\u00E9\u00E9.";
  hit.snippet.highlights = {{6, 16, 0}};
  for (const std::size_t width : {10U, 20U, 30U, 60U, 80U}) {
    std::istringstream lines(Render(Page(hit), {.color = true, .width = width}));
    std::string line;
    std::string snippet;
    for (int number = 0; std::getline(lines, line) && !line.empty(); ++number) {
      if (number < 2) continue;
      ASSERT_TRUE(line.starts_with("   "));
      std::string plain = line;
      for (const std::string_view code : {"\x1b[1;31m", "\x1b[0m"}) {
        while (plain.find(code) != std::string::npos) plain.erase(plain.find(code), code.size());
      }
      const bool one_word = plain.find(' ', 3) == std::string::npos;
      EXPECT_TRUE(CodePointCount(plain) <= width || one_word) << width << ": " << plain;
      snippet += (snippet.empty() ? "" : " ") + plain.substr(3);
    }
    EXPECT_EQ(snippet, hit.snippet.text) << width;
  }
}

TEST(GroupDigits, GroupsOfThree) {
  EXPECT_EQ(GroupDigits(0), "0");
  EXPECT_EQ(GroupDigits(999), "999");
  EXPECT_EQ(GroupDigits(1000), "1,000");
  EXPECT_EQ(GroupDigits(28'027), "28,027");
  EXPECT_EQ(GroupDigits(123'456'789), "123,456,789");
  EXPECT_EQ(GroupDigits(18'446'744'073'709'551'615U), "18,446,744,073,709,551,615");
}

}  // namespace
}  // namespace warta
