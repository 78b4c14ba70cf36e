#include "searcher/search/reranker.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "common/ascii.h"
#include "common/ranking_model.h"
#include "common/store/schema.h"
#include "searcher/excerpt/spans.h"
#include "searcher/search/load_article.h"

namespace warta {
namespace {

bool IsBetter(const Ranked& a, const Ranked& b) {
  return a.closeness != b.closeness ? a.closeness > b.closeness : a.score > b.score;
}

// As the index has them: with positions are forms only, acronyms in small letters.
std::vector<std::string> FormsOf(const std::vector<QueryNode>& words) {
  std::vector<std::string> forms;
  for (const QueryNode& word : words) {
    for (const QueryTerm& term : word.terms) {
      if (term.kind == Token::Kind::kVariant) continue;
      forms.push_back(term.kind == Token::Kind::kAcronym ? LowerAscii(term.surface) : term.surface);
    }
  }
  return forms;
}

// Of the word in any form.
std::string TermOf(const QueryTerm& term, std::string_view stem_prefix,
                   std::string_view acronym_prefix) {
  if (term.kind == Token::Kind::kAcronym) return AcronymTerm(acronym_prefix, term.surface);
  return std::string(stem_prefix).append(term.stem);
}

Result<Article> LoadIfThere(const Xapian::Database& database, Xapian::docid document) {
  try {
    return LoadArticle(database, document);
  } catch (const Xapian::DocNotFoundError& error) {
    return Error{error.get_description()};
  }
}

using Lists = std::vector<std::shared_ptr<const Postings>>;

// Most articles are then known not to be in all by the first.
void PutShortestFirst(Lists& lists) {
  std::sort(lists.begin(), lists.end(),
            [](const auto& a, const auto& b) { return a->documents.size() < b->documents.size(); });
}

bool AreAllIn(const Lists& lists, Xapian::docid document) {
  return std::all_of(lists.begin(), lists.end(), [&](const auto& postings) {
    return std::binary_search(postings->documents.begin(), postings->documents.end(), document);
  });
}

using Positions = std::vector<std::uint32_t>;

Positions PositionsOf(const Xapian::Database& database, Xapian::docid document,
                      const std::string& term) {
  Positions positions;
  const Xapian::PositionIterator end = database.positionlist_end(document, term);
  for (auto it = database.positionlist_begin(document, term); it != end; ++it)
    positions.push_back(*it);
  return positions;
}

// An article that may have the phrase.
struct Candidate {
  std::size_t place = 0;  // among the best
  Xapian::docid document = 0;
  std::vector<Positions> slots;  // of the forms
};

}  // namespace

Reranker::Reranker(PostingLists& lists, Analyser& analyser, WordRun run,
                   std::optional<RecencyPrior> recency)
    : lists_(lists),
      analyser_(analyser),
      run_(std::move(run)),
      recency_(recency),
      forms_(FormsOf(run_.typed)) {}

std::size_t Reranker::wanted() const {
  if (LooksUp() || recency_) return kMostLookedUp;
  return Reads() ? kMostRead : 0;
}

void Reranker::Start(std::vector<Ranked> best) {
  best_ = std::move(best);
  if (recency_) AddRecency();
  if (!LooksUp()) {
    others_ = std::move(best_);
    best_.clear();
    stage_ = Stage::kOthers;
    ReadOthers();
    return;
  }
  if (run_.keywords) AddTitleBonus();
  ReadForms();
  ReadTitles();
  if (titles_.empty()) stage_ = Stage::kPhrases;
}

std::optional<Ranked> Reranker::Next() {
  while (stage_ == Stage::kTitles && at_ < best_.size()) {
    Ranked& ranked = best_[at_++];
    if (!titles_.contains(ranked.document)) continue;
    ranked.closeness = Closeness::kTitle;
    return ranked;
  }
  if (stage_ == Stage::kTitles) {
    stage_ = Stage::kPhrases;
    at_ = 0;
  }
  while (stage_ == Stage::kPhrases && at_ < best_.size()) {
    if (at_ == looked_up_) LookUpPhrases();
    const Ranked& ranked = best_[at_++];
    if (ranked.closeness == Closeness::kPhrase) return ranked;
    if (ranked.closeness == Closeness::kApart) others_.push_back(ranked);
  }
  if (stage_ == Stage::kPhrases) {
    stage_ = Stage::kOthers;
    at_ = 0;
    ReadOthers();
  }
  if (at_ == others_.size()) return std::nullopt;
  return others_[at_++];
}

void Reranker::AddRecency() {
  for (Ranked& ranked : best_) {
    const std::string value = lists_.database().get_document(ranked.document).get_value(kDateSlot);
    const std::optional<Date> day = DayOfDateValue(value);
    if (!day) continue;
    const double age = std::max(0, DaysBetween(*day, recency_->today));
    ranked.score *= 1 + kRecencyGain * std::exp2(-age / recency_->half_life);
  }
  std::stable_sort(best_.begin(), best_.end(), IsBetter);
}

void Reranker::AddTitleBonus() {
  double bonus = 0;
  Lists in_title;
  for (const QueryNode& word : run_.content) {
    bonus += kTitleBonus * WeightOf(word);
    for (const QueryTerm& term : word.terms) {
      if (term.kind == Token::Kind::kVariant) continue;
      in_title.push_back(lists_.Of(TermOf(term, kTitleStemPrefix, kTitleAcronymPrefix), false));
    }
  }
  PutShortestFirst(in_title);
  // All of them get the same, and keep their order.
  const auto others = std::stable_partition(best_.begin(), best_.end(), [&](const Ranked& ranked) {
    return AreAllIn(in_title, ranked.document);
  });
  std::for_each(best_.begin(), others, [&](Ranked& ranked) { ranked.score += bonus; });
  std::inplace_merge(best_.begin(), others, best_.end(), IsBetter);
}

void Reranker::ReadTitles() {
  const Xapian::Database& database = lists_.database();
  const std::string title = TitleTerm({forms_.begin(), forms_.end()});
  const Xapian::PostingIterator end = database.postlist_end(title);
  for (auto it = database.postlist_begin(title); it != end; ++it) titles_.insert(*it);
}

// The next articles that have the phrase, several times as many as before. In the order of their numbers Xapian finds
// most of what it needs in the block that it has read.
void Reranker::LookUpPhrases() {
  constexpr std::size_t kGrowth = 4;
  const std::size_t begin = looked_up_;
  looked_up_ = std::min(best_.size(), std::max(kMostRead, begin * kGrowth));
  // A phrase of one word is what every article has that the form weighs for.
  if (forms_.size() < 2) return;
  std::vector<Candidate> candidates;
  for (std::size_t i = begin; i < looked_up_; ++i) {
    const Ranked& ranked = best_[i];
    if (ranked.closeness == Closeness::kTitle || !AreAllIn(known_, ranked.document)) continue;
    candidates.push_back({i, ranked.document, std::vector<Positions>(forms_.size())});
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.document < b.document; });
  for (const std::size_t form : rarest_) {
    const auto lacks_it = [&](Candidate& candidate) {
      candidate.slots[form] = PositionsOf(lists_.database(), candidate.document, forms_[form]);
      return candidate.slots[form].empty();
    };
    std::erase_if(candidates, lacks_it);
  }
  for (const Candidate& candidate : candidates) {
    if (!SequenceSpans(candidate.slots).empty())
      best_[candidate.place].closeness = Closeness::kPhrase;
  }
}

