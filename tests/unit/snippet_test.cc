#include "searcher/excerpt/snippet.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/utf8.h"
#include "tests/unit/random.h"

namespace warta {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

// Highlights of every place where a word stands; its number among the words is the leaf.
std::vector<Highlight> Find(std::string_view body, const std::vector<std::string_view>& words) {
  std::vector<Highlight> found;
  for (std::size_t leaf = 0; leaf < words.size(); ++leaf) {
    for (std::size_t at = body.find(words[leaf]); at != std::string_view::npos;
         at = body.find(words[leaf], at + words[leaf].size()))
      found.push_back({at, at + words[leaf].size(), static_cast<std::uint32_t>(leaf)});
  }
  std::sort(found.begin(), found.end(),
            [](const Highlight& a, const Highlight& b) { return a.begin < b.begin; });
  return found;
}

std::string Marked(const Excerpt& excerpt) {
  std::string shown;
  std::size_t at = 0;
  for (const Highlight& h : excerpt.highlights) {
    shown += excerpt.text.substr(at, h.begin - at);
    shown += '[' + excerpt.text.substr(h.begin, h.end - h.begin) + ']';
    at = h.end;
  }
  return shown + excerpt.text.substr(at);
}

std::string Snippet(std::string_view body, const std::vector<std::string_view>& words) {
  return Marked(MakeSnippet(body, Find(body, words)));
}

std::string Repeat(std::string_view piece, std::size_t count) {
  std::string text;
  for (; count > 0; --count) text += piece;
  return text;
}

const std::string& Filler() {
  static const std::string filler = Repeat("Warga menunggu di pasar sampai sore hari. ", 8);
  return filler;
}

TEST(MakeSnippet, ShortBodiesAreShownWhole) {
  EXPECT_EQ(Snippet("", {}), "");
  EXPECT_EQ(Snippet("\n \n", {}), "");
  EXPECT_EQ(Snippet("Harga naik.", {}), "Harga naik.");
  EXPECT_EQ(Snippet("Harga naik. Beras langka.", {"Harga", "Beras"}),
            "[Harga] naik. [Beras] langka.");
  EXPECT_EQ(Snippet("Harga naik.\nBeras langka.", {"Harga", "Beras"}),
            "[Harga] naik. [Beras] langka.");
}

TEST(MakeSnippet, StartsWithTheSentenceOfTheMostDifferentMatches) {
  const std::string body =
      Filler() + "Beras beras beras mahal. Harga beras naik. " + "Harga beras tetap. " + Filler();
  EXPECT_TRUE(Snippet(body, {"Harga", "beras"}).starts_with("[Harga] [beras] naik. [Harga]"));
  EXPECT_TRUE(Snippet(body, {"mahal"}).starts_with("Beras beras beras [mahal]."));
}

TEST(MakeSnippet, ASecondSentenceShowsWhatTheFirstHasNot) {
  EXPECT_EQ(Snippet("Harga minyak naik. " + Filler() + "Beras langka. " + Filler(),
                    {"Harga", "minyak", "Beras"}),
            "[Harga] [minyak] naik. \u2026 [Beras] langka.");
  EXPECT_EQ(Snippet(Filler() + "Beras langka. " + Filler() + "Harga minyak naik. " + Filler(),
                    {"Harga", "minyak", "Beras"}),
            "[Beras] langka. \u2026 [Harga] [minyak] naik.");
}

TEST(MakeSnippet, ASecondSentenceThatIsTooLongIsCut) {
  const std::string snippet =
      Snippet("Harga minyak naik. " + Filler() + Repeat("terus menunggu ", 30) + "kabar beras " +
                  Repeat("yang mahal ", 40) + "itu. ",
              {"Harga", "minyak", "beras"});
  EXPECT_TRUE(snippet.starts_with("[Harga] [minyak] naik. \u2026 ")) << snippet;
  EXPECT_EQ(snippet.find("\u2026 \u2026"), std::string::npos) << snippet;
  EXPECT_NE(snippet.find("[beras]"), std::string::npos) << snippet;
  EXPECT_TRUE(snippet.ends_with(kEllipsis)) << snippet;
}

TEST(MakeSnippet, WhatFollowsIsShownWhereItHasTheRest) {
  EXPECT_TRUE(Snippet(Filler() + "Harga minyak naik. Warga menunggu. Beras langka. " + Filler(),
                      {"Harga", "minyak", "Beras"})
                  .starts_with("[Harga] [minyak] naik. Warga menunggu. [Beras] langka. Warga"));
}

TEST(MakeSnippet, WithoutMatchesTheStart) {
  const std::string snippet = MakeSnippet(Filler(), {}).text;
  EXPECT_TRUE(snippet.starts_with("Warga menunggu"));
  EXPECT_TRUE(snippet.ends_with("hari."));
  EXPECT_LE(snippet.size(), kSnippetBytes);
}

TEST(MakeSnippet, WholeSentencesAreNotCut) {
  const std::string snippet = Snippet(Filler() + "Harga naik. " + Filler(), {"Harga"});
  EXPECT_TRUE(snippet.starts_with("[Harga] naik. Warga"));
  EXPECT_TRUE(snippet.ends_with("hari."));
  EXPECT_EQ(snippet.find(kEllipsis), std::string::npos);
}

TEST(MakeSnippet, ALongSentenceIsCutBetweenWordsAroundItsMatch) {
  const std::string body = "Mereka " + Repeat("terus menunggu ", 40) + "kabar beras " +
                           Repeat("yang mahal ", 40) + "itu.";
  const Excerpt excerpt = MakeSnippet(body, Find(body, {"beras"}));
  EXPECT_EQ(excerpt.highlights.size(), 1U);
  EXPECT_TRUE(excerpt.text.starts_with(kEllipsis));
  EXPECT_TRUE(excerpt.text.ends_with(kEllipsis));
  EXPECT_LE(excerpt.text.size(), kSnippetBytes + 2 * kEllipsis.size());
  const std::string inside =
      excerpt.text.substr(kEllipsis.size(), excerpt.text.size() - 2 * kEllipsis.size());
  const std::size_t at = body.find(inside);
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(body[at - 1], ' ');
  EXPECT_EQ(body[at + inside.size()], ' ');
}

TEST(MakeSnippet, ALongSentenceKeepsItsStartWhereTheMatchIsThere) {
  const std::string body = "Beras " + Repeat("yang mahal ", 60) + "itu.";
  const std::string snippet = Snippet(body, {"Beras"});
  EXPECT_TRUE(snippet.starts_with("[Beras] yang"));
  EXPECT_TRUE(snippet.ends_with(kEllipsis));
}

TEST(MakeSnippet, TheMatchIsShownInTextWithoutSpaces) {
  for (const std::string& body :
       {"Kata " + Repeat("jalan/", 50) + "beras/" + Repeat("jalan/", 80) + " akhir.",
        Repeat("jalan/", 80) + "beras akhir kata", "Kata beras/" + Repeat("jalan/", 80),
        Repeat("jalan ", 60) + "beras/" + Repeat("jalan/", 80),
        Repeat("\u6771\u4EAC", 100) + "beras" + Repeat("\u6771\u4EAC", 100)}) {
    const Excerpt excerpt = MakeSnippet(body, Find(body, {"beras"}));
    EXPECT_EQ(excerpt.highlights.size(), 1U) << Marked(excerpt) << " of " << body;
    EXPECT_TRUE(IsValidUtf8(excerpt.text)) << body;
  }
}

TEST(MakeSnippet, APhraseThatSpansTwoSentencesIsShown) {
  const std::string body = Filler() + "Ia pulang ke Solo. Presiden menunggu. " + Filler();
  const std::string snippet = Snippet(body, {"Solo. Presiden"});
  EXPECT_NE(snippet.find("[Solo. Presiden]"), std::string::npos) << snippet;
}

TEST(MakeSnippet, CharactersOfSeveralBytesAreNeverCut) {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    const std::string body = std::string(shift, 'a') + Repeat("\U0001F600", 200);
    EXPECT_TRUE(IsValidUtf8(MakeSnippet(body, {}).text)) << shift;
  }
}

