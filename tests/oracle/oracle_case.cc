#include "tests/oracle/oracle_case.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <utility>

#include "common/store/open_database.h"
#include "searcher/expand/expand.h"
#include "tests/unit/article_writer.h"

namespace warta::oracle {
namespace {

// Visible in a report: line breaks and quotation marks as escapes.
std::string Quoted(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '\n') {
      quoted += "\\n";
    } else if (c == '"' || c == '\\') {
      quoted += {'\\', c};
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "warta-oracle-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot create " + name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void IndexRun(const std::string& database, const std::vector<Article>& articles, bool rebuild) {
  ArticleWriter writer(database, rebuild);
  for (const Article& article : articles) writer.Put(article, false);
  writer.Finish();
}

OracleCase::OracleCase(std::uint32_t seed, const CaseShape& shape) {
  Random random(seed);
  vocabulary_ = RandomVocabulary(random);
  if (shape.abbreviations) {
    for (std::string& word : AbbreviationVocabulary(random)) {
      vocabulary_.push_back(std::move(word));
    }
  }
  for (std::size_t n = 1 + Below(random, OneIn(random, 2) ? 8 : 60); n > 0; --n) {
    const std::string id = "berita-" + std::to_string(articles_.size() + 1);
    articles_.push_back(RandomArticle(random, vocabulary_, id));
  }
  std::vector<std::vector<Article>> parts(std::min(shape.databases, articles_.size()));
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    parts[i < parts.size() ? i : Below(random, parts.size())].push_back(articles_[i]);
  }
  for (std::size_t i = 0; i < parts.size(); ++i) IndexRandomRuns(random, i, parts[i]);
  Open();
}

OracleCase::OracleCase(std::vector<Article> articles) : articles_(std::move(articles)) {
  databases_.push_back(folder_.path());
  IndexRun(databases_.front(), articles_);
  Open();
}

// Each run puts some articles, at first in versions that will not last, some of them twice.
void OracleCase::IndexRandomRuns(Random& random, std::size_t database,
                                 const std::vector<Article>& articles) {
  databases_.push_back(folder_.path() + "/" + std::to_string(database));
  for (std::size_t runs = Below(random, 4); runs > 0; --runs) {
    std::vector<Article> batch;
    for (const Article& article : articles) {
      if (OneIn(random, 2)) batch.push_back(RandomArticle(random, vocabulary_, article.id));
      if (OneIn(random, 4)) batch.push_back(RandomArticle(random, vocabulary_, article.id));
      if (OneIn(random, 4)) batch.push_back(article);
    }
    if (!batch.empty()) IndexRun(databases_.back(), batch, OneIn(random, 8));
  }
  IndexRun(databases_.back(), articles, OneIn(random, 8));
}

void OracleCase::Open() {
  for (const Article& article : articles_) texts_.emplace_back(article, analyser_);
  facts_ = CountFacts(articles_, analyser_);
  for (const std::string& path : databases_) database_.add_database(OpenForReading(path));
  searcher_ = std::make_unique<Searcher>(databases_);
}

QueryNode OracleCase::Expanded(QueryNode root) {
  Expand(root, database_, analyser_);
  return root;
}

ResultPage OracleCase::Search(const std::string& query, const SearchOptions& options) {
  return searcher_->Search(query, options);
}

SearchOptions AllHits() {
  SearchOptions options;
  options.limit = kNoLimit;
  options.fold_copies = false;
  options.suggest = false;
  return options;
}

IdSet IdsOf(const ResultPage& page) {
  IdSet ids;
  for (const Hit& hit : page.hits) ids.insert(hit.article.id);
  return ids;
}

std::string Show(const std::vector<Article>& articles) {
  std::string shown;
  for (const Article& article : articles) {
    shown += "  " + article.id + ": title " + Quoted(article.title) + " body " +
             Quoted(article.body) + " source " + Quoted(article.source) + " category " +
             Quoted(article.category) + " author " + Quoted(article.author) + ' ' +
             (article.date ? FormatIso(*article.date) : "undated") + '\n';
  }
  return shown;
}

std::string Show(const IdSet& ids) {
  std::string shown = "{";
  for (const std::string& id : ids) shown += ' ' + id;
  return shown + " }";
}

}  // namespace warta::oracle
