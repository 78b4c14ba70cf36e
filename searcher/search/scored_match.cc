#include "searcher/search/scored_match.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <limits>
#include <utility>

#include "searcher/search/query_plan.h"

namespace warta {
namespace {

using Xapian::Query;
using Part = QueryPart;
using Counts = std::vector<Xapian::termcount>;  // by number of document

// So many postings are gone through in some ten milliseconds when they have to be read first.
constexpr std::size_t kMostPostings = 1'000'000;

// Where all lists together are shorter than this part of the documents, Xapian is as fast.
constexpr std::size_t kShortLists = 8;

// Where all words are wanted and one has less than this part of the postings of all, Xapian, which
// looks for its documents only in the lists of the others, is faster.
constexpr std::size_t kRareWord = 32;

// Of documents that have to hold several things each list is asked for each document: where these are so
// many (ke* AND ja*: 2,500), Xapian, which need not ask them all, is faster.
constexpr std::size_t kMostAsked = 64;

// The lists of a part.
struct Work {
  std::size_t postings = 0;
  std::size_t asked = 0;  // lists that are asked for one document after the other
  bool known = true;      // all have been read before
};

void AddWork(const Part& part, const PostingLists& lists, Work& work, bool asked = false) {
  asked = asked || part.kind == Part::Kind::kAll || part.kind == Part::Kind::kWithout ||
          part.kind == Part::Kind::kMaybe;
  if (part.kind == Part::Kind::kTerm) {
    work.postings += part.estimate;
    work.asked += asked ? 1 : 0;
    work.known = work.known && lists.Has(part.term);
  }
  for (const Part& child : part.children) AddWork(child, lists, work, asked);
  for (const Query& phrase : part.phrases) work.known = work.known && lists.HasPhrase(phrase);
}

class Scorer {
 public:
  explicit Scorer(PostingLists& lists) : lists_(lists) {}

  // Has to be done before the others.
  void Read(Part& part) {
    if (part.kind == Part::Kind::kTerm) part.postings = lists_.Of(part.term, part.weight != 0);
    for (Part& child : part.children) Read(child);
    for (const Query& query : part.phrases) {
      Part& phrase = part.read_phrases.emplace_back();
      phrase.postings = lists_.OfPhrase(query);
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        Part& word = phrase.children.emplace_back();
        word.postings = lists_.Of(*query.get_subquery(i).get_terms_begin(), false);
      }
    }
  }

  DocumentSet Find(const Part& part) const {
    switch (part.kind) {
      case Part::Kind::kTerm:
      case Part::Kind::kEither: {
        DocumentSet found(lists_.last());
        AddTo(part, found);
        return found;
      }
      case Part::Kind::kAll: {
        DocumentSet found = Find(part.children.front());
        for (std::size_t i = 1; i < part.children.size(); ++i) {
          found.Intersect(Find(part.children[i]));
        }
        for (const Part& phrase : part.read_phrases) found.Intersect(Find(phrase));
        return found;
      }
      case Part::Kind::kWithout: {
        DocumentSet found = Find(part.children.front());
        found.Subtract(Find(part.children.back()));
        return found;
      }
      case Part::Kind::kMaybe:
      case Part::Kind::kSynonym:
        break;
    }
    return Find(part.children.front());
  }

  static std::vector<Xapian::docid> Filter(Part& part,
                                           const std::vector<Xapian::docid>& documents) {
    Rewind(part);
    std::vector<Xapian::docid> found;
    std::copy_if(documents.begin(), documents.end(), std::back_inserter(found),
                 [&](Xapian::docid document) { return Holds(part, document); });
    return found;
  }

  // 0 for documents that are not found.
  Weights Weigh(Part& part) const {
    if (part.kind != Part::Kind::kEither) {
      Weights weights = lists_.NoWeights();
      Add(part, *weights);
      return weights;
    }
    Part& left = part.children.front();
    Part& right = part.children.back();
    const bool left_first = left.kind == Part::Kind::kEither;
    Weights weights = Weigh(left_first ? left : right);
    Add(left_first ? right : left, *weights);
    return weights;
  }

 private:
  void AddTo(const Part& part, DocumentSet& found) const {
    if (part.kind == Part::Kind::kEither) {
      for (const Part& child : part.children) AddTo(child, found);
    } else if (part.kind != Part::Kind::kTerm) {
      found.Unite(Find(part));
    } else if (part.postings->set) {
      found.Unite(*part.postings->set);
    } else {
      for (const Xapian::docid document : part.postings->documents) found.Add(document);
    }
  }

