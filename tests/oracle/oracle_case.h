#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

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

/// Articles with their database and their analysed texts.
class OracleCase {
 public:
  /// A random corpus, indexed in several runs in which articles are added, replaced and put again
  /// unchanged: what was replaced must not be found any more.
  /// `abbreviations`: articles define some too.
  explicit OracleCase(std::uint32_t seed, bool abbreviations = false);

  /// These articles, indexed in one run.
  explicit OracleCase(std::vector<Article> articles);

  const std::vector<std::string>& vocabulary() const { return vocabulary_; }
  const std::vector<Article>& articles() const { return articles_; }
  const std::vector<AnalysedText>& texts() const { return texts_; }
  const ArchiveFacts& facts() const { return facts_; }
  Analyser& analyser() { return analyser_; }

  /// The tree as the search completes it.
  QueryNode Expanded(QueryNode root) const;

  /// Hits of the real search, all of them.
  ResultPage Search(const std::string& query, bool excerpts);

  ResultPage SearchPage(const std::string& query, std::size_t offset, std::size_t limit);

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
  void IndexRandomRuns(Random& random);
  void Open();

  TemporaryFolder folder_;
  Analyser analyser_;
  std::vector<std::string> vocabulary_;
  std::vector<Article> articles_;  // as they stand at the end
  std::vector<AnalysedText> texts_;
  ArchiveFacts facts_;
  std::unique_ptr<Searcher> searcher_;
};

IdSet IdsOf(const ResultPage& page);

/// The articles as lines for a report of failure.
std::string Show(const std::vector<Article>& articles);
std::string Show(const IdSet& ids);

}  // namespace warta::oracle
