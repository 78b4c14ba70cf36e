#pragma once

#include <string>
#include <vector>

namespace warta {

/// One token of the query (token.h), owned.
struct QueryTerm {
  std::string surface;
  std::string stem;
  bool joined = false;  ///< Token::Kind::kJoined

  bool operator==(const QueryTerm&) const = default;
};

/// Whether the terms of a word must stand side by side: where one of them is a number or a single
/// letter, which say nothing alone (G-20, Covid-19, Rp1,5). Names (Prabowo-Gibran) may stand apart.
bool MustBeAdjacent(const std::vector<QueryTerm>& terms);

/// A query as it was understood: a tree of what must, may and must not stand in an article.
struct QueryNode {
  enum class Kind {
    kWord,    ///< a word in any of its forms; one of several terms (Prabowo-Gibran) wants all of
              ///< them, or the joined form
    kPhrase,  ///< these forms in this order
    kRanked,  ///< any of the children, the more the better
    kAnd,     ///< all children
    kOr,      ///< any of the children
    kAndNot,  ///< the first child, but none of the others
    kEverything,  ///< every article; only ever the first child of a kAndNot
  };

  Kind kind = Kind::kEverything;
  std::string text;                 ///< kWord, kPhrase: as typed, without quotation marks
  std::vector<QueryTerm> terms;     ///< kWord, kPhrase: at least one that is not joined
  std::vector<QueryNode> children;  ///< the other kinds: at least two; for kEverything none

  bool operator==(const QueryNode&) const = default;
};

/// The query in its own language, in a form that parses to the same tree: what `understood` shows
/// people. Its parentheses nest at most twice as deep as those of the query that was parsed.
std::string ToString(const QueryNode& node);

}  // namespace warta
