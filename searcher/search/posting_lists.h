#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "searcher/search/document_set.h"

namespace warta {

/// The documents of a term, ascending, and what is known of it in each.
struct Postings {
  std::vector<Xapian::docid> documents;
  std::vector<Xapian::termcount> frequencies;  ///< how often it has the term; empty: not asked for
  std::vector<double> fractions;               ///< RankingFraction; empty: not asked for
  std::optional<DocumentSet> set;              ///< the same documents, where they are many
};

/// Whether a document is in all of the lists.
bool AreAllIn(const std::vector<std::shared_ptr<const Postings>>& lists, Xapian::docid document);

/// Most documents are then known not to be in all by the first.
void PutShortestFirst(std::vector<std::shared_ptr<const Postings>>& lists);

/// What BM25 (common/ranking_model.h) makes of a term's frequency in a document, without the weight of the term; from
/// 0 to 1. `length`: of the document, as a multiple of the average.
double RankingFraction(Xapian::termcount frequency, double length);

/// The weight of a term that so many of the documents have, times `factor`.
double TermWeight(Xapian::doccount having_it, Xapian::doccount documents, double factor);

/// Numbers by document, all 0 at first, whose memory is used again.
class WeightPool {
 public:
  struct GiveBack {
    WeightPool* pool;
    void operator()(std::vector<double>* numbers) const { pool->spare_.emplace_back(numbers); }
  };
  using Taken = std::unique_ptr<std::vector<double>, GiveBack>;

  /// REQUIRES: what was taken does not outlive the pool.
  Taken Take(std::size_t size);

 private:
  std::vector<std::unique_ptr<std::vector<double>>> spare_;
};

using Weights = WeightPool::Taken;

/// Posting lists of one state of a database, read once and kept while there is room.
class PostingLists {
 public:
  explicit PostingLists(Xapian::Database database);

  const Xapian::Database& database() const { return database_; }
  Xapian::docid last() const { return last_; }
  Xapian::doccount documents() const { return documents_; }

  /// How many documents have the term; of the empty one: all.
  Xapian::doccount Frequency(const std::string& term) const;

  /// Whether the list has been read.
  bool Has(const std::string& term) const { return lists_.contains(term); }

  bool HasPhrase(const Xapian::Query& phrase) const { return Has(phrase.get_description()); }

  /// The list stays as long as the pointer does. The empty term is in all documents.
  std::shared_ptr<const Postings> Of(const std::string& term, bool with_fractions);

  /// The documents that have a phrase of terms, without anything else.
  std::shared_ptr<const Postings> OfPhrase(const Xapian::Query& phrase);

  /// The length of a document, in terms.
  Xapian::termcount Length(Xapian::docid document);

  /// RankingFraction in the document.
  double Fraction(Xapian::termcount frequency, Xapian::docid document) {
    return RankingFraction(frequency, Length(document) * length_factor_);
  }

  /// By number of document.
  Weights NoWeights() { return pool_->Take(std::size_t{last_} + 1); }

  /// Forgets lists, if there are too many.
  void Trim();

 private:
  using Lists = std::unordered_map<std::string, std::shared_ptr<Postings>>;

  Lists::iterator Add(const std::string& key, std::shared_ptr<Postings> read);
  void AddFractions(Postings& postings);
  void ReadLengths();

  Xapian::Database database_;
  Xapian::docid last_;
  Xapian::doccount documents_;
  double length_factor_;
  Lists lists_;
  std::size_t postings_ = 0;  // in lists_
  std::vector<Xapian::termcount> lengths_;
  bool all_lengths_ = false;
  std::unique_ptr<WeightPool> pool_ = std::make_unique<WeightPool>();
};

}  // namespace warta
