#include "searcher/search/search.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <span>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include <xapian.h>

#include "common/fatal.h"
#include "common/ranking_model.h"
#include "common/result.h"
#include "common/store/open_database.h"
#include "common/store/schema.h"
#include "common/text/analyser.h"
#include "common/translate.h"
#include "searcher/excerpt/match.h"
#include "searcher/expand/expand.h"
#include "searcher/expand/suggest.h"
#include "searcher/query/all_words.h"
#include "searcher/query/filters.h"
#include "searcher/query/function_words.h"
#include "searcher/query/parse.h"
#include "searcher/search/closeness.h"
#include "searcher/search/explain.h"
#include "searcher/search/facets.h"
#include "searcher/search/load_article.h"
#include "searcher/search/lower.h"
#include "searcher/search/posting_lists.h"
#include "searcher/search/ranked_list.h"
#include "searcher/search/reranker.h"
#include "searcher/search/scored_match.h"
#include "searcher/search/similar.h"
#include "searcher/search/stories.h"

namespace warta {
namespace {

// Up to this number of matches the count on the page is exact.
constexpr Xapian::doccount kExactMatches = 10'000;

// A reader that is overtaken by two commits has to look again. More often than this only when
// something is wrong.
constexpr int kMostAttempts = 5;

// So many hits are kept until all are there, so that they are of one state of the database. More are
// given away one by one.
constexpr std::size_t kMostKept = 1000;

// A suggestion finds so many times as many articles as the query.
constexpr std::uint64_t kSuggestionGain = 2;
// What so many articles have is spelt right (suggest.h).
constexpr std::uint64_t kEnoughArticles = 20;

class Stopwatch {
 public:
  double milliseconds() const {
    return std::chrono::duration<double, std::milli>(Clock::now() - start_).count();
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point start_ = Clock::now();
};

// What is looked for.
struct Wish {
  QueryNode root;
  Xapian::Query without;  // articles that are not wanted
  MatchMode match = MatchMode::kAuto;
};

// What was found, before it is shown.
struct Found {
  QueryNode root;  // completed
  std::vector<Story> stories;
  QueryNode all;                                        // the same, all words wanted
  std::unordered_map<Xapian::docid, Article> articles;  // that have been read already
  bool whole = true;                                    // whether each article has all words
  bool in_tiers = false;  // whether those with all words are the first tier
  bool by_score = true;   // otherwise dates decide
  double form_weight = 0;
};

class Only : public Xapian::MatchDecider {
 public:
  explicit Only(const std::map<Xapian::docid, Hit*>& shown) : shown_(shown) {}
  bool operator()(const Xapian::Document& document) const override {
    return shown_.contains(document.get_docid());
  }

 private:
  const std::map<Xapian::docid, Hit*>& shown_;
};

// How many things are asked for that articles are ranked by; of alternatives one.
std::size_t RankedWords(const QueryNode& node) {
  if (IsLeaf(node)) return IsFilter(node) ? 0 : 1;
  std::size_t words = 0;
  const std::size_t wanted = node.kind == QueryNode::Kind::kAndNot ? 1 : node.children.size();
  for (std::size_t i = 0; i < wanted; ++i) {
    const std::size_t more = RankedWords(node.children[i]);
    words = node.kind == QueryNode::Kind::kOr ? std::max(words, more) : words + more;
  }
  return words;
}

// What never rises along the list of hits: the score, and above all scores what counts more.
double OrderOf(const Found& found, const Ranked& ranked) {
  constexpr double kMoreThanAnyScore = 1e6;
  const double closeness = static_cast<double>(ranked.closeness);
  const double tier =
      found.in_tiers && ranked.tier == 0 ? static_cast<double>(Closeness::kTitle) + 1 : 0;
  return ranked.score + kMoreThanAnyScore * (closeness + tier);
}

void AddWantedLeaves(const QueryNode& node, std::vector<const QueryNode*>& leaves) {
  if (IsLeaf(node)) leaves.push_back(&node);
  const std::size_t wanted = node.kind == QueryNode::Kind::kAndNot ? 1 : node.children.size();
  for (std::size_t i = 0; i < wanted; ++i) AddWantedLeaves(node.children[i], leaves);
}

}  // namespace

class Searcher::Impl {
 public:
  Impl(std::vector<std::string> paths, SynonymList synonyms)
      : paths_(std::move(paths)), synonyms_(std::move(synonyms)) {
    Open();
  }

