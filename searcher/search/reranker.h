#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/date.h"
#include "common/ranking_model.h"
#include "common/text/analyser.h"
#include "searcher/search/closeness.h"
#include "searcher/search/phrase_lookup.h"
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
/// the others the kMostRead best, those with near words first, then the rest by score. Of longer queries and questions
/// nothing is looked up, but titles: the kMostRead best are read.
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
  bool LooksUp() const;
  bool Reads() const { return run_.content.size() > 1; }
  void AddRecency();
  void AddTitleBonus();
  void PutTitlesFirst(const std::vector<std::string>& forms);
  void LookUpPhrases();
  void ReadOthers();
  void Read(Ranked& ranked);
  double WeightOf(const QueryNode& word) const;

  PostingLists& lists_;
  Analyser& analyser_;
  WordRun run_;
  std::optional<RecencyPrior> recency_;
  std::vector<PhraseLookup> phrases_;  // as typed, and with doubled words apart
  std::vector<Ranked> best_;
  std::size_t at_ = 0;          // in best_
  std::size_t looked_up_ = 0;   // of best_
  std::vector<Ranked> others_;  // of those before at_ the ones that stand behind the phrases
  bool others_read_ = false;
  std::size_t next_other_ = 0;
  std::unordered_map<Xapian::docid, Article> articles_;
};

}  // namespace warta
