#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/search/posting_lists.h"

namespace warta {

/// A part of a query of words. Xapian adds weights up in the order of its tree, and the last bit of a sum
/// depends on that: so the tree is the one that Xapian 1.4 builds.
struct QueryPart {
  enum class Kind {
    kTerm,
    kEither,   ///< two children
    kAll,      ///< children and phrases
    kWithout,  ///< two children: what is found, and what is left out of it
    kMaybe,    ///< two children: what is found, and what adds weights
    kSynonym,  ///< a child that counts as one term
  };

  Kind kind = Kind::kTerm;
  Xapian::doccount estimate = 0;  ///< of its documents, by Xapian's rules; of kTerm exact
  double weight = 0;              ///< of kTerm and kSynonym; 0: not wanted
  std::string term;               ///< empty: all documents
  std::vector<QueryPart> children;
  std::vector<Xapian::Query> phrases;  ///< OP_PHRASE of terms that are among the children
  /// What is read for it (scored_match.cc).
  std::shared_ptr<const Postings> postings;
  std::size_t at = 0;  ///< place in `postings`
  std::vector<QueryPart> read_phrases;
};

/// Nothing: the query does not only ask for words, or for a phrase that too many articles may have.
/// `weighted`: whether the weights under RankingModel (lower.h) are wanted. REQUIRES for that: the
/// database is one.
std::optional<QueryPart> PlanOf(const PostingLists& lists, const Xapian::Query& query,
                                bool weighted);

}  // namespace warta
