#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

namespace warta {

/// Where something stands in a document, in terms of the index that have positions.
struct SpanPattern {
  enum class Kind {
    kSequence,  ///< for each place the terms that may stand there
    kEither,    ///< any of the children
    kNear,      ///< two children at most `distance` apart (excerpt/spans.h)
  };

  Kind kind = Kind::kSequence;
  std::vector<std::vector<std::string>> slots;  ///< kSequence: at least one
  bool body_only =
      false;  ///< kSequence: not what stands in the title (terms are forms without prefix)
  std::vector<SpanPattern> children;
  std::uint32_t distance = 0;
};

/// Combinations of plain terms that a pattern is answered by, at most. Xapian reads the positions of
/// one phrase or pair after the other several times as fast as a source of ours, which has to look up
/// those of each term in each document; but most of many combinations stand nowhere. (Table of
/// docs/QUERIES.md.)
inline constexpr std::size_t kMostCombinations = 100;

/// Those of the documents found by `query` in which the pattern stands somewhere, with the weights of
/// the query, which has to find all that may qualify. By OP_PHRASE and OP_NEAR, which take plain terms
/// only, where there are few combinations of such, else by looking at each document.
Xapian::Query WithSpans(const Xapian::Query& query, const SpanPattern& pattern);

/// The documents that have a term, weighted by it, also outside of the title, where each occurrence of the term in the
/// title is one of `title_term` and counts `title_weight` times in `term`.
Xapian::Query OutsideOfTitle(const std::string& term, const std::string& title_term,
                             Xapian::termcount title_weight);

}  // namespace warta
