// The ranking on the sample collection, to four digits: a change that moves it has to say so here.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/exit_code.h"
#include "indexer/run.h"
#include "searcher/search/search.h"

namespace warta {
namespace {

using Relevances = std::map<std::string, int>;  // docno -> relevance

std::map<std::string, Relevances> ReadQrels(const std::string& path) {
  std::map<std::string, Relevances> qrels;
  std::ifstream in(path);
  std::string qid;
  std::string zero;
  std::string docno;
  for (int relevance = 0; in >> qid >> zero >> docno >> relevance;) qrels[qid][docno] = relevance;
  return qrels;
}

std::map<std::string, std::string> ReadQueries(const std::string& path) {
  std::map<std::string, std::string> queries;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    queries[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return queries;
}

double Gain(int relevance, std::size_t rank) {
  return (std::exp2(relevance) - 1) / std::log2(static_cast<double>(rank) + 2);
}

struct Scores {
  double reciprocal_rank = 0;
  double recall = 0;
  double ndcg = 0;
};

// Over the first ten hits.
Scores Judge(const std::vector<std::string>& ranking, const Relevances& relevant) {
  Scores scores;
  double gained = 0;
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    const auto found = relevant.find(ranking[i]);
    if (found == relevant.end()) continue;
    if (scores.reciprocal_rank == 0) scores.reciprocal_rank = 1 / static_cast<double>(i + 1);
    scores.recall += 1 / static_cast<double>(relevant.size());
    gained += Gain(found->second, i);
  }
  std::vector<int> best;
  for (const auto& [docno, relevance] : relevant) best.push_back(relevance);
  std::sort(best.rbegin(), best.rend());
  double ideal = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(best.size(), 10); ++i)
    ideal += Gain(best[i], i);
  scores.ndcg = gained / ideal;
  return scores;
}

TEST(Corpus, TheRankingIsTheOneThatWasJudged) {
  const std::string corpus = WARTA_CORPUS;
  std::string work = std::filesystem::temp_directory_path() / "warta-eval-XXXXXX";
  ASSERT_NE(::mkdtemp(work.data()), nullptr);
  RunOptions options;
  options.database = work + "/db";
  options.roots = {corpus};
  options.progress = ProgressMode::kNever;
  ASSERT_EQ(warta::Run(options), ExitCode::kOk);

  const auto qrels = ReadQrels(corpus + "/qrels.tsv");
  const auto queries = ReadQueries(corpus + "/queries.tsv");
  ASSERT_GE(queries.size(), 40U);
  ASSERT_EQ(queries.size(), qrels.size());
  Searcher searcher({options.database});
  SearchOptions options_of_runs;
  options_of_runs.fold_copies = false;  // as run files have it
  Scores sum;
  for (const auto& [qid, relevant] : qrels) {
    SCOPED_TRACE(qid);
    std::vector<std::string> ranking;
    for (const Hit& hit : searcher.Search(queries.at(qid), options_of_runs).hits)
      ranking.push_back(hit.article.id);
    const Scores scores = Judge(ranking, relevant);
    EXPECT_GT(scores.recall, 0) << queries.at(qid) << " finds nothing relevant";
    sum.reciprocal_rank += scores.reciprocal_rank;
    sum.recall += scores.recall;
    sum.ndcg += scores.ndcg;
  }
  const auto count = static_cast<double>(qrels.size());
  EXPECT_NEAR(sum.reciprocal_rank / count, 1.0000, 5e-5);
  EXPECT_NEAR(sum.recall / count, 0.9972, 5e-5);
  EXPECT_NEAR(sum.ndcg / count, 0.9979, 5e-5);
  std::filesystem::remove_all(work);
}

}  // namespace
}  // namespace warta
