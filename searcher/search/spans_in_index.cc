#include "searcher/search/spans_in_index.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <memory>
#include <utility>

#include "common/store/schema.h"
#include "searcher/excerpt/spans.h"

namespace warta {
namespace {

using Xapian::Query;
using Positions = std::vector<std::uint32_t>;

// A condition on one document after the other, in ascending order.
class DocumentTest : public Xapian::PostingSource {
 public:
  Xapian::doccount get_termfreq_min() const override { return 0; }
  // The largest number there is, so that Xapian asks the others first and this only in the end.
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }

  void init(const Xapian::Database& database) override {
    database_ = database;
    documents_ = database.get_doccount();
    last_ = database.get_lastdocid();
    document_ = 0;
    Begin();
  }

  void next(double /*least_weight*/) override { MoveTo(document_ + 1); }
  void skip_to(Xapian::docid document, double /*least_weight*/) override { MoveTo(document); }

  bool check(Xapian::docid document, double /*least_weight*/) override {
    document_ = document;
    return Holds(document);
  }

  bool at_end() const override { return document_ > last_; }
  Xapian::docid get_docid() const override { return document_; }

 protected:
  const Xapian::Database& database() const { return database_; }

  virtual void Begin() = 0;
  virtual bool Holds(Xapian::docid document) = 0;

 private:
  void MoveTo(Xapian::docid document) {
    document_ = std::max(document, document_);
    while (document_ <= last_ && !Holds(document_)) ++document_;
  }

  Xapian::Database database_;
  Xapian::doccount documents_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid document_ = 0;
};

// The postings of one term, looked at in ascending order of documents.
class TermReader {
 public:
  TermReader(const Xapian::Database& database, const std::string& term)
      : at_(database.postlist_begin(term)), end_(database.postlist_end(term)) {
    Look();
  }

  bool IsIn(Xapian::docid document) {
    if (document_ < document) {
      at_.skip_to(document);
      Look();
    }
    return document_ == document;
  }

  // REQUIRES: IsIn has just said so.
  Xapian::termcount Frequency() const { return at_.get_wdf(); }

  void AddPositions(Positions& positions) const {
    for (auto it = at_.positionlist_begin(); it != at_.positionlist_end(); ++it) {
      positions.push_back(*it);
    }
  }

 private:
  void Look() { document_ = at_ == end_ ? kNoDocument : *at_; }

  static constexpr Xapian::docid kNoDocument = std::numeric_limits<Xapian::docid>::max();

  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
  Xapian::docid document_ = 0;
};

class SpanSource : public DocumentTest {
 public:
  explicit SpanSource(SpanPattern pattern) : pattern_(std::move(pattern)) {}

  Xapian::PostingSource* clone() const override { return new SpanSource(pattern_); }

 protected:
  void Begin() override { readers_.clear(); }

  bool Holds(Xapian::docid document) override { return !SpansIn(pattern_, document).empty(); }

 private:
  Spans SpansIn(const SpanPattern& pattern, Xapian::docid document) {
    if (pattern.kind == SpanPattern::Kind::kSequence) return SequenceIn(pattern, document);
    if (pattern.kind == SpanPattern::Kind::kNear) {
      const Spans left = SpansIn(pattern.children.front(), document);
      if (left.empty()) return {};
      return NearSpans(left, SpansIn(pattern.children.back(), document), pattern.distance);
    }
    Spans all;
    for (const SpanPattern& child : pattern.children) {
      all = EitherSpans(all, SpansIn(child, document));
    }
    return all;
  }

  Spans SequenceIn(const SpanPattern& pattern, Xapian::docid document) {
    std::vector<Positions> slots;
    for (const std::vector<std::string>& terms : pattern.slots) {
      slots.push_back(PositionsOf(terms, pattern.body_only, document));
      if (slots.back().empty()) return {};
    }
    return SequenceSpans(slots);
  }

  // Of any of the terms, ascending.
  Positions PositionsOf(const std::vector<std::string>& terms, bool body_only,
                        Xapian::docid document) {
    Positions all;
    for (const std::string& term : terms) {
      TermReader& reader = ReaderOf(term);
      if (!reader.IsIn(document)) continue;
      Positions positions;
      reader.AddPositions(positions);
      if (body_only) RemoveTitle(term, document, positions);
      all.insert(all.end(), positions.begin(), positions.end());
    }
    if (terms.size() > 1) std::sort(all.begin(), all.end());
    return all;
  }

