#include "searcher/search/reranker.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "common/ascii.h"
#include "common/ranking_model.h"
#include "common/store/schema.h"
#include "searcher/query/function_words.h"
#include "searcher/search/load_article.h"

namespace warta {
namespace {

bool IsBetter(const Ranked& a, const Ranked& b) {
  return a.closeness != b.closeness ? a.closeness > b.closeness : a.score > b.score;
}

using Forms = std::vector<std::string>;

// As the index has them: with positions are forms only, acronyms in small letters.
Forms FormsOf(const std::vector<QueryNode>& words) {
  Forms forms;
  for (const QueryNode& word : words) {
    for (const QueryTerm& term : word.terms) {
      if (term.kind == Token::Kind::kVariant) continue;
      forms.push_back(term.kind == Token::Kind::kAcronym ? LowerAscii(term.surface) : term.surface);
    }
  }
  return forms;
}

// The same with doubled words as articles may write them too: ayu ting ting for ayu ting-ting.
Forms WithoutHyphens(const Forms& forms) {
  Forms apart;
  for (const std::string& form : forms) {
    const std::size_t half = form.size() / 2;
    const bool doubled = form.size() % 2 == 1 && form[half] == '-' &&
                         form.compare(0, half, form, half + 1, half) == 0;
    if (doubled) apart.push_back(form.substr(0, half));
    apart.push_back(doubled ? form.substr(0, half) : form);
  }
  return apart;
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

std::vector<Forms> PhrasingsOf(const std::vector<QueryNode>& words) {
  std::vector<Forms> phrasings = {FormsOf(words)};
  Forms apart = WithoutHyphens(phrasings.front());
  if (apart.size() > phrasings.front().size()) phrasings.push_back(std::move(apart));
  return phrasings;
}

}  // namespace

Reranker::Reranker(PostingLists& lists, Analyser& analyser, WordRun run,
                   std::optional<RecencyPrior> recency)
    : lists_(lists), analyser_(analyser), run_(std::move(run)), recency_(recency) {}

// Of a question whoever asks it stands first otherwise, not who answers.
bool Reranker::LooksUp() const {
  if (run_.empty() || run_.keywords) return run_.keywords;
  return run_.typed.size() <= kMostKeywords && !IsQuestion(run_.typed.front());
}

std::size_t Reranker::wanted() const {
  if (LooksUp() || recency_) return kMostLookedUp;
  return Reads() ? kMostRead : 0;
}

void Reranker::Start(std::vector<Ranked> best) {
  best_ = std::move(best);
  if (recency_) AddRecency();
  if (run_.empty()) return;
  if (run_.keywords) AddTitleBonus();
  const std::vector<Forms> phrasings = PhrasingsOf(run_.typed);
  for (const Forms& forms : phrasings) PutTitlesFirst(forms);
  if (!LooksUp()) return;
  // A phrase of one word is what every article has that the form weighs for.
  if (phrasings.front().size() < 2) return;
  for (const Forms& forms : phrasings) phrases_.emplace_back(lists_, forms);
}

std::optional<Ranked> Reranker::Next() {
  while (at_ < best_.size()) {
    if (at_ == looked_up_) LookUpPhrases();
    const Ranked& ranked = best_[at_++];
    if (ranked.closeness != Closeness::kApart) return ranked;
    others_.push_back(ranked);
  }
  if (!others_read_) ReadOthers();
  if (next_other_ == others_.size()) return std::nullopt;
  return others_[next_other_++];
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
  std::vector<std::shared_ptr<const Postings>> in_title;
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

void Reranker::PutTitlesFirst(const std::vector<std::string>& forms) {
  const Xapian::Database& database = lists_.database();
  const std::string title = TitleTerm({forms.begin(), forms.end()});
  std::unordered_set<Xapian::docid> having_it;
  const Xapian::PostingIterator end = database.postlist_end(title);
  for (auto it = database.postlist_begin(title); it != end; ++it) having_it.insert(*it);
  if (having_it.empty()) return;
  for (Ranked& ranked : best_) {
    if (having_it.contains(ranked.document)) ranked.closeness = Closeness::kTitle;
  }
  std::stable_sort(best_.begin(), best_.end(), IsBetter);
}

// The next articles that have the phrase, several times as many as before.
void Reranker::LookUpPhrases() {
  constexpr std::size_t kGrowth = 4;
  const std::size_t begin = looked_up_;
  looked_up_ = std::min(best_.size(), std::max(kMostRead, begin * kGrowth));
  std::unordered_map<Xapian::docid, Ranked*> apart;
  std::vector<Xapian::docid> documents;
  for (std::size_t i = begin; i < looked_up_ && !phrases_.empty(); ++i) {
    if (best_[i].closeness != Closeness::kApart) continue;
    apart.emplace(best_[i].document, &best_[i]);
    documents.push_back(best_[i].document);
  }
  for (const PhraseLookup& phrase : phrases_) {
    for (const Xapian::docid document : phrase.Find(documents)) {
      apart.at(document)->closeness = Closeness::kPhrase;
    }
  }
}

void Reranker::ReadOthers() {
  others_read_ = true;
  if (!Reads() || others_.empty()) return;
  const std::size_t read = std::min(kMostRead, others_.size());
  const auto end = others_.begin() + static_cast<std::ptrdiff_t>(read);
  std::for_each(others_.begin(), end, [&](Ranked& ranked) { Read(ranked); });
  const double best = std::max_element(others_.begin(), end, [](const Ranked& a, const Ranked& b) {
                        return a.score < b.score;
                      })->score;
  for (auto it = others_.begin(); it != end; ++it) {
    const bool near = it->closeness == Closeness::kNear || it->closeness == Closeness::kNearInOrder;
    if (near && it->score < kLeastNearScore * best) it->closeness = Closeness::kApart;
  }
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
