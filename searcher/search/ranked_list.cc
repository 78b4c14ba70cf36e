#include "searcher/search/ranked_list.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/store/schema.h"
#include "searcher/search/lower.h"

namespace warta {
namespace {

// Articles of the first page and a little more.
constexpr std::size_t kFirst = 40;
// When that is not enough, several times as many, so that long lists are not matched again and again.
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

RankedList::RankedList(PostingLists& lists, std::vector<Tier> tiers, SortOrder sort,
                       Xapian::doccount exact_up_to, Reranker reranker)
    : lists_(lists),
      tiers_(std::move(tiers)),
      sort_(sort),
      exact_up_to_(exact_up_to),
      reranker_(std::move(reranker)),
      reranking_(sort == SortOrder::kRelevance && reranker_.wanted() > 0),
      counts_(tiers_.size()),
      most_(reranking_ ? std::max(kFirst, reranker_.wanted()) : kFirst) {}

MatchCount RankedList::Count(std::size_t tier) {
  // The first page is needed anyway: it is counted on the way.
  if (!counts_[tier] && tier == tier_) Load();
  if (!counts_[tier] && !CountPostings(tier)) {
    NoteCount(tier, Match(tiers_[tier].counted, Xapian::BoolWeight(), 0));
  }
  return *counts_[tier];
}

std::optional<Ranked> RankedList::At(std::size_t place) {
  while (place >= loaded_.size()) {
    if (!Load()) return std::nullopt;
  }
  return loaded_[place];
}

// Loads some more; whether there was something left. Beyond the articles that are looked at in any case
// the matcher leaves out those that cannot get among the best it is asked for, and then adds up their
// weights in another order: of articles that rank alike, others may stand before the end when it is
// asked for more. So it is asked for the same numbers whatever place is wanted, and what it has given
// before keeps its place.
bool RankedList::Load() {
  return (reranking_ && LoadReranked()) || LoadBest();
}

// One of the best of the first tier, which are put in order first.
bool RankedList::LoadReranked() {
  if (!reranked_) {
    std::vector<Ranked> best;
    for (const auto& [document, score] : Best()) best.push_back({document, score, tier_});
    reranked_ = best.size();
    reranker_.Start(std::move(best));
  }
  const std::optional<Ranked> next = reranker_.Next();
  reranking_ = next.has_value();
  if (!next) {
    Continue(*reranked_);
    return false;
  }
  in_tier_.insert(next->document);
  loaded_.push_back(*next);
  return true;
}

bool RankedList::LoadBest() {
  while (tier_ < tiers_.size()) {
    const Hits found = Best();
    const std::size_t before = loaded_.size();
    for (const auto& [document, score] : found) {
      if (in_tier_.insert(document).second) loaded_.push_back({document, score, tier_});
    }
    Continue(found.size());
    if (loaded_.size() > before) return true;
  }
  return false;
}

// `found`: how many articles of the tier the last load found.
void RankedList::Continue(std::size_t found) {
  if (found < most_) {
    ++tier_;
    most_ = kFirst;
    in_tier_.clear();
    scored_.reset();
    by_postings_ = false;
  } else {
    most_ = std::min<std::size_t>(most_ * kGrowth, lists_.database().get_doccount() + 1);
  }
}

// The first articles of the tier, which is counted on the way.
RankedList::Hits RankedList::Best() {
  if (!by_postings_ && sort_ == SortOrder::kRelevance) {
    // The words of the next tier are the same, and it is asked for if this one does not fill the page.
    scored_ = ScoreByPostings(lists_, tiers_[tier_].ranked, tier_ + 1 < tiers_.size() ? kFirst : 0);
    by_postings_ = true;
  }
  if (scored_) {
    counts_[tier_] = {scored_->size(), true};
    return scored_->Best(most_);
  }
  const Xapian::MSet found = Match(tiers_[tier_].ranked, RankingModel(), most_);
  if (!counts_[tier_]) {
    NoteCount(tier_, found);
    if (!counts_[tier_]->exact) CountPostings(tier_);
  }
  Hits hits;
  for (auto it = found.begin(); it != found.end(); ++it) hits.emplace_back(*it, it.get_weight());
  return hits;
}

// `found`: what matching the tier has found.
void RankedList::NoteCount(std::size_t tier, const Xapian::MSet& found) {
  counts_[tier] = {found.get_matches_estimated(),
                   found.get_matches_lower_bound() == found.get_matches_upper_bound()};
}

// Whether that can be done.
bool RankedList::CountPostings(std::size_t tier) {
  const auto counted = CountByPostings(lists_, tiers_[tier].counted);
  if (counted) counts_[tier] = {*counted, true};
  return counted.has_value();
}

// Looks at exact_up_to_ articles at least, also because Xapian 1.4 otherwise now and then leaves out
// one that ranks high (found by the oracle tests, in databases with a history).
Xapian::MSet RankedList::Match(const Xapian::Query& query, const Xapian::Weight& weight,
                               std::size_t most) const {
  Xapian::Enquire enquire(lists_.database());
  enquire.set_weighting_scheme(weight);
  enquire.set_query(query);
  OldestFirst oldest;
  if (sort_ == SortOrder::kNewest) enquire.set_sort_by_value_then_relevance(kDateSlot, true);
  if (sort_ == SortOrder::kOldest) enquire.set_sort_by_key_then_relevance(&oldest, false);
  const std::size_t all = lists_.database().get_doccount();
  return enquire.get_mset(0, static_cast<Xapian::doccount>(std::min(most, all)), exact_up_to_);
}

}  // namespace warta
