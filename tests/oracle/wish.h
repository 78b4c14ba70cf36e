#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/date/period.h"
#include "tests/oracle/oracle_case.h"

namespace warta::oracle {

/// A query as the one who asks means it. It is made first and printed then, so that the parser is
/// tested too.
struct Wish {
  enum class Kind {
    kWord,           ///< text: one unit, in any form
    kPhrase,         ///< text: these forms in this order; `kata*` in it: whatever begins so
    kAnyFormPhrase,  ///< text: words of these in this order, likewise
    kExact,          ///< text: one word, this form; in capitals the acronym
    kPrefix,         ///< text: what any word begins with
    kFuzzy,          ///< text: one word, nearly so
    kNear,           ///< both children at most `distance` words apart
    kIn,             ///< the child, looked for in `field` only
    kDate,           ///< text: `period` as it is typed
    kBeside,         ///< any of the children, side by side, or all; all of what only filters
    kAnd,
    kOr,
    kWithout,  ///< the first child, but none of the others
    kAllBut,   ///< all articles but those of the children
  };
  enum class Field { kTitle, kBody, kSource, kCategory, kAuthor };

  Kind kind = Kind::kWord;
  std::string text;
  std::vector<Wish> children;
  std::uint32_t style = 0;  ///< which of the ways to write it
  Field field = Field::kTitle;
  DateRange period = {kFirstDate, kLastDate};
  std::uint32_t distance = 0;
};

/// Whether it says only which articles count, without asking for a word of their text.
bool IsFilter(const Wish& wish);

/// The wish in the query language, with as few parentheses as its style wants.
std::string Print(const Wish& wish);

/// Whether the article is what was wished for, in a corpus that defines no abbreviations.
/// `all_words`: words side by side are all wanted.
bool Fulfils(const Wish& wish, const AnalysedText& text, OracleCase& corpus, bool all_words);

/// Simpler wishes to try in its place when it fails.
std::vector<Wish> Simpler(const Wish& wish);

}  // namespace warta::oracle
