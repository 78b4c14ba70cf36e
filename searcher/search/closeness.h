#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "common/text/token.h"
#include "searcher/query/query.h"

namespace warta {

/// How the words of a query of keywords stand in an article. What comes later ranks higher, whatever the scores.
enum class Closeness : std::uint8_t {
  kApart,
  kNear,         ///< near each other (kMostBetween)
  kNearInOrder,  ///< in the order of the query, or all in the title
  kAnyFormPhrase,  ///< side by side in this order, in any form, or as something that stands for all of them
  kPhrase,  ///< exactly as typed, with the function words between them
  kTitle,   ///< and nothing else is the title
};

/// The words of a query that may stand close to each other in an article.
struct WordRun {
  std::vector<QueryNode> typed;    ///< kWord nodes of one part of the article, in their order
  std::vector<QueryNode> content;  ///< the same without function words
  /// Whether they are keywords (common/ranking_model.h); otherwise only words that follow each other count.
  bool keywords = false;

  bool empty() const { return content.empty(); }
};

/// The run that a query, completed by Expand, consists of, filters and what is excluded aside; an empty one where it
/// is none: with AND between words nobody asks for a phrase.
WordRun WordRunOf(const QueryNode& root);

/// What the text of an article says of a run.
struct TextCloseness {
  Closeness closeness = Closeness::kApart;  ///< at most kAnyFormPhrase
  std::vector<bool>
      adjacent;  ///< for each two content words in a row: whether they stand side by side
};

TextCloseness ClosenessIn(const WordRun& run, std::span<const Token> title,
                          std::span<const Token> body);

}  // namespace warta
