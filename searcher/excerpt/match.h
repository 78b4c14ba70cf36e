#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "common/article.h"
#include "common/text/analyser.h"
#include "common/text/token.h"
#include "searcher/query/query.h"

namespace warta {

/// A part of a text that the query matched.
struct Highlight {
  std::size_t begin = 0;  ///< byte offsets
  std::size_t end = 0;
  std::uint32_t leaf = 0;  ///< which word or phrase of the query, counted from left to right

  bool operator==(const Highlight&) const = default;
};

/// What of an article matches a query, by place and without overlaps.
struct ArticleMatch {
  bool matched = false;
  std::vector<Highlight> title;
  std::vector<Highlight> body;
};

/// Whether a kMetadata or kDate leaf holds for an article.
using FilterTest = std::function<bool(const QueryNode&)>;

/// The test for one article, which has to outlive it, as the analyser has to.
FilterTest FilterTestFor(const Article& article, Analyser& analyser);

/// Evaluates the query, completed by Expand, over the tokens of one article. Only what took part in
/// the match is reported: for a phrase the places where it stands as a phrase, of NEAR the words that
/// stand near each other, for `a AND b OR c` nothing of a and b where one of them is missing, for what
/// is excluded nothing.
///
/// `passes`: without it, no kMetadata or kDate leaf holds.
ArticleMatch MatchArticle(const QueryNode& query, std::span<const Token> title,
                          std::span<const Token> body, const FilterTest& passes = {});

}  // namespace warta
