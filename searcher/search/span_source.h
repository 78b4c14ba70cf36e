#pragma once

#include <cstdint>
#include <memory>
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

/// The documents in which the pattern stands somewhere, without weights. Xapian's OP_PHRASE and OP_NEAR
/// do the same for plain terms only.
///
/// To be used as the second operand of OP_FILTER, the first of which finds all documents that may
/// qualify: each is looked at for itself, and there is no index of those that do.
std::unique_ptr<Xapian::PostingSource> MakeSpanSource(SpanPattern pattern);

/// The documents that have a term also outside of the title, where each occurrence of the term in the
/// title is one of `title_term` and counts `title_weight` times in `term`. To be used as above.
std::unique_ptr<Xapian::PostingSource> MakeBodySource(std::string term, std::string title_term,
                                                      Xapian::termcount title_weight);

}  // namespace warta