TEST(SnippetProperty, HighlightsShowTheTextOfTheBody) {
  constexpr std::string_view kPieces[] = {
      "harga",       "beras", "naik", "Pasar", "caf\u00E9", "Dr", "kemitraanstrategisantarnegara",
      "\u6771\u4EAC"};
  constexpr std::string_view kGaps[] = {" ", " ", " ", " ", ", ", ". ", "\n", "/", ""};
  Random random(71);
  for (int round = 0; round < 3000; ++round) {
    std::string body;
    for (std::size_t count = random.Below(150); count > 0; --count) {
      body += random.Pick(kPieces);
      body += random.Pick(kGaps);
    }
    const std::vector<Highlight> highlights = Find(body, {"harga", "beras naik", "caf\u00E9"});
    const Excerpt excerpt = MakeSnippet(body, highlights);
    ASSERT_TRUE(IsValidUtf8(excerpt.text));
    ASSERT_EQ(excerpt.text.find('\n'), std::string::npos);
    ASSERT_LE(excerpt.text.size(), kSnippetBytes + 3 * kEllipsis.size());
    std::size_t end = 0;
    for (const Highlight& h : excerpt.highlights) {
      ASSERT_LE(end, h.begin);
      ASSERT_LT(h.begin, h.end);
      ASSERT_LE(h.end, excerpt.text.size());
      end = h.end;
      constexpr std::string_view kWords[] = {"harga", "beras naik", "caf\u00E9"};
      ASSERT_EQ(excerpt.text.substr(h.begin, h.end - h.begin), kWords[h.leaf]);
    }
  }
}

TEST(SnippetProperty, WhereSomethingMatchedSomethingIsHighlighted) {
  constexpr std::string_view kPieces[] = {"harga", "beras", "naik", "Pasar", "/", "kemitraan"};
  constexpr std::string_view kGaps[] = {" ", " ", "", "/", ". ", "\n"};
  Random random(72);
  for (int round = 0; round < 3000; ++round) {
    std::string body;
    for (std::size_t count = random.Below(150); count > 0; --count) {
      body += random.Pick(kPieces);
      body += random.Pick(kGaps);
    }
    const std::vector<Highlight> highlights = Find(body, {"harga"});
    ASSERT_EQ(MakeSnippet(body, highlights).highlights.empty(), highlights.empty()) << body;
  }
}

}  // namespace
}  // namespace warta
