#include "searcher/search/ranked_list.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/store/schema.h"
#include "searcher/search/count.h"
#include "searcher/search/lower.h"

namespace warta {
namespace {

// Articles of the first page and a little more.
constexpr std::size_t kFirstChunk = 40;
// What is loaded when that is not enough: several times as much, so that long lists are not matched
// again and again.
constexpr std::size_t kGrowth = 8;

// Sorts in ascending order, with the undated behind all others.
class OldestFirst : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    std::string value = document.get_value(kDateSlot);
    return value.empty() ? "~" : value;
  }
};

}  // namespace

RankedList::RankedList(const Xapian::Database& database, std::vector<Tier> tiers, SortOrder sort,
                       Xapian::doccount exact_up_to)
    : database_(database),
      tiers_(std::move(tiers)),
      sort_(sort),
      exact_up_to_(exact_up_to),
      counts_(tiers_.size()),
      chunk_(kFirstChunk) {}

MatchCount RankedList::Count(std::size_t tier) {
  if (counts_[tier]) return *counts_[tier];
  if (const auto counted = CountByPostings(database_, tiers_[tier].counted)) {
    counts_[tier] = {*counted, true};
  } else if (tier == tier_) {
    Load(exact_up_to_);  // the first page is needed anyway: it is counted on the way
  } else {
    NoteCount(tier, Match(tiers_[tier].counted, Xapian::BoolWeight(), 0, 0, exact_up_to_));
  }
  return *counts_[tier];
}

std::optional<Ranked> RankedList::At(std::size_t place) {
  while (place >= loaded_.size()) {
    // The rest of what is asked for, at once.
    chunk_ = std::max(chunk_, place + 1 - loaded_.size());
    if (!Load(0)) return std::nullopt;
  }
  return loaded_[place];
}

// Loads the next chunk; whether there was something left.
bool RankedList::Load(Xapian::doccount check_at_least) {
  while (tier_ < tiers_.size()) {
    const Xapian::MSet found =
        Match(tiers_[tier_].ranked, RankingModel(), in_tier_, chunk_, check_at_least);
    for (auto it = found.begin(); it != found.end(); ++it) {
      loaded_.push_back({*it, it.get_weight(), tier_});
    }
    in_tier_ += found.size();
    const bool whole = found.size() < chunk_;
    if (!counts_[tier_] && check_at_least > 0) NoteCount(tier_, found);
    if (whole) {
      ++tier_;
      in_tier_ = 0;
    }
    if (found.empty()) continue;
    if (!whole) chunk_ = std::min<std::size_t>(chunk_ * kGrowth, database_.get_doccount() + 1);
    return true;
  }
  return false;
}

void RankedList::NoteCount(std::size_t tier, const Xapian::MSet& found) {
  counts_[tier] = {found.get_matches_estimated(),
                   found.get_matches_lower_bound() == found.get_matches_upper_bound()};
}

Xapian::MSet RankedList::Match(const Xapian::Query& query, const Xapian::Weight& weight,
                               std::size_t first, std::size_t most,
                               Xapian::doccount check_at_least) const {
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(weight);
  enquire.set_query(query);
  OldestFirst oldest;
  if (sort_ == SortOrder::kNewest) enquire.set_sort_by_value_then_relevance(kDateSlot, true);
  if (sort_ == SortOrder::kOldest) enquire.set_sort_by_key_then_relevance(&oldest, false);
  const Xapian::doccount last = database_.get_doccount();
  const auto bounded = [&](std::size_t number) {
    return static_cast<Xapian::doccount>(std::min<std::size_t>(number, last));
  };
  return enquire.get_mset(bounded(first), bounded(most), check_at_least);
}

}  // namespace warta