  ResultPage Search(const std::string& query, const SearchOptions& options, const HitSink& sink) {
    const Stopwatch stopwatch;
    ParsedQuery parsed = ParseQuery(query, text_analyser_);
    ResultPage page;
    page.query = query;
    page.notes = std::move(parsed.notes);
    page.mistakes = std::move(parsed.mistakes);
    if (page.mistakes.empty()) {
      AddFilters(parsed.root, options);
      if (parsed.root) {
        page.understood = ToString(*parsed.root);
        Answer({*parsed.root, Xapian::Query(), options.match}, options, sink, page);
        if (options.suggest) page.suggestion = Suggest(query, *parsed.root, options, page);
      } else {
        page.notes.push_back({N_("the query has no word to search for")});
      }
    }
    page.took_ms = stopwatch.milliseconds();
    return page;
  }

  ResultPage Similar(const std::string& id, const SearchOptions& options, const HitSink& sink) {
    const Stopwatch stopwatch;
    ResultPage page;
    page.query = id;
    auto wish = Retrying([&] { return WishForLike(id); });
    if (wish) {
      std::optional<QueryNode> root = std::move(wish->root);
      AddFilters(root, options);
      wish->root = std::move(*root);
      page.understood = ToString(wish->root);
      Answer(*wish, options, sink, page);
    }
    page.took_ms = stopwatch.milliseconds();
    return page;
  }

 private:
  void Open() {
    database_ = Xapian::Database();
    for (const std::string& path : paths_) database_.add_database(OpenForReading(path));
    lists_.emplace(database_);
  }

  void AddFilters(std::optional<QueryNode>& root, const SearchOptions& options) {
    if (options.published) RequirePeriod(root, *options.published);
    RequireMetadata(root, MetadataField::kSource, options.source, field_analyser_);
    RequireMetadata(root, MetadataField::kCategory, options.category, field_analyser_);
  }

  std::string Name() const {
    std::string name;
    for (const std::string& path : paths_) name.append(name.empty() ? "" : ", ").append(path);
    return name;
  }

  [[noreturn]] void Fail(const Xapian::Error& error) const {
    ThrowFatal(error, {N_("cannot search {1}: {2}"), {Name()}});
  }

  // Does the step again when a writer has overtaken it.
  template <class Step>
  std::invoke_result_t<Step> Retrying(const Step& step) {
    for (int attempt = 1;; ++attempt) {
      try {
        return step();
      } catch (const Xapian::DatabaseModifiedError& error) {
        if (attempt == kMostAttempts) Fail(error);
      } catch (const Xapian::DatabaseOpeningError& error) {
        // Tables are opened when they are needed; by then the generation may have been replaced twice.
        if (attempt == kMostAttempts) Fail(error);
      } catch (const Xapian::Error& error) {
        Fail(error);
      }
      Open();
    }
  }

  std::optional<Wish> WishForLike(const std::string& id) {
    const Xapian::docid document = FindArticle(database_, id);
    if (document == 0)
      throw Fatal(ExitCode::kQueryError, {N_("there is no article \"{1}\""), {id}}, {});
    std::optional<QueryNode> words = WordsOfArticle(database_, document);
    if (!words) return std::nullopt;
    return Wish{std::move(*words), Xapian::Query(IdTerm(id)), MatchMode::kAny};
  }

