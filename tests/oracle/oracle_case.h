#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "searcher/search/search.h"
#include "tests/oracle/brute_force.h"
#include "tests/oracle/count_expand.h"
#include "tests/oracle/random_corpus.h"

namespace warta::oracle {

/// A folder that is gone with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Indexes the articles in one run.
void IndexRun(const std::string& database, const std::vector<Article>& articles,
              bool rebuild = false);

using IdSet = std::set<std::string>;

/// What random articles are made of beside words, and where they go.
struct CaseShape {
  bool abbreviations = false;  ///< articles define some too
  std::size_t databases = 1;   ///< they are spread over so many, which are searched as one
};

/// Articles with their database and their analysed texts.
class OracleCase {
 public:
  /// A random corpus, indexed in several runs in which articles are added, replaced and put again
  /// unchanged: what was replaced must not be found any more.
  explicit OracleCase(std::uint32_t seed, const CaseShape& shape = {});

  /// These articles, indexed in one run.
  explicit OracleCase(std::vector<Article> articles);

  const std::vector<std::string>& vocabulary() const { return vocabulary_; }
  const std::vector<Article>& articles() const { return articles_; }
  const std::vector<AnalysedText>& texts() const { return texts_; }
  const ArchiveFacts& facts() const { return facts_; }
  Analyser& analyser() { return analyser_; }

  /// The tree as the search completes it.
  QueryNode Expanded(QueryNode root);

  ResultPage Search(const std::string& query, const SearchOptions& options);

  /// Ids of the articles that fulfil the condition on their analysed text.
  template <class Condition>
  IdSet Select(const Condition& condition) const {
    IdSet ids;
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      if (condition(texts_[i])) ids.insert(articles_[i].id);
    }
    return ids;
  }

 private:
  void IndexRandomRuns(Random& random, std::size_t database, const std::vector<Article>& articles);
  void Open();

  TemporaryFolder folder_;
  std::vector<std::string> databases_;
  Analyser analyser_;
  std::vector<std::string> vocabulary_;
  std::vector<Article> articles_;  // as they stand at the end
  std::vector<AnalysedText> texts_;
  ArchiveFacts facts_;
  Xapian::Database database_;
  std::unique_ptr<Searcher> searcher_;
};

/// All hits, each with nothing but its article: no copies folded, nothing suggested.
SearchOptions AllHits();

IdSet IdsOf(const ResultPage& page);

/// The articles as lines for a report of failure.
std::string Show(const std::vector<Article>& articles);
std::string Show(const IdSet& ids);

}  // namespace warta::oracle