  void RemoveTitle(const std::string& term, Xapian::docid document, Positions& positions) {
    TermReader& reader = ReaderOf(std::string(kTitlePrefix) + term);
    if (!reader.IsIn(document)) return;
    Positions title;
    reader.AddPositions(title);
    std::erase_if(positions, [&](std::uint32_t position) {
      return std::binary_search(title.begin(), title.end(), position);
    });
  }

  TermReader& ReaderOf(const std::string& term) {
    const auto known = readers_.find(term);
    if (known != readers_.end()) return known->second;
    return readers_.emplace(term, TermReader(database(), term)).first->second;
  }

  SpanPattern pattern_;
  std::map<std::string, TermReader> readers_;
};

class BodySource : public DocumentTest {
 public:
  BodySource(std::string term, std::string title_term, Xapian::termcount title_weight)
      : term_(std::move(term)), title_term_(std::move(title_term)), title_weight_(title_weight) {}

  Xapian::PostingSource* clone() const override {
    return new BodySource(term_, title_term_, title_weight_);
  }

 protected:
  void Begin() override {
    all_ = std::make_unique<TermReader>(database(), term_);
    title_ = std::make_unique<TermReader>(database(), title_term_);
  }

  bool Holds(Xapian::docid document) override {
    if (!all_->IsIn(document)) return false;
    const Xapian::termcount in_title = title_->IsIn(document) ? title_->Frequency() : 0;
    return all_->Frequency() > in_title * title_weight_;
  }

 private:
  std::string term_;
  std::string title_term_;
  Xapian::termcount title_weight_;
  std::unique_ptr<TermReader> all_;
  std::unique_ptr<TermReader> title_;
};

std::size_t Combinations(const SpanPattern& pattern) {
  std::size_t number = 1;
  for (const auto& slot : pattern.slots) {
    number *= slot.size();
    if (number > kMostCombinations) break;
  }
  return number;
}

// Puts each way to fill the slots from `terms.size()` on behind the terms.
void AddPhrases(const SpanPattern& pattern, std::vector<std::string>& terms,
                std::vector<Query>& phrases) {
  if (terms.size() == pattern.slots.size()) {
    phrases.emplace_back(Query::OP_PHRASE, terms.begin(), terms.end(),
                         static_cast<Xapian::termcount>(terms.size()));
    return;
  }
  for (const std::string& term : pattern.slots[terms.size()]) {
    terms.push_back(term);
    AddPhrases(pattern, terms, phrases);
    terms.pop_back();
  }
}

bool IsOneWord(const SpanPattern& pattern) {
  return pattern.kind == SpanPattern::Kind::kSequence && pattern.slots.size() == 1 &&
         !pattern.body_only;
}

// The pairs of a kNear; none where a word may stand for both.
std::vector<Query> NearPairs(const SpanPattern& near) {
  const SpanPattern& left = near.children.front();
  const SpanPattern& right = near.children.back();
  std::vector<Query> pairs;
  if (!IsOneWord(left) || !IsOneWord(right)) return pairs;
  const auto& others = right.slots.front();
  if (left.slots.front().size() * others.size() > kMostCombinations) return pairs;
  for (const std::string& one : left.slots.front()) {
    for (const std::string& other : others) {
      if (one == other) return {};
      const std::string terms[] = {one, other};
      pairs.emplace_back(Query::OP_NEAR, std::begin(terms), std::end(terms), near.distance + 1);
    }
  }
  return pairs;
}

// The pattern by operators of Xapian; nothing where it has too many combinations for them, or is none
// of plain terms.
std::vector<Query> PlainPatterns(const SpanPattern& pattern) {
  if (pattern.kind == SpanPattern::Kind::kNear) return NearPairs(pattern);
  std::vector<Query> phrases;
  const bool plain = pattern.kind == SpanPattern::Kind::kSequence && pattern.slots.size() > 1 &&
                     !pattern.body_only;
  std::vector<std::string> terms;
  if (plain && Combinations(pattern) <= kMostCombinations) AddPhrases(pattern, terms, phrases);
  return phrases;
}

}  // namespace

Query WithSpans(const Query& query, const SpanPattern& pattern) {
  const std::vector<Query> plain = PlainPatterns(pattern);
  if (!plain.empty()) {
    return Query(Query::OP_FILTER, query, Query(Query::OP_OR, plain.begin(), plain.end()));
  }
  SpanSource source(pattern);
  return Query(Query::OP_FILTER, query, Query(&source));
}

Query OutsideOfTitle(const std::string& term, const std::string& title_term,
                     Xapian::termcount title_weight) {
  BodySource source(term, title_term, title_weight);
  return Query(Query::OP_FILTER, Query(term), Query(&source));
}

}  // namespace warta
