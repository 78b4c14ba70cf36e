#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>

#include <gtest/gtest.h>

#include "common/ascii.h"
#include "common/text/utf8.h"
#include "searcher/excerpt/match.h"
#include "searcher/excerpt/snippet.h"
#include "searcher/query/function_words.h"
#include "searcher/query/parse.h"
#include "tests/oracle/oracle_case.h"
#include "tests/oracle/random_query.h"

namespace warta::oracle {
namespace {

// Each corpus answers this many queries; one query is one round.
constexpr std::size_t kQueriesPerCorpus = 100;

// For a build with sanitizers and debug information; scripts/soak asks for 200,000.
constexpr std::size_t kDefaultRounds = 2000;

std::size_t NumberFrom(const char* variable, std::size_t otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

/// Runs `check(corpus, random, seed)` for as many rounds as were asked for, and stops at the first
/// corpus that fails. WARTA_ORACLE_SEED starts at the corpus of a failure.
template <class Check>
void ForRandomCorpora(std::uint32_t first_seed, const Check& check, const CaseShape& shape = {}) {
  const std::size_t rounds = NumberFrom("WARTA_ORACLE_ROUNDS", kDefaultRounds);
  const auto first = static_cast<std::uint32_t>(NumberFrom("WARTA_ORACLE_SEED", first_seed));
  std::size_t done = 0;
  for (std::uint32_t seed = first; done < rounds && !testing::Test::HasFailure(); ++seed) {
    OracleCase corpus(seed, shape);
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
  constexpr std::size_t kEllipses = 6;
  if (hit.snippet.text.size() > kSnippetBytes + kEllipses) return "a snippet that is too long";
  return {};
}

// What a query has to find.
struct Expected {
  IdSet any;  ///< with any of the words that stand side by side
  IdSet all;  ///< with all of them
  bool mistaken = false;
  bool grouped = true;  ///< MatchMode::kAuto puts those with all words first
};

SearchOptions RandomOptions(Random& random) {
  constexpr MatchMode kModes[] = {MatchMode::kAuto, MatchMode::kAuto, MatchMode::kAll,
                                  MatchMode::kAny};
  constexpr SortOrder kOrders[] = {SortOrder::kRelevance, SortOrder::kRelevance, SortOrder::kNewest,
                                   SortOrder::kOldest};
  SearchOptions options = AllHits();
  options.match = kModes[Below(random, std::size(kModes))];
  options.sort = kOrders[Below(random, std::size(kOrders))];
  return options;
}

// Whether the one may stand before the other, both with all words of the query or neither.
bool InOrder(const Hit& before, const Hit& after, SortOrder order) {
  const std::optional<Date>& a = before.article.date;
  const std::optional<Date>& b = after.article.date;
  if (order == SortOrder::kRelevance) return before.order >= after.order;
  if (!a || !b) return !b;
  return order == SortOrder::kNewest ? *a >= *b : *a <= *b;
}

std::string OrderFaults(const ResultPage& page, const SearchOptions& options, bool in_groups) {
  for (std::size_t i = 0; i < page.hits.size(); ++i) {
    if (page.hits[i].rank != options.offset + i + 1) return "ranks are not counted";
    if (i == 0) continue;
    const Hit& before = page.hits[i - 1];
    const Hit& hit = page.hits[i];
    const bool grouped = options.match == MatchMode::kAuto && in_groups;
    if (grouped && !before.all_words && hit.all_words) return "all words behind some of them";
    if (grouped && before.all_words != hit.all_words) continue;
    if (!InOrder(before, hit, options.sort))
      return before.article.id + " stands before " + hit.article.id;
  }
  return {};
}

// What is wrong with what is said of all words of the query.
std::string AllWordsFaults(const ResultPage& page, const Expected& expected, MatchMode match) {
  if (match != MatchMode::kAuto) return {};
  IdSet all;
  for (const Hit& hit : page.hits) {
    if (hit.all_words) all.insert(hit.article.id);
  }
  if (all != expected.all) return "all words " + Show(all) + "\nexpected  " + Show(expected.all);
  const bool some = !all.empty() && all.size() < expected.any.size();
  if (page.matches_all_words.has_value() != some || (some && *page.matches_all_words != all.size()))
    return "the number of matches with all words is wrong";
  return {};
}

// How an answer differs from what is expected; empty: not at all.
std::string PageDifference(const ResultPage& page, const Expected& expected,
                           const SearchOptions& options) {
  if (expected.mistaken != !page.mistakes.empty()) return "mistakes that the parser does not name";
  const IdSet& wanted = options.match == MatchMode::kAll ? expected.all : expected.any;
  const IdSet found = IdsOf(page);
  if (found != wanted) return "found    " + Show(found) + "\nexpected " + Show(wanted);
  if (found.size() != page.hits.size()) return "an article was found twice";
  if (!page.matches_exact || page.matches != found.size())
    return "the number of matches is " + std::to_string(page.matches);
  if (std::string faults = AllWordsFaults(page, expected, options.match); !faults.empty())
    return faults;
  for (const Hit& hit : page.hits) {
    if (std::string faults = Faults(hit); !faults.empty()) return hit.article.id + ": " + faults;
  }
  return OrderFaults(page, options, expected.grouped);
}

std::string Difference(OracleCase& corpus, const std::string& query, Expected expected,
                       const SearchOptions& options) {
  try {
    const ParsedQuery parsed = ParseQuery(query, corpus.analyser());
    const bool by_date = options.sort != SortOrder::kRelevance;
    if (parsed.root) expected.grouped = by_date || IsOfKeywords(corpus.Expanded(*parsed.root));
    return PageDifference(corpus.Search(query, options), expected, options);
  } catch (const std::exception& error) {
    return std::string("the search threw ") + error.what();
  }
}

// Where highlights are no part of the match, or leave a part of it out. Of parts that overlap one
// is highlighted.
std::string HighlightDifference(const std::vector<Highlight>& highlights,
                                const std::vector<ShownPlace>& places) {
  for (const Highlight& h : highlights) {
    const bool known = std::any_of(places.begin(), places.end(), [&](const ShownPlace& place) {
      return place.begin == h.begin && place.end == h.end && place.leaf == h.leaf;
    });
    if (!known) return "what is highlighted is no part of the match";
  }
  for (const ShownPlace& place : places) {
    const bool shown = std::any_of(highlights.begin(), highlights.end(), [&](const Highlight& h) {
      return h.begin < place.end && place.begin < h.end;
    });
    if (!shown) return "a part of the match is not highlighted";
  }
  return {};
}

// Where match.h and the hits differ, or a hit has nothing to show.
std::string MatchDifference(OracleCase& corpus, const QueryNode& root, const IdSet& found) {
  for (std::size_t i = 0; i < corpus.articles().size(); ++i) {
    const Article& article = corpus.articles()[i];
    const AnalysedText& text = corpus.texts()[i];
    const ArticleMatch match = MatchArticle(root, text.title.tokens(), text.body.tokens(),
                                            FilterTestFor(article, corpus.analyser()));
    if (match.matched != found.contains(article.id))
      return article.id + (match.matched ? " matches but is no hit" : " is a hit without a match");
    const bool shown = !match.title.empty() || !match.body.empty();
    if (match.matched && IsPositive(root) && !shown) return article.id + " has no highlight";
    if (!match.matched && shown) return article.id + " has highlights without a match";
    const ShownPlaces places = PlacesToShow(root, text);
    for (const std::string& faults :
         {Faults(article.title, match.title), Faults(article.body, match.body),
          HighlightDifference(match.title, places.title),
          HighlightDifference(match.body, places.body)}) {
      if (!faults.empty()) return article.id + ": " + faults;
    }
  }
  return {};
}

// Words that spell an operator are printed in small letters.
bool SameMeaning(const QueryNode& a, QueryNode b) {
  if (LowerAscii(a.text) == LowerAscii(b.text)) b.text = a.text;
  if (a.children.size() != b.children.size()) return false;
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!SameMeaning(a.children[i], b.children[i])) return false;
  }
  b.children = a.children;
  return a == b;
}

// Whether the reading, typed in its turn, is read as the same.
std::string ReadingDifference(OracleCase& corpus, const QueryNode& root) {
  const std::string reading = ToString(root);
  const ParsedQuery again = ParseQuery(reading, corpus.analyser());
  if (!again.root || !again.mistakes.empty()) return "the reading is no query: " + reading;
  if (!again.notes.empty()) return "the reading needs a note: " + reading;
  if (!SameMeaning(root, *again.root)) return "the reading is read as another: " + reading;
  return {};
}

// The forms that the archive has are not counted here: what they find is.
QueryNode WithoutForms(QueryNode node) {
  for (QueryTerm& term : node.terms) term.forms.clear();
  for (QueryNode& child : node.children) child = WithoutForms(std::move(child));
  return node;
}

// A query in words, understood by the parser, answered by the index, by brute force and by match.h.
std::string TextDifference(OracleCase& corpus, const std::string& query,
                           const SearchOptions& options) {
  ParsedQuery parsed = ParseQuery(query, corpus.analyser());
  std::optional<QueryNode>& root = parsed.root;
  if (!parsed.mistakes.empty()) return Difference(corpus, query, {{}, {}, true}, options);
  if (!root) return Difference(corpus, query, {}, options);
  if (std::string difference = ReadingDifference(corpus, *root); !difference.empty())
    return difference;
  const std::string reading = ToString(*root);
  QueryNode expanded = corpus.Expanded(*root);
  ExpandByCounting(*root, corpus.facts());
  if (*root != WithoutForms(expanded)) return "other abbreviations or acronyms than counted";
  root = WithoutFunctionWords(std::move(*root));
  LeaveOutFunctionWords(expanded);
  if (*root != WithoutForms(expanded)) return "other function words were left out";
  const QueryNode with_all = WithAllWords(*root);
  const Expected expected = {
      corpus.Select([&](const AnalysedText& text) { return Describes(*root, text); }),
      corpus.Select([&](const AnalysedText& text) { return Describes(with_all, text); })};
  std::string difference = Difference(corpus, query, expected, options);
  if (difference.empty()) difference = MatchDifference(corpus, expanded, expected.any);
  if (difference.empty()) difference = Difference(corpus, reading, expected, options);
  return difference;
}

Expected ExpectedOf(OracleCase& corpus, const Wish& wish) {
  const auto select = [&](bool all_words) {
    return corpus.Select(
        [&](const AnalysedText& text) { return Fulfils(wish, text, corpus, all_words); });
  };
  return {select(false), select(true)};
}

std::string WishDifference(OracleCase& corpus, const Wish& wish, const SearchOptions& options) {
  return Difference(corpus, Print(wish), ExpectedOf(corpus, wish), options);
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
    for (std::string Article::*part : {&Article::title, &Article::body, &Article::source,
                                       &Article::category, &Article::author}) {
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
  const SearchOptions options = RandomOptions(random);
  const std::string difference = TextDifference(corpus, query, options);
  if (difference.empty()) return;
  const std::string shrunk = Shrink(query, WithoutOneWord, [&](const std::string& candidate) {
    return !TextDifference(corpus, candidate, options).empty();
  });
  const auto difference_of = [&](OracleCase& c) { return TextDifference(c, shrunk, options); };
  ADD_FAILURE() << Report(corpus, seed, query, shrunk, difference, difference_of);
}

TEST(Search, FindsWhatBruteForceFindsForWhateverIsTyped) {
  ForRandomCorpora(1, CheckText);
}

TEST(Search, FindsAbbreviationsAndWhatTheyStandFor) {
  ForRandomCorpora(3'000'000'001, CheckText, {.abbreviations = true});
}

TEST(Search, FindsTheSameInSeveralDatabases) {
  ForRandomCorpora(4'000'000'001, CheckText, {.databases = 3});
}

TEST(Search, FindsWhatWasWishedForHoweverItIsWritten) {
  ForRandomCorpora(1'000'000'001, [](OracleCase& corpus, Random& random, std::uint32_t seed) {
    const Wish wish = RandomWish(random, corpus.vocabulary(), corpus.articles());
    const SearchOptions options = RandomOptions(random);
    const std::string difference = WishDifference(corpus, wish, options);
    if (difference.empty()) return;
    const Wish shrunk = Shrink(wish, Simpler, [&](const Wish& candidate) {
      return !WishDifference(corpus, candidate, options).empty();
    });
    const auto difference_of = [&](OracleCase& c) { return WishDifference(c, shrunk, options); };
    ADD_FAILURE() << Report(corpus, seed, Print(wish), Print(shrunk), difference, difference_of);
  });
}

struct KnownCase {
  std::string query;
  std::string title;
  std::string body;
};

// What random queries find once in many thousands.
TEST(Search, FindsWhatItDidNotFindBefore) {
  const std::vector<KnownCase> cases = {
      // A number alone wants its forms side by side, near others the stems.
      {"Rp1.500undang NEAR mengundang", "", "Rp1.500 mengundang/undang"},
      // A word with other writings in a part of the article.
      {"isi:anti-korupsi", "anti-korupsi", "antikorupsi"},
      {"isi:anti-korupsi", "antikorupsi", "korupsi"},
      // Title and body without a word.
      {"sumber:reuters", "", ""},
  };
  for (const KnownCase& known : cases) {
    Article article;
    article.id = "berita-1";
    article.path = "/berita/1.txt";
    article.title = known.title;
    article.body = known.body;
    article.source = "Reuters";
    OracleCase corpus({article});
    EXPECT_EQ(TextDifference(corpus, known.query, AllHits()), "") << known.query;
  }
}

// What the options ask for beside the query.
TEST(Search, FindsOnlyWhatTheOptionsLetPass) {
  ForRandomCorpora(1'500'000'001, [](OracleCase& corpus, Random& random, std::uint32_t seed) {
    const Wish wish = RandomWish(random, corpus.vocabulary(), corpus.articles());
    Wish filter = RandomFilter(random);
    SearchOptions options = RandomOptions(random);
    if (filter.kind == Wish::Kind::kDate) {
      options.published = filter.period;
    } else {
      (filter.field == Wish::Field::kSource ? options.source : options.category) =
          filter.children.front().text;
    }
    Expected expected = ExpectedOf(corpus, wish);
    const Expected passing = ExpectedOf(corpus, filter);
    std::erase_if(expected.any, [&](const auto& id) { return !passing.any.contains(id); });
    std::erase_if(expected.all, [&](const auto& id) { return !passing.any.contains(id); });
    EXPECT_EQ(Difference(corpus, Print(wish), expected, options), "")
        << "seed " << seed << ": " << Print(wish) << " with " << Print(filter);
  });
}

// Pages laid end to end are the whole ranking: nothing twice, nothing left out.
TEST(Search, PagesAreSlicesOfOneRanking) {
  ForRandomCorpora(2'000'000'001, [](OracleCase& corpus, Random& random, std::uint32_t seed) {
    const std::string query = RandomQueryText(random, corpus.vocabulary(), corpus.articles());
    SearchOptions options = RandomOptions(random);
    options.excerpts = false;
    const ResultPage whole = corpus.Search(query, options);
    options.limit = 1 + Below(random, 5);
    std::size_t at = 0;
    for (; options.offset <= whole.hits.size(); options.offset += options.limit) {
      const ResultPage page = corpus.Search(query, options);
      EXPECT_EQ(page.matches, whole.matches) << "seed " << seed << ": " << query;
      EXPECT_EQ(page.matches_all_words, whole.matches_all_words)
          << "seed " << seed << ": " << query;
      for (const Hit& hit : page.hits) {
        ASSERT_LT(at, whole.hits.size()) << "seed " << seed << ": " << query;
        const Hit& same = whole.hits[at];
        EXPECT_EQ(hit.article.id, same.article.id) << "seed " << seed << ": " << query;
        EXPECT_EQ(hit.all_words, same.all_words) << "seed " << seed << ": " << query;
        EXPECT_EQ(hit.rank, ++at) << "seed " << seed << ": " << query;
      }
    }
    EXPECT_EQ(at, whole.hits.size()) << "seed " << seed << ": " << query;
  });
}

}  // namespace
}  // namespace warta::oracle
