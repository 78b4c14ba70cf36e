#include "searcher/excerpt/match.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/analyser.h"
#include "searcher/query/parse.h"
#include "tests/unit/random.h"

namespace warta {
namespace {

struct MatchCase {
  std::string_view query;
  std::string_view title;
  std::string_view body;
  std::string_view shown;
};
void PrintTo(const MatchCase& c, std::ostream* out) {
  *out << "for query " << ::testing::PrintToString(c.query) << " over "
       << ::testing::PrintToString(c.title) << " / " << ::testing::PrintToString(c.body);
}

std::string Marked(std::string_view text, const std::vector<Highlight>& highlights) {
  std::string shown;
  std::size_t at = 0;
  for (const Highlight& h : highlights) {
    shown += text.substr(at, h.begin - at);
    shown += '[' + std::string(text.substr(h.begin, h.end - h.begin)) + ']';
    at = h.end;
  }
  return shown.append(text.substr(at));
}

// "title / body" with the matches in brackets; "no match".
std::string Show(const MatchCase& c) {
  Analyser query_analyser;
  Analyser title_analyser;
  Analyser body_analyser;
  const ParsedQuery query = ParseQuery(c.query, query_analyser);
  if (!query.root) return "no query";
  const ArticleMatch match =
      MatchArticle(*query.root, title_analyser.Analyse(c.title), body_analyser.Analyse(c.body));
  if (!match.matched) {
    EXPECT_TRUE(match.title.empty() && match.body.empty());
    return "no match";
  }
  return Marked(c.title, match.title) + " / " + Marked(c.body, match.body);
}

template <class Cases>
void ExpectMatches(const Cases& cases) {
  for (const MatchCase& c : cases) EXPECT_EQ(Show(c), c.shown) << ::testing::PrintToString(c);
}

TEST(MatchArticle, WordsInAnyForm) {
  constexpr MatchCase kCases[] = {
      {"baca", "", "Ia membaca buku.", " / Ia [membaca] buku."},
      {"dibaca", "", "Ia membaca buku.", " / Ia [membaca] buku."},
      {"negara", "", "Negara-negara itu.", " / [Negara-negara] itu."},
      {"beras naik", "Harga", "Beras mahal.", "Harga / [Beras] mahal."},
      {"beras", "Harga beras", "Tidak ada.", "Harga [beras] / Tidak ada."},
      {"5%", "", "Naik 5 persen.", " / Naik [5 persen]."},
      {"jumat", "", "Pada Jum'at lalu.", " / Pada [Jum'at] lalu."},
      {"gandum", "", "Beras mahal.", "no match"},
      {"undang", "", "Undang-undang itu.", "no match"},
  };
  ExpectMatches(kCases);
}

TEST(MatchArticle, PhrasesOnlyWhereTheyStandAsPhrases) {
  constexpr MatchCase kCases[] = {
      {"\"harga beras\"", "", "Harga beras. Beras, harga. Harga beras!",
       " / [Harga beras]. Beras, harga. [Harga beras]!"},
      {"\"harga beras\"", "Harga", "beras", "no match"},  // never from the title into the body
      {"\"baca buku\"", "", "Ia membaca buku.", "no match"},
      {"\"beras\"", "", "Beras berasnya.", " / [Beras] berasnya."},
      {"\"naik naik naik\"", "", "naik naik naik naik", " / [naik naik naik] naik"},
      {"\"naik turun naik\"", "", "naik turun naik turun naik", " / [naik turun naik] turun naik"},
      {"\"di mana\"", "", "Di mana dia? Dimana?", " / [Di mana] dia? Dimana?"},
      {"\"harga beras\"", "", "Harga\nberas", " / [Harga\nberas]"},
      {"\"e-KTP baru\"", "", "Urus e-KTP baru.", " / Urus [e-KTP baru]."},
      {"\"Prabowo Gibran\"", "", "Prabowo-Gibran menang.", " / [Prabowo-Gibran] menang."},
      {"\"urus ktp\"", "", "Urus e-KTP baru.", "no match"},
      {"\"ke-19\"", "", "abad ke-19", " / abad [ke-19]"},
  };
  ExpectMatches(kCases);
}

TEST(MatchArticle, WordsOfSeveralParts) {
  constexpr MatchCase kCases[] = {
      {"Prabowo-Gibran", "", "Prabowo dan Gibran.", " / [Prabowo] dan [Gibran]."},
      {"Prabowo-Gibran", "", "Prabowo saja.", "no match"},
      {"e-KTP", "", "Urus ektp.", " / Urus [ektp]."},
      {"ektp", "", "Urus e-KTP.", " / Urus [e-KTP]."},
      {"covid19", "", "Wabah Covid-19.", " / Wabah [Covid-19]."},
      {"Covid-19", "", "Wabah covid19.", " / Wabah [covid19]."},
  };
  ExpectMatches(kCases);
}

TEST(MatchArticle, OnlyWhatTookPartIsReported) {
  constexpr MatchCase kCases[] = {
      {"beras AND naik", "Harga beras", "Harga naik.", "Harga [beras] / Harga [naik]."},
      {"beras AND gandum", "Harga beras", "Harga naik.", "no match"},
      {"beras AND gandum OR naik", "Harga beras", "Harga naik.", "Harga beras / Harga [naik]."},
      {"harga -gandum", "", "Harga beras.", " / [Harga] beras."},
      {"harga -beras", "", "Harga beras.", "no match"},
      {"harga -\"beras naik\"", "", "Harga beras.", " / [Harga] beras."},
      {"-gandum", "", "Harga beras.", " / Harga beras."},
      {"-beras", "", "Harga beras.", "no match"},
      {"harga OR (beras -naik)", "", "Harga beras naik.", " / [Harga] beras naik."},
      {"harga -(beras AND gandum)", "", "Harga beras.", " / [Harga] beras."},
      {"harga -beras -gandum", "", "Harga gandum.", "no match"},
  };
  ExpectMatches(kCases);
}

TEST(MatchArticle, OfOverlappingMatchesTheLongerIsKept) {
  constexpr MatchCase kCases[] = {
      {"beras \"harga beras naik\"", "", "Harga beras naik.", " / [Harga beras naik]."},
      {"\"harga beras\" \"beras naik sekali\"", "", "Harga beras naik sekali.",
       " / Harga [beras naik sekali]."},
      // What overlaps only with what is not kept is kept itself.
      {"\"a b\" \"b c d\" \"d e f g\"", "", "a b c d e f g", " / [a b] c [d e f g]"},
      {"prabowo Prabowo-Gibran", "", "Prabowo-Gibran.", " / [Prabowo-Gibran]."},
  };
  ExpectMatches(kCases);
}

TEST(MatchArticle, ExactForms) {
  constexpr MatchCase kCases[] = {
      {"=baca", "", "Ia membaca, baca!", " / Ia membaca, [baca]!"},
      {"=baca", "", "Ia membaca.", "no match"},
      {"=AS", "AS", "AS dan as roda.", "[AS] / [AS] dan as roda."},
      {"=AS", "", "as roda", "no match"},
      {"=as", "", "AS dan as.", " / [AS] dan [as]."},
      {"AS", "", "AS dan as.", " / [AS] dan [as]."},  // without an archive, any form
      {"roda -=AS", "", "as roda", " / as [roda]"},
      {"roda -=AS", "", "AS roda", "no match"},
  };
  ExpectMatches(kCases);
}

// The query KPK with the alternatives "komisi pemberantasan korupsi" and AS, the acronym.
QueryNode WithAlternatives() {
  Analyser analyser;
  QueryNode word = *ParseQuery("KPK", analyser).root;
  word.alternatives.push_back(
      {"", ParseQuery("\"komisi pemberantasan korupsi\"", analyser).root->terms});
  word.alternatives.push_back({"", ParseQuery("=AS", analyser).root->terms});
  return word;
}

TEST(MatchArticle, AlternativesTakePartInTheMatch) {
  const QueryNode word = WithAlternatives();
  Analyser analyser;
  const auto show = [&](std::string_view body) {
    const ArticleMatch match = MatchArticle(word, {}, analyser.Analyse(body));
    for (const Highlight& h : match.body) EXPECT_EQ(h.leaf, 0U);
    return match.matched ? Marked(body, match.body) : "no match";
  };
  EXPECT_EQ(show("Ketua KPK."), "Ketua [KPK].");
  EXPECT_EQ(show("Komisi Pemberantasan Korupsi (KPK)"), "[Komisi Pemberantasan Korupsi] ([KPK])");
  EXPECT_EQ(show("komisi itu, korupsi"), "no match");
  EXPECT_EQ(show("AS dan as"), "[AS] dan as");
}

TEST(MatchArticle, LeavesAreCountedFromLeftToRight) {
  Analyser analyser;
  Analyser body_analyser;
  const ParsedQuery query = ParseQuery("gandum OR beras -impor \"naik lagi\"", analyser);
  ASSERT_TRUE(query.root);
  const std::string_view body = "Beras naik lagi.";
  const ArticleMatch match = MatchArticle(*query.root, {}, body_analyser.Analyse(body));
  ASSERT_EQ(match.body.size(), 2U);
  EXPECT_NE(match.body[0].leaf, match.body[1].leaf);
  EXPECT_GT(match.body[0].leaf, 0U);  // gandum is the first
}

TEST(MatchArticle, AnEmptyArticleMatchesOnlyExclusions) {
  constexpr MatchCase kCases[] = {
      {"beras", "", "", "no match"},
      {"-beras", "", "", " / "},
      {"\"beras\"", "", "", "no match"},
  };
  ExpectMatches(kCases);
}

TEST(MatchProperty, HighlightsAreSortedApartAndInsideTheText) {
  constexpr std::string_view kWords[] = {"harga", "beras", "naik",      "e-KTP", "Prabowo-Gibran",
                                         "5%",    "anak2", "anak-anak", "ke-19", "Jum'at"};
  constexpr std::string_view kPieces[] = {
      "harga ", "beras ",   "naik ", "e-KTP ", "\"harga beras\" ", "\"beras naik harga\" ", "AND ",
      "OR ",    "-naik ",   "( ",    ") ",     "Prabowo-Gibran ",  "\"prabowo gibran\" ",   "5% ",
      "anak ",  "\"ktp\" ", "ektp "};
  Random random(51);
  Analyser analyser;
  Analyser title_analyser;
  Analyser body_analyser;
  for (int round = 0; round < 3000; ++round) {
    std::string query;
    for (std::size_t count = 1 + random.Below(8); count > 0; --count) query += random.Pick(kPieces);
    std::string title;
    std::string body;
    for (std::size_t count = random.Below(6); count > 0; --count)
      title += std::string(random.Pick(kWords)) + ' ';
    for (std::size_t count = random.Below(25); count > 0; --count)
      body += std::string(random.Pick(kWords)) + (random.Below(5) == 0 ? ". " : " ");
    const ParsedQuery parsed = ParseQuery(query, analyser);
    if (!parsed.root) continue;
    const ArticleMatch match =
        MatchArticle(*parsed.root, title_analyser.Analyse(title), body_analyser.Analyse(body));
    ASSERT_TRUE(match.matched || (match.title.empty() && match.body.empty()));
    for (const auto* list : {&match.title, &match.body}) {
      const std::size_t size = list == &match.title ? title.size() : body.size();
      std::size_t end = 0;
      for (const Highlight& h : *list) {
        ASSERT_LE(end, h.begin) << query << " over " << body;
        ASSERT_LT(h.begin, h.end);
        ASSERT_LE(h.end, size);
        end = h.end;
      }
    }
  }
}

}  // namespace
}  // namespace warta