  static bool HasWeights(const Part& part) {
    return part.weight != 0 || std::any_of(part.children.begin(), part.children.end(), HasWeights);
  }

  void Add(Part& part, std::vector<double>& weights) const {
    if (!HasWeights(part)) return;
    if (part.kind == Part::Kind::kTerm) {
      const Postings& postings = *part.postings;
      for (std::size_t i = 0; i < postings.documents.size(); ++i) {
        weights[postings.documents[i]] += part.weight * postings.fractions[i];
      }
    } else if (part.kind == Part::Kind::kEither) {
      const Weights more = Weigh(part);
      std::transform(more->begin(), more->end(), weights.begin(), weights.begin(), std::plus<>());
    } else if (part.kind == Part::Kind::kSynonym) {
      Part& any = part.children.front();
      Counts counts(std::size_t{lists_.last()} + 1);
      AddCounts(any, counts);
      Find(any).ForEach([&](Xapian::docid document) {
        weights[document] += SynonymWeight(part, counts[document], document);
      });
    } else {
      Rewind(part);
      Find(part).ForEach(
          [&](Xapian::docid document) { weights[document] += WeightIn(part, document); });
    }
  }

  void AddCounts(Part& part, Counts& counts) const {
    if (part.kind == Part::Kind::kTerm) {
      const Postings& postings = *part.postings;
      for (std::size_t i = 0; i < postings.documents.size(); ++i) {
        counts[postings.documents[i]] += postings.frequencies[i];
      }
    } else if (part.kind == Part::Kind::kEither) {
      for (Part& child : part.children) AddCounts(child, counts);
    } else {
      Rewind(part);
      Find(part).ForEach(
          [&](Xapian::docid document) { counts[document] += CountIn(part, document); });
    }
  }

  double SynonymWeight(const Part& synonym, Xapian::termcount count, Xapian::docid document) const {
    return synonym.weight * lists_.Fraction(std::min(count, lists_.Length(document)), document);
  }

  // The next are asked for one document after the other, in ascending order.
  static void Rewind(Part& part) {
    part.at = 0;
    for (Part& child : part.children) Rewind(child);
    for (Part& phrase : part.read_phrases) Rewind(phrase);
  }

  static bool Holds(Part& part, Xapian::docid document) {
    const auto has_it = [&](Part& child) { return Holds(child, document); };
    std::vector<Part>& children = part.children;
    switch (part.kind) {
      case Part::Kind::kTerm: {
        const std::vector<Xapian::docid>& documents = part.postings->documents;
        if (part.at < documents.size() && documents[part.at] < document) MoveTo(part, document);
        return part.at < documents.size() && documents[part.at] == document;
      }
      case Part::Kind::kEither:
        return std::any_of(children.begin(), children.end(), has_it);
      case Part::Kind::kAll:
        return std::all_of(children.begin(), children.end(), has_it) &&
               std::all_of(part.read_phrases.begin(), part.read_phrases.end(), has_it);
      case Part::Kind::kWithout:
        return Holds(children.front(), document) && !Holds(children.back(), document);
      case Part::Kind::kMaybe:
      case Part::Kind::kSynonym:
        break;
    }
    return Holds(children.front(), document);
  }

  // By steps that grow, then by halves.
  static void MoveTo(Part& term, Xapian::docid document) {
    const std::vector<Xapian::docid>& documents = term.postings->documents;
    std::size_t step = 1;
    while (term.at + step < documents.size() && documents[term.at + step] < document) {
      term.at += step;
      step *= 2;
    }
    const auto from = documents.begin() + static_cast<std::ptrdiff_t>(term.at);
    const auto to = documents.begin() +
                    static_cast<std::ptrdiff_t>(std::min(term.at + step + 1, documents.size()));
    term.at = static_cast<std::size_t>(std::lower_bound(from, to, document) - documents.begin());
  }

