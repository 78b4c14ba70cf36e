#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/message.h"
#include "searcher/excerpt/snippet.h"
#include "searcher/expand/expansion.h"
#include "searcher/query/parse.h"
#include "searcher/search/closeness.h"

namespace warta {

/// How a word of an article came to match a word of the query.
enum class MatchedBy : std::uint8_t {
  kForm,          ///< as typed
  kStem,          ///< another form of the word
  kSpelling,      ///< another writing: kerjasama for kerja sama, sukarno for Soekarno
  kAbbreviation,  ///< what it stands for, or its abbreviation
  kSynonym,       ///< of the user's list
  kPrefix,        ///< a form that begins so
  kFuzzy,         ///< a form that is written nearly so
  kMetadata,      ///< the source, the category, the author, the date
};

/// A form of an article that matched, and where.
struct MatchedForm {
  std::string form;  ///< as the article writes it, in small letters; of phrases the whole
  MatchedBy by = MatchedBy::kForm;
  std::size_t in_title = 0;  ///< how often
  std::size_t in_body = 0;
};

/// What one leaf of the query did for a hit.
struct LeafExplanation {
  std::string leaf;                ///< in the query language
  std::vector<MatchedForm> forms;  ///< empty: it did not match
  double score = 0;                ///< its part of the hit's score
};

/// One article that was found.
struct Hit {
  std::size_t rank = 0;  ///< from 1, over all pages
  double score = 0;
  double order =
      0;  ///< never rises from one hit to the next; differs from the score where other things count more
  Closeness closeness = Closeness::kApart;
  bool all_words =
      true;         ///< otherwise it has only some of the words, as far as excerpts were asked for
  Article article;  ///< without its body
  Excerpt title;
  Excerpt snippet;
  std::vector<Article> copies;  ///< near-duplicates that match too, folded into it; without bodies
  std::vector<LeafExplanation> explanation;  ///< in the order of the query, if asked for
};

/// A number of articles that have something in common.
struct FacetCount {
  std::string value;  ///< a source, a category, `2022`, `2022-02`, `2022-02-07`; empty: unknown
  std::uint64_t articles = 0;

  bool operator==(const FacetCount&) const = default;
};

/// What articles can be counted by, in the order in which it is listed.
inline constexpr std::string_view kFacetFields[] = {"source", "category", "year", "month"};

struct Facet {
  std::string field;               ///< one of kFacetFields
  std::vector<FacetCount> values;  ///< most articles first; years and months in their order
  std::size_t values_in_all = 0;   ///< how many there are, of which `values` may be the first
};

enum class Granularity : std::uint8_t { kYear, kMonth, kDay };

/// A period of a histogram.
struct HistogramBar {
  std::string period;          ///< as in FacetCount
  std::uint64_t articles = 0;  ///< that match
  std::uint64_t all = 0;       ///< in the database
};

struct Histogram {
  Granularity granularity = Granularity::kMonth;
  std::vector<HistogramBar>
      bars;                   ///< from the first period with a match to the last, none left out
  std::uint64_t undated = 0;  ///< articles that match and have no date
};

/// Another query that finds articles where this one found none, or hardly any.
struct Suggestion {
  std::string query;
  std::uint64_t matches = 0;  ///< never 0
  bool matches_exact = true;
};

/// The answer to a query: plain data for the renderers.
struct ResultPage {
  std::string query;  ///< as it was given
  /// As it was understood, in the query language; empty: nothing to search for.
  std::string understood;
  std::vector<QueryMistake> mistakes;  ///< not empty: nothing was searched for
  std::vector<Message> notes;          ///< what had to be guessed
  std::vector<Expansion> expansions;
  std::uint64_t matches = 0;  ///< how many articles match, copies counted
  bool matches_exact = true;  ///< otherwise an estimate
  /// Where some articles have all words of the query and others only some (MatchMode::kAuto): how many have all; facets
  /// and the histogram count only them.
  std::optional<std::uint64_t> matches_all_words;
  bool all_words_first = false;  ///< whether they stand before the others
  std::vector<Hit> hits;
  std::optional<Suggestion> suggestion;
  std::vector<Facet> facets;
  std::optional<Histogram> histogram;
  /// Why hits are missing from the page, a line each: their articles are damaged.
  std::vector<std::string> damage;
  double took_ms = 0;
};

}  // namespace warta
