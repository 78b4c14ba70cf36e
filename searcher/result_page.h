#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/snippet.h"

namespace warta {

/// One article that was found.
struct Hit {
  std::size_t rank = 0;  ///< from 1, over all pages
  double score = 0;
  Article article;  ///< without its body
  Excerpt title;
  Excerpt snippet;
};

/// What was searched for beside what was typed: abbreviations and what they stand for.
struct Expansion {
  std::string typed;              ///< a word, or the words of a name with spaces between
  std::vector<std::string> also;  ///< most frequent first

  bool operator==(const Expansion&) const = default;
};

/// The answer to a query: plain data for the renderers.
struct ResultPage {
  std::string query;  ///< as it was given
  /// As it was understood, in the query language; empty: nothing to search for.
  std::string understood;
  std::vector<std::string> notes;  ///< what had to be guessed
  std::vector<Expansion> expansions;
  std::uint64_t matches = 0;  ///< how many articles match
  bool matches_exact = true;  ///< otherwise an estimate
  std::vector<Hit> hits;
  /// Why hits are missing from the page, a line each: their articles are damaged.
  std::vector<std::string> damage;
  double took_ms = 0;
};

}  // namespace warta
