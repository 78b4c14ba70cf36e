#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"
#include "tests/oracle/brute_force.h"
#include "tests/oracle/oracle_case.h"
#include "tests/oracle/random_corpus.h"

namespace warta::oracle {

/// A query in words: anything that can be typed, well-formed or not, made of the vocabulary, of
/// phrases cut out of the articles (also across the border of title and body) and of operators.
std::string RandomQueryText(Random& random, const std::vector<std::string>& vocabulary,
                            const std::vector<Article>& articles);

/// A query as the one who asks means it. It is made first and printed then, so that the parser is
/// tested too.
struct Wish {
  enum class Kind {
    kWord,    ///< text: one unit, in any form
    kPhrase,  ///< text: these forms in this order
    kBeside,  ///< any of the children, side by side
    kAnd,
    kOr,
    kWithout,  ///< the first child, but none of the others
    kAllBut,   ///< all articles but those of the children
  };
  Kind kind = Kind::kWord;
  std::string text;
  std::vector<Wish> children;
  std::uint32_t style = 0;  ///< which of the ways to write it
};

Wish RandomWish(Random& random, const std::vector<std::string>& vocabulary,
                const std::vector<Article>& articles);

/// The wish in the query language, with as few parentheses as its style wants.
std::string Print(const Wish& wish);

/// Whether the article is what was wished for, in a corpus that defines no abbreviations.
bool Fulfils(const Wish& wish, const AnalysedText& text, OracleCase& corpus);

/// Simpler wishes to try in its place when it fails.
std::vector<Wish> Simpler(const Wish& wish);

}  // namespace warta::oracle
