#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "searcher/search/posting_lists.h"
#include "searcher/search/reranker.h"
#include "searcher/search/scored_match.h"
#include "searcher/search/search.h"

namespace warta {

/// A number of articles, or an estimate.
struct MatchCount {
  std::uint64_t articles = 0;
  bool exact = true;
};

/// A part of the answer that stands before the next one.
struct Tier {
  Xapian::Query ranked;
  Xapian::Query counted;  ///< finds the same articles without weights
};

/// The articles that one query after the other finds, each list in its order.
class RankedList {
 public:
  /// `exact_up_to`: the counts are exact at least as far as that. `tiers`: at least one; no two of them
  /// find the same article. `lists`: of the database; they have to outlive this. `reranker`: puts the best of
  /// the first tier in order, where they are ranked.
  RankedList(PostingLists& lists, std::vector<Tier> tiers, SortOrder sort,
             Xapian::doccount exact_up_to, Reranker reranker);

  /// Of one tier.
  MatchCount Count(std::size_t tier);

  /// The articles that were read to put the list in order, which most pages show.
  std::unordered_map<Xapian::docid, Article> TakeArticles() { return reranker_.TakeArticles(); }

  /// The article at a place, from 0; nothing behind the last.
  std::optional<Ranked> At(std::size_t place);

 private:
  using Hits = std::vector<std::pair<Xapian::docid, double>>;

  bool Load();
  bool LoadBest();
  bool LoadReranked();
  void Continue(std::size_t found);
  Hits Best();
  void NoteCount(std::size_t tier, const Xapian::MSet& found);
  bool CountPostings(std::size_t tier);
  Xapian::MSet Match(const Xapian::Query& query, const Xapian::Weight& weight,
                     std::size_t most) const;

  PostingLists& lists_;
  std::vector<Tier> tiers_;
  SortOrder sort_;
  Xapian::doccount exact_up_to_;
  Reranker reranker_;
  bool reranking_;                       // the best are yet to be loaded, or some of them given
  std::optional<std::size_t> reranked_;  // how many it was given; nothing: not begun
  std::vector<std::optional<MatchCount>> counts_;
  std::vector<Ranked> loaded_;
  std::size_t tier_ = 0;                       // that is loaded
  std::unordered_set<Xapian::docid> in_tier_;  // what is loaded of it
  bool by_postings_ = false;                   // whether it was tried for it
  std::optional<ScoredDocuments> scored_;
  std::size_t most_;  // how many the next load asks for
};

}  // namespace warta
