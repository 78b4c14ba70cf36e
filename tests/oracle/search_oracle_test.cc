#include <algorithm>
#include <cstdlib>
#include <optional>

#include <gtest/gtest.h>

#include "common/text/utf8.h"
#include "searcher/excerpt/match.h"
#include "searcher/excerpt/snippet.h"
#include "searcher/query/parse.h"
#include "tests/oracle/oracle_case.h"
#include "tests/oracle/random_query.h"

namespace warta::oracle {
namespace {

// Each corpus answers this many queries; one query is one round.
constexpr std::size_t kQueriesPerCorpus = 100;

// For a build with sanitizers and debug information; scripts/soak asks for a million.
constexpr std::size_t kDefaultRounds = 2000;

std::size_t NumberFrom(const char* variable, std::size_t otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

/// Runs `check(corpus, random, seed)` for as many rounds as were asked for, and stops at the first
/// corpus that fails. WARTA_ORACLE_SEED starts at the corpus of a failure.
template <class Check>
void ForRandomCorpora(std::uint32_t first_seed, const Check& check, bool abbreviations = false) {
  const std::size_t rounds = NumberFrom("WARTA_ORACLE_ROUNDS", kDefaultRounds);
  const auto first = static_cast<std::uint32_t>(NumberFrom("WARTA_ORACLE_SEED", first_seed));
  std::size_t done = 0;
  for (std::uint32_t seed = first; done < rounds && !testing::Test::HasFailure(); ++seed) {
    OracleCase corpus(seed, abbreviations);
    Random random(~seed);
    for (std::size_t i = 0; i < kQueriesPerCorpus && done < rounds; ++i, ++done) {
      check(corpus, random, seed);
      if (testing::Test::HasFailure()) return;
    }
  }
  testing::Test::RecordProperty("rounds", std::to_string(done));
}

bool EndsCharacters(const std::string& text, std::size_t at) {
  return at == text.size() || (text[at] & 0xC0) != 0x80;
}

// What is wrong with highlights of a text; empty: nothing.
std::string Faults(const std::string& text, const std::vector<Highlight>& highlights) {
  std::size_t last = 0;
  for (const Highlight& h : highlights) {
    if (h.begin >= h.end || h.end > text.size()) return "a highlight outside of the text";
    if (h.begin < last) return "highlights that overlap";
    if (!EndsCharacters(text, h.begin) || !EndsCharacters(text, h.end))
      return "a highlight that cuts a character";
    last = h.end;
  }
  return {};
}

std::string Faults(const Hit& hit) {
  for (const Excerpt* excerpt : {&hit.title, &hit.snippet}) {
    if (std::string faults = Faults(excerpt->text, excerpt->highlights); !faults.empty())
      return faults + " in " + excerpt->text;
    if (!IsValidUtf8(excerpt->text)) return "a cut character in " + excerpt->text;
  }
  if (hit.snippet.text.find('\n') != std::string::npos) return "a snippet of two lines";
  // No match of these corpora is long itself: words stand at most three characters apart.
  constexpr std::size_t kEllipses = 2 * 3;
  if (hit.snippet.text.size() > kSnippetBytes + kEllipses) return "a snippet that is too long";
  return {};
}

// How the answer to a query differs from what is expected; empty: not at all.
std::string Difference(OracleCase& corpus, const std::string& query, const IdSet& expected) {
  ResultPage page;
  try {
    page = corpus.Search(query, true);
  } catch (const std::exception& error) {
    return std::string("the search threw ") + error.what();
  }
  const IdSet found = IdsOf(page);
  if (found != expected) return "found    " + Show(found) + "\nexpected " + Show(expected);
  if (found.size() != page.hits.size()) return "an article was found twice";
  if (!page.matches_exact || page.matches != found.size())
    return "the number of matches is " + std::to_string(page.matches);
  for (const Hit& hit : page.hits) {
    if (std::string faults = Faults(hit); !faults.empty()) return hit.article.id + ": " + faults;
  }
  return {};
}

// Where match.h and the hits differ, or a hit has nothing to show.
std::string MatchDifference(OracleCase& corpus, const QueryNode& root, const IdSet& found) {
  for (std::size_t i = 0; i < corpus.articles().size(); ++i) {
    const Article& article = corpus.articles()[i];
    const AnalysedText& text = corpus.texts()[i];
    const ArticleMatch match = MatchArticle(root, text.title.tokens(), text.body.tokens());
    if (match.matched != found.contains(article.id))
      return article.id + (match.matched ? " matches but is no hit" : " is a hit without a match");
    const bool shown = !match.title.empty() || !match.body.empty();
    if (match.matched && IsPositive(root) && !shown) return article.id + " has no highlight";
    if (!match.matched && shown) return article.id + " has highlights without a match";
    for (const auto& [part, highlights] :
         {std::pair(&article.title, &match.title), std::pair(&article.body, &match.body)}) {
      if (std::string faults = Faults(*part, *highlights); !faults.empty())
        return article.id + ": " + faults;
    }
  }
  return {};
}

// A query in words, understood by the parser, answered by the index, by brute force and by match.h.
std::string TextDifference(OracleCase& corpus, const std::string& query) {
  std::optional<QueryNode> root = ParseQuery(query, corpus.analyser()).root;
  if (root) {
    const QueryNode expanded = corpus.Expanded(*root);
    ExpandByCounting(*root, corpus.facts());
    if (*root != expanded) return "other abbreviations or acronyms than counted";
  }
  const IdSet expected =
      root ? corpus.Select([&](const AnalysedText& text) { return Describes(*root, text); })
           : IdSet();
  std::string difference = Difference(corpus, query, expected);
  if (difference.empty() && root) difference = MatchDifference(corpus, *root, expected);
  if (difference.empty() && root) difference = Difference(corpus, ToString(*root), expected);
  return difference;
}

std::string WishDifference(OracleCase& corpus, const Wish& wish) {
  const IdSet expected =
      corpus.Select([&](const AnalysedText& text) { return Fulfils(wish, text, corpus); });
  return Difference(corpus, Print(wish), expected);
}

std::vector<std::string> WithoutOneWord(const std::string& text) {
  std::vector<std::string> shorter;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size() - 1) + 1;
    shorter.push_back(text.substr(0, begin) + text.substr(end));
    begin = end;
  }
  return shorter;
}

std::vector<std::vector<Article>> Smaller(const std::vector<Article>& articles) {
  std::vector<std::vector<Article>> smaller;
  for (std::size_t i = 0; i < articles.size() && articles.size() > 1; ++i) {
    smaller.push_back(articles);
    smaller.back().erase(smaller.back().begin() + static_cast<std::ptrdiff_t>(i));
  }
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (std::string Article::*part : {&Article::title, &Article::body}) {
      for (std::string& text : WithoutOneWord(articles[i].*part)) {
        smaller.push_back(articles);
        smaller.back()[i].*part = std::move(text);
      }
    }
  }
  return smaller;
}