  double WeightIn(Part& part, Xapian::docid document) const {
    if (part.kind != Part::Kind::kEither && !Holds(part, document)) return 0;
    switch (part.kind) {
      case Part::Kind::kTerm:
        return part.weight == 0 ? 0 : part.weight * part.postings->fractions[part.at];
      case Part::Kind::kSynonym:
        return SynonymWeight(part, CountIn(part.children.front(), document), document);
      case Part::Kind::kWithout:
        return WeightIn(part.children.front(), document);
      default:
        break;
    }
    double weight = WeightIn(part.children.front(), document);
    for (std::size_t i = 1; i < part.children.size(); ++i) {
      weight += WeightIn(part.children[i], document);
    }
    return weight;
  }

  // How often the document has what is looked for, by Xapian's rules.
  static Xapian::termcount CountIn(Part& part, Xapian::docid document) {
    if (part.kind != Part::Kind::kEither && !Holds(part, document)) return 0;
    if (part.kind == Part::Kind::kTerm) return part.postings->frequencies[part.at];
    if (part.kind == Part::Kind::kWithout) return CountIn(part.children.front(), document);
    if (!part.read_phrases.empty()) {
      // As often as the rarest of its words.
      Xapian::termcount least = std::numeric_limits<Xapian::termcount>::max();
      for (Part& word : part.read_phrases.back().children) {
        least = std::min(least, CountIn(word, document));
      }
      return least;
    }
    Xapian::termcount count = 0;
    for (Part& child : part.children) count += CountIn(child, document);
    return count;
  }

  PostingLists& lists_;
};

// Whether to answer it here, going by how the tree is made and how long the lists are.
bool IsWorthwhile(const Part& root, const PostingLists& lists, std::size_t soon) {
  Work work;
  AddWork(root, lists, work);
  if (work.postings > kMostPostings || work.postings < lists.documents() / kShortLists ||
      work.asked > kMostAsked) {
    return false;
  }
  const Part* part = &root;
  while (part->kind == Part::Kind::kWithout || part->kind == Part::Kind::kMaybe) {
    part = &part->children.front();
  }
  if (part->kind != Part::Kind::kAll) return true;
  return part->phrases.empty() && (work.known || part->estimate < soon ||
                                   work.postings <= kRareWord * part->children.front().estimate);
}

}  // namespace

std::vector<std::pair<Xapian::docid, double>> ScoredDocuments::Best(std::size_t most) const {
  std::vector<std::pair<Xapian::docid, double>> best;
  const auto before = [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  };
  documents_.ForEach([&](Xapian::docid document) {
    const double weight = (*weights_)[document];
    if (best.size() < most) {
      best.emplace_back(document, weight);
      if (best.size() == most) std::make_heap(best.begin(), best.end(), before);
    } else if (!best.empty() && weight > best.front().second) {
      std::pop_heap(best.begin(), best.end(), before);
      best.back() = {document, weight};
      std::push_heap(best.begin(), best.end(), before);
    }
  });
  std::sort(best.begin(), best.end(), before);
  return best;
}

std::optional<ScoredDocuments> ScoreByPostings(PostingLists& lists, const Query& query,
                                               std::size_t soon) {
  // The tree that Xapian builds is one of each database.
  if (lists.database().size() != 1) return std::nullopt;
  lists.Trim();
  std::optional<Part> root = PlanOf(lists, query, true);
  if (!root || !IsWorthwhile(*root, lists, soon)) return std::nullopt;
  Scorer scorer(lists);
  scorer.Read(*root);
  Part* weighed = &*root;
  while (weighed->kind == Part::Kind::kWithout) weighed = &weighed->children.front();
  return ScoredDocuments(scorer.Find(*root), scorer.Weigh(*weighed));
}

std::optional<std::vector<Xapian::docid>> FilterByPostings(
    PostingLists& lists, const Query& query, const std::vector<Xapian::docid>& documents) {
  std::optional<Part> root = PlanOf(lists, query, false);
  if (!root) return std::nullopt;
  Work work;
  AddWork(*root, lists, work);
  if (!work.known) return std::nullopt;
  Scorer(lists).Read(*root);
  return Scorer::Filter(*root, documents);
}

std::optional<std::uint64_t> CountByPostings(PostingLists& lists, const Query& query) {
  lists.Trim();
  std::optional<Part> root = PlanOf(lists, query, false);
  if (!root) return std::nullopt;
  Work work;
  AddWork(*root, lists, work);
  if (work.postings > kMostPostings) return std::nullopt;
  Scorer scorer(lists);
  scorer.Read(*root);
  return scorer.Find(*root).size();
}

}  // namespace warta
