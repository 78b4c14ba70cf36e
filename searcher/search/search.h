#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/date/period.h"
#include "searcher/expand/synonym_file.h"
#include "searcher/search/result_page.h"

namespace warta {

enum class SortOrder : std::uint8_t { kRelevance, kNewest, kOldest };

/// What words side by side ask of an article.
enum class MatchMode : std::uint8_t {
  kAuto,  ///< articles with all of them first, then those with some
  kAll,
  kAny,
};

inline constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

struct SearchOptions {
  std::size_t limit =
      10;  ///< hits on the page; kNoLimit: all; 0: only the counts, which are exact then
  std::size_t offset = 0;  ///< hits before the page, those that stand for copies counted once
  bool excerpts = true;    ///< otherwise titles and snippets stay empty
  SortOrder sort = SortOrder::kRelevance;  ///< undated articles last
  double prefer_recent = 0;                ///< by relevance: RecencyPrior::half_life; 0: none
  MatchMode match = MatchMode::kAuto;
  std::optional<DateRange> published;  ///< only articles of these days
  std::string source;    ///< not empty: only articles with these words in their source
  std::string category;  ///< likewise
  bool fold_copies = true;
  bool synonyms = true;  ///< abbreviations, other writings, compounds, the user's list
  bool suggest = true;
  bool explain = false;
  std::vector<std::string> facets;  ///< of kFacetFields
  std::optional<Granularity> histogram;
};

/// Takes a hit; whether more are wanted.
using HitSink = std::function<bool(Hit)>;

/// Answers queries over databases that may be written to meanwhile. Thread-compatible: one object
/// a thread.
class Searcher {
 public:
  /// `databases`: at least one; they are searched as one. `synonyms`: the user's. Fatal: see OpenForReading.
  explicit Searcher(std::vector<std::string> databases, SynonymList synonyms = {});
  ~Searcher();
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  /// The page of the best matches. Hits of equal score stand in the order in which they were
  /// indexed; those of a query that only filters, newest first. Damaged articles are left out of the
  /// page, which says so. Fatal: a database cannot be read.
  ResultPage Search(const std::string& query, const SearchOptions& options);

  /// The same, but each hit is given to the sink as soon as it is ready, so that no number of them
  /// takes memory; the page has none.
  ResultPage Search(const std::string& query, const SearchOptions& options, const HitSink& sink);

  /// Articles like the one with the id, without itself; the page's query is the id. Fatal
  /// (kQueryError): there is no such article.
  ResultPage Similar(const std::string& id, const SearchOptions& options, const HitSink& sink);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace warta