void Reranker::ReadForms() {
  std::vector<std::pair<Xapian::doccount, std::size_t>> frequencies;
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    frequencies.emplace_back(lists_.Frequency(forms_[i]), i);
    if (lists_.Has(forms_[i])) known_.push_back(lists_.Of(forms_[i], false));
  }
  std::sort(frequencies.begin(), frequencies.end());
  for (const auto& [frequency, place] : frequencies) rarest_.push_back(place);
  PutShortestFirst(known_);
}

void Reranker::ReadOthers() {
  if (!Reads()) return;
  const std::size_t read = std::min(kMostRead, others_.size());
  const auto end = others_.begin() + static_cast<std::ptrdiff_t>(read);
  std::for_each(others_.begin(), end, [&](Ranked& ranked) { Read(ranked); });
  std::stable_sort(others_.begin(), end, IsBetter);
}

void Reranker::Read(Ranked& ranked) {
  Result<Article> article = LoadIfThere(lists_.database(), ranked.document);
  if (!article.ok()) return;  // the page says so
  const auto title = analyser_.Analyse(article.value().title);
  const auto body = analyser_.AnalyseBeside(article.value().body);
  const TextCloseness found = ClosenessIn(run_, title, body);
  ranked.closeness = found.closeness;
  for (std::size_t i = 0; i < found.adjacent.size(); ++i) {
    if (!found.adjacent[i]) continue;
    ranked.score +=
        kAdjacencyWeight * std::min(WeightOf(run_.content[i]), WeightOf(run_.content[i + 1]));
  }
  articles_.emplace(ranked.document, std::move(article.value()));
}

// What BM25 gives for the word at most, but for the saturation.
double Reranker::WeightOf(const QueryNode& word) const {
  const std::string term = TermOf(word.terms.front(), kStemPrefix, kAcronymPrefix);
  return TermWeight(lists_.Frequency(term), lists_.documents(), 1) / (kFrequencySaturation + 1);
}

}  // namespace warta
