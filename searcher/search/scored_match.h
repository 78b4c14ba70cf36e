#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <xapian.h>

#include "searcher/search/document_set.h"
#include "searcher/search/posting_lists.h"

namespace warta {

/// The documents that a query finds, with their weights.
class ScoredDocuments {
 public:
  /// `weights`: by number of document.
  ScoredDocuments(DocumentSet documents, Weights weights)
      : documents_(std::move(documents)), weights_(std::move(weights)) {}

  std::size_t size() const { return documents_.size(); }

  /// The first `most` by weight, those of equal weight in their order.
  std::vector<std::pair<Xapian::docid, double>> Best(std::size_t most) const;

 private:
  DocumentSet documents_;
  Weights weights_;
};

/// Answers a query of words from whole posting lists, one after the other, with the very weights that Xapian's
/// matcher gives under RankingModel (lower.h). Several times as fast as that, which goes through the
/// lists side by side, where they are long and all documents are wanted. Nothing where the query asks for
/// what posting lists do not tell, where they are short, or too long to be kept, and for several databases
/// searched as one: Xapian has to be asked.
///
/// `soon`: the lists of the query are going to be needed anyway if it finds less than so many.
std::optional<ScoredDocuments> ScoreByPostings(PostingLists& lists, const Xapian::Query& query,
                                               std::size_t soon);

/// Those of the documents, given in ascending order, that the query finds; nothing as above, and where
/// not all of its lists have been read before.
std::optional<std::vector<Xapian::docid>> FilterByPostings(
    PostingLists& lists, const Xapian::Query& query, const std::vector<Xapian::docid>& documents);

/// How many documents the query finds; nothing as above, but of any number of databases.
std::optional<std::uint64_t> CountByPostings(PostingLists& lists, const Xapian::Query& query);

}  // namespace warta
