#include "searcher/search/posting_lists.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "common/ranking_model.h"

namespace warta {
namespace {

// Of 16 bytes each. An archive of 28,000 articles has 11 million; the words that cost nearly all of the
// time have a fifth of these.
constexpr std::size_t kMostPostings = 4'000'000;

// A set of all documents is smaller than a list of more than this part of them.
constexpr std::size_t kLongList = 32;

// Lengths are read one by one while no more than this part of them is needed.
constexpr std::size_t kFewLengths = 8;

constexpr Xapian::termcount kUnknown = std::numeric_limits<Xapian::termcount>::max();

}  // namespace

bool AreAllIn(const std::vector<std::shared_ptr<const Postings>>& lists, Xapian::docid document) {
  return std::all_of(lists.begin(), lists.end(), [&](const auto& postings) {
    return std::binary_search(postings->documents.begin(), postings->documents.end(), document);
  });
}

void PutShortestFirst(std::vector<std::shared_ptr<const Postings>>& lists) {
  std::sort(lists.begin(), lists.end(),
            [](const auto& a, const auto& b) { return a->documents.size() < b->documents.size(); });
}

// In the very steps of Xapian's BM25Weight, so that sums are the same to the last bit.
double RankingFraction(Xapian::termcount frequency, double length) {
  const double wdf = frequency;
  const double denominator =
      kFrequencySaturation * (length * kLengthPenalty + (1 - kLengthPenalty)) + wdf;
  return wdf / denominator;
}

double TermWeight(Xapian::doccount having_it, Xapian::doccount documents, double factor) {
  double odds = (documents - having_it + 0.5) / (having_it + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * factor * (kFrequencySaturation + 1);
}

WeightPool::Taken WeightPool::Take(std::size_t size) {
  if (spare_.empty()) return Taken(new std::vector<double>(size), GiveBack{this});
  std::unique_ptr<std::vector<double>> numbers = std::move(spare_.back());
  spare_.pop_back();
  numbers->assign(size, 0);
  return Taken(numbers.release(), GiveBack{this});
}

PostingLists::PostingLists(Xapian::Database database)
    : database_(std::move(database)),
      last_(database_.get_lastdocid()),
      documents_(database_.get_doccount()),
      length_factor_(database_.get_avlength() == 0 ? 0 : 1 / database_.get_avlength()) {}

Xapian::doccount PostingLists::Frequency(const std::string& term) const {
  const auto known = lists_.find(term);
  if (known == lists_.end()) return term.empty() ? documents_ : database_.get_termfreq(term);
  return static_cast<Xapian::doccount>(known->second->documents.size());
}

std::shared_ptr<const Postings> PostingLists::Of(const std::string& term, bool with_fractions) {
  auto list = lists_.find(term);
  if (list == lists_.end()) {
    auto read = std::make_shared<Postings>();
    const Xapian::doccount expected = term.empty() ? documents_ : database_.get_termfreq(term);
    read->documents.reserve(expected);
    read->frequencies.reserve(expected);
    const Xapian::PostingIterator end = database_.postlist_end(term);
    for (auto it = database_.postlist_begin(term); it != end; ++it) {
      read->documents.push_back(*it);
      read->frequencies.push_back(it.get_wdf());
    }
    list = Add(term, std::move(read));
  }
  if (with_fractions && list->second->fractions.empty()) AddFractions(*list->second);
  return list->second;
}

std::shared_ptr<const Postings> PostingLists::OfPhrase(const Xapian::Query& phrase) {
  // No term is written so.
  const std::string key = phrase.get_description();
  auto list = lists_.find(key);
  if (list == lists_.end()) {
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(phrase);
    const Xapian::MSet found = enquire.get_mset(0, documents_, documents_);
    auto read = std::make_shared<Postings>();
    read->documents.assign(found.begin(), found.end());
    list = Add(key, std::move(read));
  }
  return list->second;
}

PostingLists::Lists::iterator PostingLists::Add(const std::string& key,
                                                std::shared_ptr<Postings> read) {
  if (read->documents.size() > last_ / kLongList) {
    read->set.emplace(last_);
    for (const Xapian::docid document : read->documents) read->set->Add(document);
  }
  postings_ += read->documents.size();
  return lists_.emplace(key, std::move(read)).first;
}

Xapian::termcount PostingLists::Length(Xapian::docid document) {
  if (lengths_.empty()) lengths_.assign(std::size_t{last_} + 1, kUnknown);
  Xapian::termcount& length = lengths_[document];
  if (length == kUnknown) length = database_.get_doclength(document);
  return length;
}

void PostingLists::Trim() {
  if (postings_ <= kMostPostings) return;
  lists_.clear();
  postings_ = 0;
}

void PostingLists::AddFractions(Postings& postings) {
  if (postings.documents.size() > documents_ / kFewLengths && !all_lengths_) ReadLengths();
  std::vector<double> fractions(postings.documents.size());
  for (std::size_t i = 0; i < fractions.size(); ++i) {
    fractions[i] = Fraction(postings.frequencies[i], postings.documents[i]);
  }
  postings.fractions = std::move(fractions);
}

void PostingLists::ReadLengths() {
  lengths_.assign(std::size_t{last_} + 1, kUnknown);
  const Xapian::PostingIterator end = database_.postlist_end({});
  for (auto it = database_.postlist_begin({}); it != end; ++it) {
    lengths_[*it] = it.get_doclength();
  }
  all_lengths_ = true;
}

}  // namespace warta
