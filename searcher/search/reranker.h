#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/date.h"
#include "common/ranking_model.h"
#include "common/text/analyser.h"
#include "searcher/search/closeness.h"
#include "searcher/search/posting_lists.h"

namespace warta {

/// An article in the order of the answer.
struct Ranked {
  Xapian::docid document = 0;
  double score = 0;
  std::size_t tier = 0;  ///< which of the queries found it
  Closeness closeness = Closeness::kApart;
};

/// The wish for articles of today: by how many days their gain is halved, and from which day on (kRecencyGain).
struct RecencyPrior {
  double half_life = 0;  ///< more than 0
  Date today;
};

/// Puts the best articles of a query into their final order, by what their words stand close to. Looks at positions
/// and texts only when it is asked for an article whose place depends on them: most queries of which a phrase is
/// frequent need a look at hardly more articles than are shown.
///
/// The order is: titles that are the query, articles with the phrase (both among the kMostLookedUp best), then of
/// the others the kMostRead best, those with near words first, then the rest by score.
class Reranker {
 public:
  /// `lists` and `analyser` have to outlive this. A run may be empty.
  Reranker(PostingLists& lists, Analyser& analyser, WordRun run,
           std::optional<RecencyPrior> recency);

  /// How many of the best articles it wants; 0: there is nothing to put in order.
  std::size_t wanted() const;

  /// Takes the best articles, in their order.
  void Start(std::vector<Ranked> best);

  /// The next article, as long as there are any.
  std::optional<Ranked> Next();

  /// The articles that had to be read, which most pages show.
  std::unordered_map<Xapian::docid, Article> TakeArticles() { return std::move(articles_); }

 private:
  enum class Stage { kTitles, kPhrases, kOthers };

  // A short question may be a phrase, or a title, too.
  bool LooksUp() const {
    return run_.keywords || (!run_.empty() && run_.typed.size() <= kMostKeywords);
  }
  bool Reads() const { return run_.content.size() > 1; }
  void AddRecency();
  void AddTitleBonus();
  void ReadTitles();
  void ReadForms();
  void LookUpPhrases();
  void ReadOthers();
  void Read(Ranked& ranked);
  double WeightOf(const QueryNode& word) const;

  PostingLists& lists_;
  Analyser& analyser_;
  WordRun run_;
  std::optional<RecencyPrior> recency_;
  std::vector<std::string> forms_;                      // as typed, in their order
  std::vector<std::size_t> rarest_;                     // places in forms_, the rarest first
  std::vector<std::shared_ptr<const Postings>> known_;  // of those that have been read
  std::unordered_set<Xapian::docid> titles_;
  std::vector<Ranked> best_;
  std::vector<Ranked> others_;
  std::unordered_map<Xapian::docid, Article> articles_;
  Stage stage_ = Stage::kTitles;
  std::size_t at_ = 0;         // in best_, then in others_
  std::size_t looked_up_ = 0;  // of best_
};

}  // namespace warta
