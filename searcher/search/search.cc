#include "searcher/search/search.h"

#include <chrono>
#include <utility>

#include <xapian.h>

#include "common/result.h"
#include "common/store/open_database.h"
#include "common/store/stored_article.h"
#include "common/text/analyser.h"
#include "common/translate.h"
#include "searcher/excerpt/match.h"
#include "searcher/expand/expand.h"
#include "searcher/query/parse.h"
#include "searcher/search/lower.h"

namespace warta {
namespace {

// Up to this number of matches the count on the page is exact.
constexpr Xapian::doccount kExactMatches = 10'000;

// A reader that is overtaken by two commits has to look again. More often than this only when
// something is wrong.
constexpr int kMostAttempts = 5;

}  // namespace

class Searcher::Impl {
 public:
  explicit Impl(const std::vector<std::string>& paths)
      : path_(paths.front()), database_(OpenForReading(path_)) {}

  ResultPage Search(const std::string& query, const SearchOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    ParsedQuery parsed = ParseQuery(query, body_analyser_, Today());
    ResultPage page;
    if (parsed.root) {
      page = SearchTree(*parsed.root, options);
      page.understood = ToString(*parsed.root);
    }
    if (!parsed.root) parsed.notes.push_back({N_("the query has no word to search for")});
    page.query = query;
    page.notes = std::move(parsed.notes);
    page.took_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return page;
  }

 private:
  ResultPage SearchTree(const QueryNode& root, const SearchOptions& options) {
    for (int attempt = 1;; ++attempt) {
      try {
        return SearchOnce(root, options);
      } catch (const Xapian::DatabaseModifiedError& error) {
        if (attempt == kMostAttempts) ThrowFatal(error, "search " + path_);
      } catch (const Xapian::DatabaseOpeningError& error) {
        // Tables are opened when they are needed; by then the generation may have been replaced twice.
        if (attempt == kMostAttempts) ThrowFatal(error, "search " + path_);
      } catch (const Xapian::Error& error) {
        ThrowFatal(error, "search " + path_);
      }
      database_ = OpenForReading(path_);
    }
  }

  // Everything is copied out before it returns: nothing of a page reads the database later.
  ResultPage SearchOnce(QueryNode root, const SearchOptions& options) {
    ResultPage page;
    ExpandReport report = Expand(root, database_, {options.synonyms});
    page.expansions = std::move(report.expansions);
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(RankingModel());
    enquire.set_query(Lower(root));
    const auto first = static_cast<Xapian::doccount>(options.offset);
    const auto most = static_cast<Xapian::doccount>(options.limit);
    const Xapian::MSet found = enquire.get_mset(first, most, kExactMatches);
    page.matches = found.get_matches_estimated();
    page.matches_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
    for (Xapian::MSetIterator it = found.begin(); it != found.end(); ++it) {
      Result<Hit> hit = MakeHit(root, it, options);
      if (hit.ok()) {
        page.hits.push_back(std::move(hit.value()));
      } else {
        page.damage.push_back("document " + std::to_string(*it) + " of " + path_ +
                              " was left out: " + hit.error().message);
      }
    }
    return page;
  }

  // Error: the article is damaged, as the disk or Xapian notice, or its checksum.
  static Result<Article> Load(const Xapian::MSetIterator& it) {
    try {
      return DecodeArticle(it.get_document().get_data());
    } catch (const Xapian::DatabaseModifiedError&) {
      throw;
    } catch (const Xapian::Error& error) {
      return Error{error.get_description()};
    }
  }

  Result<Hit> MakeHit(const QueryNode& root, const Xapian::MSetIterator& it,
                      const SearchOptions& options) {
    Result<Article> article = Load(it);
    if (!article.ok()) return article.error();
    Hit hit;
    hit.rank = it.get_rank() + 1;
    hit.score = it.get_weight();
    hit.article = std::move(article.value());
    const std::string body = std::exchange(hit.article.body, {});
    if (!options.excerpts) return hit;
    ArticleMatch match = MatchArticle(root, title_analyser_.Analyse(hit.article.title),
                                      body_analyser_.Analyse(body));
    hit.title = Excerpt{hit.article.title, std::move(match.title)};
    hit.snippet = MakeSnippet(body, match.body);
    return hit;
  }

  std::string path_;
  Xapian::Database database_;
  Analyser title_analyser_;
  Analyser body_analyser_;
};

Searcher::Searcher(const std::vector<std::string>& databases)
    : impl_(std::make_unique<Impl>(databases)) {}

Searcher::~Searcher() = default;

ResultPage Searcher::Search(const std::string& query, const SearchOptions& options) {
  return impl_->Search(query, options);
}

}  // namespace warta
