#pragma once

#include <string>
#include <vector>

#include "common/text/token.h"

namespace warta {

/// One token of the query (token.h), owned.
struct QueryTerm {
  std::string surface;
  std::string stem;
  Token::Kind kind = Token::Kind::kWord;
  /// Of a kWord: the same word as an acronym, where it was typed as one (`AS`); else empty. Whether
  /// that was meant depends on the archive: Expand (expand.h) makes it a term of kind kAcronym or
  /// clears it. Until then it means nothing.
  std::string acronym = {};

  bool operator==(const QueryTerm&) const = default;
};

/// Another way to say a word or a run of words, learned from the archive: what an abbreviation
/// stands for, or the abbreviation of a name.
struct Alternative {
  std::string text;              ///< for people: `komisi pemberantasan korupsi`, `KPK`
  std::vector<QueryTerm> terms;  ///< exact forms side by side, or one acronym

  bool operator==(const Alternative&) const = default;
};

/// Whether the terms of a word must stand side by side: where one of them is a number or a single
/// letter, which say nothing alone (G-20, Covid-19, Rp1,5). Names (Prabowo-Gibran) may stand apart.
bool MustBeAdjacent(const std::vector<QueryTerm>& terms);

/// A query as it was understood: a tree of what must, may and must not stand in an article.
struct QueryNode {
  enum class Kind {
    kWord,    ///< a word in any of its forms; one of several terms (Prabowo-Gibran) wants all of
              ///< them, or a variant
    kPhrase,  ///< these forms in this order
    kExact,   ///< one term exactly as written: `=AS` is the acronym and not the word as
    kRanked,  ///< any of the children, the more the better
    kAnd,     ///< all children
    kOr,      ///< any of the children
    kAndNot,  ///< the first child, but none of the others
    kEverything,  ///< every article; only ever the first child of a kAndNot
  };

  Kind kind = Kind::kEverything;
  std::string text;  ///< kWord, kPhrase, kExact: as typed, without quotation marks and `=`
  /// kWord, kPhrase: at least one of kind kWord (or, in a word, kAcronym); kExact: one.
  std::vector<QueryTerm> terms;
  std::vector<QueryNode> children;  ///< the other kinds: at least two; for kEverything none
  /// kWord: what an article may have in place of the word. Put in by Expand, never printed.
  std::vector<Alternative> alternatives = {};

  bool operator==(const QueryNode&) const = default;
};

/// The query in its own language, in a form that parses to the same tree: what `understood` shows
/// people. Its parentheses nest at most twice as deep as those of the query that was parsed.
std::string ToString(const QueryNode& node);

}  // namespace warta