  void Answer(const Wish& wish, const SearchOptions& options, const HitSink& sink,
              ResultPage& page) {
    const ResultPage empty = page;
    if (options.limit > kMostKept) {
      Found found = Retrying([&] {
        page = empty;
        return Find(wish, options, page);
      });
      // Hits that have been given away cannot be taken back: each is looked at for itself.
      for (std::size_t i = 0; i < found.stories.size(); ++i) {
        auto hit = Retrying([&] { return TryHit(found, i, options, page); });
        if (hit && !sink(std::move(*hit))) return;
      }
      return;
    }
    std::vector<Hit> hits = Retrying([&] {
      page = empty;
      Found found = Find(wish, options, page);
      std::vector<Hit> made;
      for (std::size_t i = 0; i < found.stories.size(); ++i) {
        if (auto hit = TryHit(found, i, options, page)) made.push_back(std::move(*hit));
      }
      if (options.explain) Explain(found, options.offset, made);
      return made;
    });
    for (Hit& hit : hits) {
      if (!sink(std::move(hit))) return;
    }
  }

  // The first of the other queries that finds clearly more, by the articles with all words.
  std::optional<Suggestion> Suggest(const std::string& query, const QueryNode& root,
                                    const SearchOptions& options, const ResultPage& page) {
    if (page.matches_all_words.value_or(0) >= kEnoughArticles) return std::nullopt;
    const auto candidates =
        Retrying([&] { return SuggestQueries(query, root, database_, field_analyser_); });
    if (candidates.empty()) return std::nullopt;
    SearchOptions counting = options;
    counting.limit = 0;
    counting.match = MatchMode::kAll;
    counting.suggest = false;
    counting.facets.clear();
    counting.histogram.reset();
    const auto count = [&](const std::string& text) {
      return Search(text, counting, [](const Hit&) { return true; });
    };
    const std::uint64_t found =
        page.matches_all_words ? *page.matches_all_words : count(query).matches;
    for (const std::string& candidate : candidates) {
      const ResultPage other = count(candidate);
      if (other.matches >= kSuggestionGain * std::max<std::uint64_t>(found, 1)) {
        return Suggestion{candidate, other.matches, other.matches_exact};
      }
    }
    return std::nullopt;
  }

  // Everything but the hits is put into the page.
  Found Find(const Wish& wish, const SearchOptions& options, ResultPage& page) {
    Found found;
    found.root = wish.root;
    ExpandReport report =
        Expand(found.root, database_, field_analyser_, {options.synonyms, &synonyms_});
    page.expansions = std::move(report.expansions);
    page.notes.insert(page.notes.end(), report.notes.begin(), report.notes.end());
    WordRun run;  // of a query that somebody has typed
    if (options.limit > 0 && wish.without.empty()) run = WordRunOf(found.root);
    SortOrder sort = options.sort;
    if (sort == SortOrder::kRelevance && (IsExclusion(found.root) || IsFilter(found.root)))
      sort = SortOrder::kNewest;
    found.by_score = sort == SortOrder::kRelevance;
    const bool is_question = IsQuestion(found.root);
    LeaveOutFunctionWords(found.root);
    const std::vector<Tier> tiers = TiersOf(found, wish, is_question);
    const bool exact = options.limit == 0 || options.limit == kNoLimit;
    RankedList list(*lists_, tiers, sort, exact ? database_.get_doccount() : kExactMatches,
                    Reranker(*lists_, text_analyser_, std::move(run), RecencyOf(options)));
    const MatchCount first = list.Count(0);
    page.matches = first.articles;
    page.matches_exact = first.exact;
    if (tiers.size() > 1) {
      const MatchCount rest = list.Count(1);
      page.matches += rest.articles;
      page.matches_exact &= rest.exact;
      if (first.articles > 0 && rest.articles > 0) page.matches_all_words = first.articles;
      page.all_words_first = true;
    }
    Xapian::Query counted = tiers[first.articles == 0 ? tiers.size() - 1 : 0].counted;
    if (!found.whole && !found.in_tiers && wish.match == MatchMode::kAuto) {
      const Xapian::Query all = Without(LowerUnweighted(found.all), wish.without);
      const std::uint64_t with_all = CountOf(all);
      if (with_all > 0) counted = all;
      if (with_all > 0 && with_all < page.matches) page.matches_all_words = with_all;
    }
    Xapian::Query any = tiers.front().counted;
    for (std::size_t i = 1; i < tiers.size(); ++i) any |= tiers[i].counted;
    found.stories =
        StoriesOf(list, *lists_, any, options.offset, options.limit, options.fold_copies);
    found.articles = list.TakeArticles();
    FacetCounter facets(options.facets, options.histogram);
    if (!facets.empty()) {
      facets.Count(database_, counted);
      page.facets = facets.TakeFacets();
      page.histogram = facets.TakeHistogram();
    }
    return found;
  }

