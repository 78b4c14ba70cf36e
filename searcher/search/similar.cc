#include "searcher/search/similar.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "common/store/schema.h"

namespace warta {
namespace {

constexpr std::size_t kMostWords = 25;
constexpr Xapian::doccount kLeastArticles = 2;
constexpr Xapian::doccount kCommon = 10;      // one of so many articles has the word
constexpr Xapian::doccount kNeverCommon = 5;  // in however small an archive

struct WeightedStem {
  double weight = 0;
  std::string stem;
};

QueryNode WordOf(const std::string& stem) {
  QueryNode word;
  word.kind = QueryNode::Kind::kWord;
  word.text = stem;
  word.terms.push_back(QueryTerm{stem, stem, Token::Kind::kWord});
  return word;
}

}  // namespace

Xapian::docid FindArticle(const Xapian::Database& database, const std::string& id) {
  const std::string term = IdTerm(id);
  const Xapian::PostingIterator posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? 0 : *posting;
}

std::optional<QueryNode> WordsOfArticle(const Xapian::Database& database, Xapian::docid document) {
  const Xapian::doccount articles = database.get_doccount();
  std::vector<WeightedStem> stems;
  auto it = database.termlist_begin(document);
  for (it.skip_to(std::string(kStemPrefix)); it != database.termlist_end(document); ++it) {
    const std::string term = *it;
    if (!term.starts_with(kStemPrefix)) break;
    const std::string stem = term.substr(kStemPrefix.size());
    const Xapian::doccount with = it.get_termfreq();
    const bool of_title = !stem.empty() && IsUpper(stem.front());
    const Xapian::doccount most = std::max(articles / kCommon, kNeverCommon);
    if (of_title || with < kLeastArticles || with > most) continue;
    stems.push_back({it.get_wdf() * std::log(static_cast<double>(articles) / with), stem});
  }
  std::stable_sort(stems.begin(), stems.end(), [](const WeightedStem& a, const WeightedStem& b) {
    return a.weight > b.weight;
  });
  if (stems.size() > kMostWords) stems.resize(kMostWords);
  if (stems.empty()) return std::nullopt;
  if (stems.size() == 1) return WordOf(stems.front().stem);
  QueryNode root;
  root.kind = QueryNode::Kind::kRanked;
  for (const WeightedStem& one : stems) root.children.push_back(WordOf(one.stem));
  return root;
}

}  // namespace warta
