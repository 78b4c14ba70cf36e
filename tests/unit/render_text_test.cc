#include <ostream>
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
  TerminalStream stream(out);
  RenderText(page, style, stream);
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
  page.matches = 4;
  page.hits.back().copies.resize(2);
  EXPECT_EQ(last_line(Render(page)), "4 articles\n");
  page.matches = 352;
  page.matches_all_words = 12;
  page.all_words_first = true;
  EXPECT_EQ(last_line(Render(page)), "11-12 of 352 articles: 12 with all words, 340 with some\n");
}

TEST(RenderText, CopiesNameTheOtherSources) {
  Hit hit = MakeHit();
  hit.copies.resize(1);
  EXPECT_NE(Render(Page(hit)).find("2022 \u00B7 +1 copy \u00B7 /arsip"), std::string::npos);
  hit.copies.resize(4);
  hit.copies[0].source = "Kabar Pagi";
  hit.copies[1].source = "Warta";  // its own
  hit.copies[2].source = "Antara Nusa";
  hit.copies[3].source = "Kabar Pagi";
  EXPECT_NE(Render(Page(hit)).find(" \u00B7 +4 copies (Kabar Pagi, Antara Nusa) \u00B7 "),
            std::string::npos);
}

TEST(RenderText, ALineBeforeTheFirstHitWithSomeOfTheWords) {
  ResultPage page = Page(MakeHit());
  page.matches = 3;
  page.hits.resize(3, MakeHit());
  page.hits[1].all_words = page.hits[2].all_words = false;
  const std::string_view divider = "-- articles with some of the words --\n\n";
  EXPECT_EQ(Render(page).find(divider), std::string::npos) << "no article has all words";
  page.matches_all_words = 1;
  page.all_words_first = true;
  const std::string text = Render(page);
  EXPECT_EQ(text.find(divider), text.find("1. ", 1) - divider.size());
  EXPECT_EQ(text.find(divider), text.rfind(divider)) << "once";
}

TEST(RenderText, ASuggestionStandsBelow) {
  ResultPage page;
  page.suggestion = Suggestion{"presiden\x1B jokowi", 1'234, false};
  EXPECT_EQ(Render(page),
            "Did you mean: presiden  jokowi (about 1,234 articles)\nNo articles found.\n");
}

TEST(RenderText, ExplainsEachWord) {
  Hit hit = MakeHit();
  hit.explanation = {
      {"beras", {{"beras", MatchedBy::kForm, 1, 3}, {"berasnya", MatchedBy::kStem, 0, 1}}, 2.305},
      {"jagung", {}, 0},
      {"sumber:warta\x1B", {{"warta", MatchedBy::kMetadata, 0, 0}}, 0}};
  const std::string text = Render(Page(hit));
  EXPECT_NE(text.find("   beras: \"beras\" (as typed) 1\u00D7 in the title, 3\u00D7 in the text; "
                      "\"berasnya\" (another form of the word) 1\u00D7 in the text; score 2.31\n"
                      "   jagung: not there\n"
                      "   sumber:warta : \"warta\" (what is known of the article)\n"
                      "   words side by side, title, age: score 0.19\n"
                      "   score in all 2.50\n"),
            std::string::npos)
      << text;
}

struct LinkCase {
  std::string url;
  std::string path;
  std::string link;
};

void PrintTo(const LinkCase& c, std::ostream* out) {
  *out << ::testing::PrintToString(c.url) << ' ' << ::testing::PrintToString(c.path);
}

TEST(RenderText, TitlesLeadToTheArticle) {
  const LinkCase cases[] = {
      {"https://berita.example/a?b=1&c=%20", "/a.txt", "https://berita.example/a?b=1&c=%20"},
      {"http://berita.example/", "/a.txt", "http://berita.example/"},
      {"", "/arsip/a b.txt", "file://mesin/arsip/a%20b.txt"},
      {"", "/arsip/\x1B]\xC3\xA9;%.txt", "file://mesin/arsip/%1B%5D%C3%A9%3B%25.txt"},
      // What no URL of the web is.
      {"javascript:alert(1)", "/a.txt", "file://mesin/a.txt"},
      {"https://a.example/\x1B\\", "/a.txt", "file://mesin/a.txt"},
      {"https://a.example/ b", "/a.txt", "file://mesin/a.txt"},
      {"https://a.example/\u202E", "/a.txt", "file://mesin/a.txt"},
  };
  for (const LinkCase& c : cases) {
    Hit hit = MakeHit();
    hit.title = {"Judul", {}};
    hit.article.url = c.url;
    hit.article.path = c.path;
    const std::string text = Render(Page(hit), {.hyperlinks = true, .host = "mesin"});
    EXPECT_TRUE(text.starts_with("1. \x1B]8;;" + c.link + "\x1B\\Judul\x1B]8;;\x1B\\\n"))
        << ::testing::PrintToString(c) << text;
  }
}

TEST(RenderText, WideLettersTakeTwoColumns) {
  Hit hit = MakeHit();
  hit.snippet = {"\u4EAC\u90FD \u4EAC\u90FD ab", {}};
  EXPECT_NE(Render(Page(hit), {.width = 12}).find("   \u4EAC\u90FD \u4EAC\u90FD\n   ab\n"),
            std::string::npos);
}

TEST(RenderText, NothingOfAnArticleReachesTheTerminalUnfiltered) {
  const std::string hostile = "\x1b[31m\n\x07\r\u009B2J\u202E\u2028x";
  Hit hit = MakeHit();
  for (std::string* text : {&hit.article.path, &hit.article.source, &hit.article.id,
                            &hit.article.member, &hit.article.url, &hit.snippet.text})
    *text = hostile;
  hit.title = {};
  hit.snippet.highlights = {{0, 6, 0}};
  hit.copies.resize(1);
  hit.copies.front().source = hostile + "copy";
  hit.explanation = {{hostile, {{hostile, MatchedBy::kForm, 1, 1}}, 1}};
  ResultPage page = Page(hit);
  page.suggestion = Suggestion{hostile, 1, true};
  page.facets = {{"source", {{hostile, 1}}, 1}};
  page.histogram = Histogram{Granularity::kDay, {{hostile, 1, 1}}, 0};
  const std::string text = Render(page, {.width = 20});
  for (const std::string_view acting : {"\x1b", "\x07", "\r", "\u009B", "\u202E", "\u2028"}) {
    EXPECT_EQ(text.find(acting), std::string::npos) << ::testing::PrintToString(acting);
  }
  EXPECT_EQ(text.find("[31m\n"), std::string::npos) << "a line break of an article";
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
  EXPECT_EQ(GroupDigits(28'027, '.'), "28.027");
  EXPECT_EQ(GroupDigits(18'446'744'073'709'551'615U), "18,446,744,073,709,551,615");
}

}  // namespace
}  // namespace warta
