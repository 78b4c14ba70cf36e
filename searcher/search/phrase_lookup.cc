#include "searcher/search/phrase_lookup.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "searcher/excerpt/spans.h"

namespace warta {
namespace {

using Positions = std::vector<std::uint32_t>;

Positions PositionsOf(const Xapian::Database& database, Xapian::docid document,
                      const std::string& term) {
  Positions positions;
  const Xapian::PositionIterator end = database.positionlist_end(document, term);
  for (auto it = database.positionlist_begin(document, term); it != end; ++it) {
    positions.push_back(*it);
  }
  return positions;
}

// A document that may have the phrase.
struct Candidate {
  Xapian::docid document = 0;
  std::vector<Positions> slots;  // of the forms
};

}  // namespace

PhraseLookup::PhraseLookup(PostingLists& lists, std::vector<std::string> forms)
    : lists_(lists), forms_(std::move(forms)) {
  std::vector<std::pair<Xapian::doccount, std::size_t>> frequencies;
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    frequencies.emplace_back(lists_.Frequency(forms_[i]), i);
    if (lists_.Has(forms_[i])) known_.push_back(lists_.Of(forms_[i], false));
  }
  std::sort(frequencies.begin(), frequencies.end());
  for (const auto& [frequency, place] : frequencies) rarest_.push_back(place);
  PutShortestFirst(known_);
}

// In the order of their numbers Xapian finds most of what it needs in the block that it has read.
std::vector<Xapian::docid> PhraseLookup::Find(std::vector<Xapian::docid> documents) const {
  std::sort(documents.begin(), documents.end());
  std::vector<Candidate> candidates;
  for (const Xapian::docid document : documents) {
    if (!AreAllIn(known_, document)) continue;
    candidates.push_back({document, std::vector<Positions>(forms_.size())});
  }
  std::vector<Xapian::docid> found;
  try {
    for (const std::size_t form : rarest_) {
      std::erase_if(candidates, [&](Candidate& candidate) {
        candidate.slots[form] = PositionsOf(lists_.database(), candidate.document, forms_[form]);
        return candidate.slots[form].empty();
      });
    }
  } catch (const Xapian::DatabaseCorruptError&) {
    return found;  // the answer is right without, only in another order
  }
  for (const Candidate& candidate : candidates) {
    if (!SequenceSpans(candidate.slots).empty()) found.push_back(candidate.document);
  }
  return found;
}

}  // namespace warta