  static std::optional<RecencyPrior> RecencyOf(const SearchOptions& options) {
    if (options.prefer_recent == 0) return std::nullopt;
    return RecencyPrior{options.prefer_recent, Today()};
  }

  // Articles with all words, and those with some of them, if that is a difference and wanted.
  static Xapian::Query Without(const Xapian::Query& query, const Xapian::Query& unwanted) {
    return unwanted.empty() ? query : Xapian::Query(Xapian::Query::OP_AND_NOT, query, unwanted);
  }

  std::uint64_t CountOf(const Xapian::Query& query) {
    if (const auto counted = CountByPostings(*lists_, query)) return *counted;
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query);
    return enquire.get_mset(0, 0, database_.get_doccount()).get_matches_estimated();
  }

  // Articles with all words, and those with some of them, if that is a difference and wanted: of keywords, and
  // wherever the score does not decide.
  static std::vector<Tier> TiersOf(Found& found, const Wish& wish, bool is_question) {
    const auto without = [](const Tier& tier, const Xapian::Query& unwanted) {
      return Tier{Without(tier.ranked, unwanted), Without(tier.counted, unwanted)};
    };
    const std::size_t words = RankedWords(found.root);
    found.form_weight = FormWeight(words);
    const auto tier_of = [&](const QueryNode& root) {
      return without({Lower(root, found.form_weight), LowerUnweighted(root)}, wish.without);
    };
    found.all = found.root;
    const bool differs = WantAllWords(found.all);
    if (wish.match == MatchMode::kAll) found.root = found.all;
    found.whole = !differs || wish.match == MatchMode::kAll;
    const bool keywords = words <= kMostKeywords && !is_question;
    const bool in_tiers = wish.match == MatchMode::kAuto && (keywords || !found.by_score);
    if (!differs || !in_tiers) return {tier_of(found.root)};
    found.in_tiers = true;
    const Tier whole = tier_of(found.all);
    return {whole, without(tier_of(found.root), whole.counted)};
  }

  // Nothing where the article is damaged, which the page then says, or has been removed meanwhile.
  std::optional<Hit> TryHit(Found& found, std::size_t place, const SearchOptions& options,
                            ResultPage& page) {
    try {
      Result<Hit> hit = MakeHit(found, place, options);
      if (hit.ok()) return std::move(hit.value());
      page.damage.push_back("document " + std::to_string(found.stories[place].hit.document) +
                            " of " + Name() + " was left out: " + hit.error().message);
    } catch (const Xapian::DocNotFoundError&) {
    }
    return std::nullopt;
  }

