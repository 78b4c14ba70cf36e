#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <xapian.h>

#include "searcher/search/search.h"

namespace warta {

/// An article in the order of the answer.
struct Ranked {
  Xapian::docid document = 0;
  double score = 0;
  std::size_t tier = 0;  ///< which of the queries found it
};

/// A number of articles, or an estimate.
struct MatchCount {
  std::uint64_t articles = 0;
  bool exact = true;
};

/// The articles that one query after the other finds, each list in its order.
class RankedList {
 public:
  /// `exact_up_to`: the counts are exact as far as that. `tiers`: at least one; no two of them find the
  /// same article.
  RankedList(const Xapian::Database& database, std::vector<Xapian::Query> tiers, SortOrder sort,
             Xapian::doccount exact_up_to);

  /// Of one tier.
  MatchCount Count(std::size_t tier);

  /// The article at a place, from 0; nothing behind the last.
  std::optional<Ranked> At(std::size_t place);

 private:
  bool Load();
  Xapian::MSet Get(std::size_t tier, std::size_t first, std::size_t most);

  Xapian::Database database_;
  std::vector<Xapian::Query> tiers_;
  SortOrder sort_;
  Xapian::doccount exact_up_to_;
  std::vector<std::optional<MatchCount>> counts_;
  std::vector<Ranked> loaded_;
  std::size_t tier_ = 0;     // that is loaded
  std::size_t in_tier_ = 0;  // how many of it are
  std::size_t chunk_ = 0;    // how many are loaded next
};

}  // namespace warta
