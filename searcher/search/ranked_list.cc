#include "searcher/search/ranked_list.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/store/schema.h"
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

RankedList::RankedList(const Xapian::Database& database, std::vector<Xapian::Query> tiers,
                       SortOrder sort, Xapian::doccount exact_up_to)
    : database_(database),
      tiers_(std::move(tiers)),
      sort_(sort),
      exact_up_to_(exact_up_to),
      counts_(tiers_.size()),
      chunk_(kFirstChunk) {}

MatchCount RankedList::Count(std::size_t tier) {
  // What is loaded is counted on the way; the first page needs it anyway.
  if (!counts_[tier] && tier == tier_) Load();
  if (!counts_[tier]) Get(tier, 0, 0);
  return *counts_[tier];
}

std::optional<Ranked> RankedList::At(std::size_t place) {
  while (place >= loaded_.size()) {
    // The rest of what is asked for, at once.
    chunk_ = std::max(chunk_, place + 1 - loaded_.size());
    if (!Load()) return std::nullopt;
  }
  return loaded_[place];
}

// Loads the next chunk; whether there was something left.
bool RankedList::Load() {
  while (tier_ < tiers_.size()) {
    const Xapian::MSet found = Get(tier_, in_tier_, chunk_);
    for (auto it = found.begin(); it != found.end(); ++it) {
      loaded_.push_back({*it, it.get_weight(), tier_});
    }
    in_tier_ += found.size();
    const bool whole = found.size() < chunk_;
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

Xapian::MSet RankedList::Get(std::size_t tier, std::size_t first, std::size_t most) {
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(RankingModel());
  enquire.set_query(tiers_[tier]);
  OldestFirst oldest;
  if (sort_ == SortOrder::kNewest) enquire.set_sort_by_value_then_relevance(kDateSlot, true);
  if (sort_ == SortOrder::kOldest) enquire.set_sort_by_key_then_relevance(&oldest, false);
  const Xapian::doccount last = database_.get_doccount();
  const auto bounded = [&](std::size_t number) {
    return static_cast<Xapian::doccount>(std::min<std::size_t>(number, last));
  };
  Xapian::MSet found = enquire.get_mset(bounded(first), bounded(most), exact_up_to_);
  if (!counts_[tier]) {
    counts_[tier] = {found.get_matches_estimated(),
                     found.get_matches_lower_bound() == found.get_matches_upper_bound()};
  }
  return found;
}

}  // namespace warta