  Result<Hit> MakeHit(Found& found, std::size_t place, const SearchOptions& options) {
    const Story& story = found.stories[place];
    // Taken, so that another attempt reads it again.
    auto read = found.articles.extract(story.hit.document);
    Result<Article> article =
        read.empty() ? LoadArticle(database_, story.hit.document) : std::move(read.mapped());
    if (!article.ok()) return article.error();
    Hit hit;
    hit.rank = options.offset + place + 1;
    hit.score = story.hit.score;
    hit.closeness = story.hit.closeness;
    hit.order = found.by_score ? OrderOf(found, story.hit) : -static_cast<double>(hit.rank);
    hit.all_words = found.whole || (found.in_tiers && story.hit.tier == 0);
    hit.article = std::move(article.value());
    const std::string body = std::exchange(hit.article.body, {});
    for (const Xapian::docid copy : story.copies) {
      Result<Article> other = LoadArticle(database_, copy);
      if (!other.ok()) continue;
      other.value().body.clear();
      hit.copies.push_back(std::move(other.value()));
    }
    if (!options.excerpts) return hit;
    const auto title = text_analyser_.Analyse(hit.article.title);
    const auto text = text_analyser_.AnalyseBeside(body);
    const FilterTest passes = FilterTestFor(hit.article, field_analyser_);
    ArticleMatch match = MatchArticle(found.root, title, text, passes);
    if (!found.whole && !found.in_tiers)
      hit.all_words = MatchArticle(found.all, title, text, passes).matched;
    hit.title = Excerpt{hit.article.title, std::move(match.title)};
    hit.snippet = MakeSnippet(body, match.body);
    if (options.explain) ExplainForms(found.root, title, text, passes, hit);
    return hit;
  }

  static void ExplainForms(const QueryNode& root, std::span<const Token> title,
                           std::span<const Token> body, const FilterTest& passes, Hit& hit) {
    std::vector<const QueryNode*> leaves;
    AddWantedLeaves(root, leaves);
    for (const QueryNode* leaf : leaves) {
      LeafExplanation& explanation = hit.explanation.emplace_back();
      explanation.leaf = ToString(*leaf);
      if (!IsFilter(*leaf)) {
        explanation.forms = MatchedForms(*leaf, title, body);
      } else if (passes(*leaf)) {
        explanation.forms.push_back({leaf->text, MatchedBy::kMetadata, 0, 0});
      }
    }
  }

  // What each leaf gives to the scores: it is asked for alone.
  void Explain(const Found& found, std::size_t offset, std::vector<Hit>& hits) const {
    std::map<Xapian::docid, Hit*> shown;
    for (Hit& hit : hits) shown.emplace(found.stories[hit.rank - offset - 1].hit.document, &hit);
    const Only only(shown);
    std::vector<const QueryNode*> leaves;
    AddWantedLeaves(found.root, leaves);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
      Xapian::Enquire enquire(database_);
      enquire.set_weighting_scheme(RankingModel());
      enquire.set_query(Lower(*leaves[i], found.form_weight));
      const auto most = static_cast<Xapian::doccount>(shown.size());
      const Xapian::MSet scores = enquire.get_mset(0, most, 0, nullptr, &only);
      for (auto it = scores.begin(); it != scores.end(); ++it) {
        LeafExplanation& explanation = shown.at(*it)->explanation[i];
        if (!explanation.forms.empty()) explanation.score = it.get_weight();
      }
    }
  }

  std::vector<std::string> paths_;
  SynonymList synonyms_;
  Xapian::Database database_;
  std::optional<PostingLists> lists_;  // of database_
  Analyser text_analyser_;
  Analyser field_analyser_;
};

Searcher::Searcher(std::vector<std::string> databases, SynonymList synonyms)
    : impl_(std::make_unique<Impl>(std::move(databases), std::move(synonyms))) {}

Searcher::~Searcher() = default;

ResultPage Searcher::Search(const std::string& query, const SearchOptions& options) {
  std::vector<Hit> hits;
  ResultPage page = impl_->Search(query, options, [&](Hit hit) {
    hits.push_back(std::move(hit));
    return true;
  });
  page.hits = std::move(hits);
  return page;
}

ResultPage Searcher::Search(const std::string& query, const SearchOptions& options,
                            const HitSink& sink) {
  return impl_->Search(query, options, sink);
}

ResultPage Searcher::Similar(const std::string& id, const SearchOptions& options,
                             const HitSink& sink) {
  return impl_->Similar(id, options, sink);
}

}  // namespace warta
