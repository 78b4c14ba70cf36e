#include "searcher/search/count.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <vector>

namespace warta {
namespace {

using Xapian::Query;

// So many postings are gone through in about two milliseconds.
constexpr std::uint64_t kMostPostings = 200'000;

// Numbers of documents.
class DocumentSet {
 public:
  explicit DocumentSet(Xapian::docid last) : words_(last / kBits + 1) {}

  void Add(Xapian::docid document) {
    words_[document / kBits] |= std::uint64_t{1} << (document % kBits);
  }

  void Unite(const DocumentSet& other) {
    Combine(other, [](std::uint64_t a, std::uint64_t b) { return a | b; });
  }
  void Intersect(const DocumentSet& other) {
    Combine(other, [](std::uint64_t a, std::uint64_t b) { return a & b; });
  }
  void Subtract(const DocumentSet& other) {
    Combine(other, [](std::uint64_t a, std::uint64_t b) { return a & ~b; });
  }

  std::uint64_t size() const {
    std::uint64_t size = 0;
    for (const std::uint64_t word : words_) size += static_cast<unsigned>(std::popcount(word));
    return size;
  }

 private:
  static constexpr Xapian::docid kBits = 64;

  template <class Operation>
  void Combine(const DocumentSet& other, const Operation& operation) {
    std::transform(words_.begin(), words_.end(), other.words_.begin(), words_.begin(), operation);
  }

  std::vector<std::uint64_t> words_;
};

class Counting {
 public:
  explicit Counting(const Xapian::Database& database)
      : database_(database), last_(database.get_lastdocid()) {}

  // Nothing: not by postings alone.
  std::optional<DocumentSet> Find(const Query& query) {
    switch (query.get_type()) {
      case Query::LEAF_TERM:
        return FindTerm(*query.get_terms_begin());
      case Query::LEAF_MATCH_ALL:
        return FindTerm({});
      case Query::LEAF_MATCH_NOTHING:
        return DocumentSet(last_);
      case Query::OP_SCALE_WEIGHT:
      case Query::OP_AND_MAYBE:
        return Find(query.get_subquery(0));
      case Query::OP_OR:
      case Query::OP_SYNONYM:
        return FindAll(query, &DocumentSet::Unite);
      case Query::OP_AND:
      case Query::OP_FILTER:
        return FindAll(query, &DocumentSet::Intersect);
      case Query::OP_AND_NOT:
        return FindAll(query, &DocumentSet::Subtract);
      default:
        return std::nullopt;
    }
  }

 private:
  std::optional<DocumentSet> FindTerm(const std::string& term) {
    postings_ += term.empty() ? database_.get_doccount() : database_.get_termfreq(term);
    if (postings_ > kMostPostings) return std::nullopt;
    DocumentSet found(last_);
    const Xapian::PostingIterator end = database_.postlist_end(term);
    for (auto it = database_.postlist_begin(term); it != end; ++it) found.Add(*it);
    return found;
  }

  std::optional<DocumentSet> FindAll(const Query& query,
                                     void (DocumentSet::*combine)(const DocumentSet&)) {
    std::optional<DocumentSet> all = Find(query.get_subquery(0));
    for (std::size_t i = 1; all && i < query.get_num_subqueries(); ++i) {
      const std::optional<DocumentSet> one = Find(query.get_subquery(i));
      if (!one) return std::nullopt;
      ((*all).*combine)(*one);
    }
    return all;
  }

  const Xapian::Database& database_;
  Xapian::docid last_;
  std::uint64_t postings_ = 0;
};

}  // namespace

std::optional<std::uint64_t> CountByPostings(const Xapian::Database& database, const Query& query) {
  const std::optional<DocumentSet> found = Counting(database).Find(query);
  if (!found) return std::nullopt;
  return found->size();
}

}  // namespace warta