// Takes the first simpler candidate that still fails, until none does. A bound on the tries keeps a
// report from taking longer than the run.
template <class T, class Candidates, class Fails>
T Shrink(T failing, const Candidates& candidates, const Fails& fails) {
  std::size_t tries = 3000;
  for (bool shrunk = true; shrunk && tries > 0;) {
    shrunk = false;
    for (T& candidate : candidates(failing)) {
      if (tries == 0 || !fails(candidate)) {
        tries -= tries == 0 ? 0 : 1;
        continue;
      }
      failing = std::move(candidate);
      shrunk = true;
      break;
    }
  }
  return failing;
}

// The least articles for which the query still fails, in a database of one run.
template <class DifferenceOf>
std::string Report(const OracleCase& corpus, std::uint32_t seed, const std::string& query,
                   const std::string& shrunk_query, const std::string& difference,
                   const DifferenceOf& difference_of) {
  const std::string header = "WARTA_ORACLE_SEED=" + std::to_string(seed) + "\nquery  " + query +
                             "\nshrunk " + shrunk_query + '\n';
  OracleCase fresh(corpus.articles());
  if (difference_of(fresh).empty()) {
    return header + difference + "\nnot so in a database of one run: history matters\n" +
           Show(corpus.articles());
  }
  const auto articles = Shrink(corpus.articles(), Smaller, [&](const auto& candidate) {
    OracleCase smaller(candidate);
    return !difference_of(smaller).empty();
  });
  OracleCase least(articles);
  return header + difference_of(least) + '\n' + Show(articles);
}

void CheckText(OracleCase& corpus, Random& random, std::uint32_t seed) {
  const std::string query = RandomQueryText(random, corpus.vocabulary(), corpus.articles());
  const std::string difference = TextDifference(corpus, query);
  if (difference.empty()) return;
  const std::string shrunk = Shrink(query, WithoutOneWord, [&](const std::string& candidate) {
    return !TextDifference(corpus, candidate).empty();
  });
  const auto difference_of = [&](OracleCase& c) { return TextDifference(c, shrunk); };
  ADD_FAILURE() << Report(corpus, seed, query, shrunk, difference, difference_of);
}

TEST(Search, FindsWhatBruteForceFindsForWhateverIsTyped) {
  ForRandomCorpora(1, CheckText);
}

TEST(Search, FindsAbbreviationsAndWhatTheyStandFor) {
  ForRandomCorpora(3'000'000'001, CheckText, true);
}

TEST(Search, FindsWhatWasWishedForHoweverItIsWritten) {
  ForRandomCorpora(1'000'000'001, [](OracleCase& corpus, Random& random, std::uint32_t seed) {
    const Wish wish = RandomWish(random, corpus.vocabulary(), corpus.articles());
    const std::string difference = WishDifference(corpus, wish);
    if (difference.empty()) return;
    const Wish shrunk = Shrink(wish, Simpler, [&](const Wish& candidate) {
      return !WishDifference(corpus, candidate).empty();
    });
    const auto difference_of = [&](OracleCase& c) { return WishDifference(c, shrunk); };
    ADD_FAILURE() << Report(corpus, seed, Print(wish), Print(shrunk), difference, difference_of);
  });
}

// Pages laid end to end are the whole ranking: nothing twice, nothing left out.
TEST(Search, PagesAreSlicesOfOneRanking) {
  ForRandomCorpora(2'000'000'001, [](OracleCase& corpus, Random& random, std::uint32_t seed) {
    const std::string query = RandomQueryText(random, corpus.vocabulary(), corpus.articles());
    const ResultPage whole = corpus.Search(query, false);
    const std::size_t size = 1 + Below(random, 5);
    std::size_t at = 0;
    for (std::size_t offset = 0; offset <= whole.hits.size(); offset += size) {
      const ResultPage page = corpus.SearchPage(query, offset, size);
      EXPECT_EQ(page.matches, whole.matches) << "seed " << seed << ": " << query;
      for (const Hit& hit : page.hits) {
        ASSERT_LT(at, whole.hits.size()) << "seed " << seed << ": " << query;
        EXPECT_EQ(hit.article.id, whole.hits[at].article.id) << "seed " << seed << ": " << query;
        EXPECT_EQ(hit.rank, ++at) << "seed " << seed << ": " << query;
      }
    }
    EXPECT_EQ(at, whole.hits.size()) << "seed " << seed << ": " << query;
  });
}

}  // namespace
}  // namespace warta::oracle
