#include "searcher/search/query_plan.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace warta {
namespace {

using Xapian::Query;
using Part = QueryPart;

// To find a phrase Xapian looks at the positions of its rarest word, which so many documents may have.
constexpr Xapian::doccount kMostInPhrase = 10'000;

// By Xapian's estimate one in so many documents with the words of a phrase has the phrase.
constexpr Xapian::doccount kPhraseRarity = 4;

bool IsMoreFrequent(const Part& a, const Part& b) {
  return a.estimate > b.estimate;
}

Xapian::doccount Rounded(double estimate) {
  return static_cast<Xapian::doccount>(std::lround(estimate));
}

// Xapian does not give it away but in words, from which it reads back as it was.
double FactorOf(const Query& scaled) {
  const std::string words = scaled.get_description();
  return std::strtod(words.c_str() + words.find('(') + 1, nullptr);
}

class Planner {
 public:
  explicit Planner(const PostingLists& lists) : lists_(lists) {}

  // Nothing: not by postings. `factor`: of its weights; 0: they are not wanted.
  std::optional<Part> Plan(const Query& query, double factor) {
    switch (query.get_type()) {
      case Query::LEAF_TERM:
        return PlanTerm(*query.get_terms_begin(), factor);
      case Query::LEAF_MATCH_ALL:
        return PlanTerm({}, 0);
      case Query::OP_SCALE_WEIGHT:
        return Plan(query.get_subquery(0), factor * FactorOf(query));
      case Query::OP_OR:
        return PlanEither(query, factor);
      case Query::OP_SYNONYM:
        return PlanSynonym(query, factor);
      default:
        break;
    }
    return IsCondition(query.get_type()) ? PlanConditions(query, factor) : std::nullopt;
  }

 private:
  std::optional<Part> PlanTerm(const std::string& term, double factor) const {
    Part part;
    part.term = term;
    part.estimate = lists_.Frequency(part.term);
    if (factor != 0) part.weight = TermWeight(part.estimate, lists_.documents(), factor);
    return part;
  }

  // What stands below an OP_OR, those below it included.
  bool AddChoices(const Query& query, std::size_t first, double factor,
                  std::vector<Part>& choices) {
    for (std::size_t i = first; i < query.get_num_subqueries(); ++i) {
      const Query child = query.get_subquery(i);
      if (child.get_type() == Query::OP_OR) {
        if (!AddChoices(child, 0, factor, choices)) return false;
      } else if (std::optional<Part> part = Plan(child, factor)) {
        choices.push_back(std::move(*part));
      } else {
        return false;
      }
    }
    return true;
  }

  std::optional<Part> PlanEither(const Query& query, double factor) {
    std::vector<Part> choices;
    if (!AddChoices(query, 0, factor, choices)) return std::nullopt;
    return Either(std::move(choices));
  }

  Part Either(std::vector<Part> choices) const {
    std::make_heap(choices.begin(), choices.end(), IsMoreFrequent);
    while (choices.size() > 1) {
      std::pop_heap(choices.begin(), choices.end(), IsMoreFrequent);
      Part right = std::move(choices.back());
      choices.pop_back();
      std::pop_heap(choices.begin(), choices.end(), IsMoreFrequent);
      const double l = choices.back().estimate;
      const double r = right.estimate;
      choices.back() = Pair(Part::Kind::kEither, std::move(choices.back()), std::move(right),
                            l + r - l * r / lists_.documents());
      std::push_heap(choices.begin(), choices.end(), IsMoreFrequent);
    }
    return std::move(choices.front());
  }

  static Part Pair(Part::Kind kind, Part left, Part right, double estimate) {
    Part pair;
    pair.kind = kind;
    pair.estimate = Rounded(estimate);
    pair.children.push_back(std::move(left));
    pair.children.push_back(std::move(right));
    return pair;
  }

  std::optional<Part> PlanSynonym(const Query& query, double factor) {
    std::optional<Part> any = PlanEither(query, 0);
    if (!any || factor == 0) return any;
    Part part;
    part.kind = Part::Kind::kSynonym;
    part.estimate = any->estimate;
    part.weight = TermWeight(part.estimate, lists_.documents(), factor);
    part.children.push_back(std::move(*any));
    return part;
  }

  // What such operators that stand below each other ask for, which Xapian matches in one.
  struct Conditions {
    std::vector<Part> all;
    std::vector<Query> phrases;
    std::vector<Part> without;
    std::vector<Part> maybe;
  };

  static bool IsCondition(Query::op type) {
    return type == Query::OP_AND || type == Query::OP_FILTER || type == Query::OP_PHRASE ||
           type == Query::OP_AND_NOT || type == Query::OP_AND_MAYBE;
  }

  bool IsRareEnough(const Query& phrase) const {
    for (std::size_t i = 0; i < phrase.get_num_subqueries(); ++i) {
      if (lists_.Frequency(*phrase.get_subquery(i).get_terms_begin()) <= kMostInPhrase) return true;
    }
    return false;
  }

  bool AddConditions(const Query& query, double factor, Conditions& conditions) {
    const Query::op type = query.get_type();
    if (!IsCondition(type)) {
      std::optional<Part> part = Plan(query, factor);
      if (part) conditions.all.push_back(std::move(*part));
      return part.has_value();
    }
    if (type == Query::OP_PHRASE) {
      if (!IsRareEnough(query)) return false;
      conditions.phrases.push_back(query);
    }
    if (!AddConditions(query.get_subquery(0), factor, conditions)) return false;
    if (type == Query::OP_AND_NOT) return AddChoices(query, 1, 0, conditions.without);
    if (type == Query::OP_AND_MAYBE) return AddChoices(query, 1, factor, conditions.maybe);
    if (type == Query::OP_FILTER) factor = 0;
    for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
      if (!AddConditions(query.get_subquery(i), factor, conditions)) return false;
    }
    return true;
  }

  std::optional<Part> PlanConditions(const Query& query, double factor) {
    Conditions conditions;
    if (!AddConditions(query, factor, conditions)) return std::nullopt;
    Part part = All(conditions.all, std::move(conditions.phrases));
    if (!conditions.without.empty()) {
      Part without = Either(std::move(conditions.without));
      const double rest = 1 - static_cast<double>(without.estimate) / lists_.documents();
      const double estimate = part.estimate * rest;
      part = Pair(Part::Kind::kWithout, std::move(part), std::move(without), estimate);
    }
    if (!conditions.maybe.empty()) {
      const double estimate = part.estimate;
      part =
          Pair(Part::Kind::kMaybe, std::move(part), Either(std::move(conditions.maybe)), estimate);
    }
    return part;
  }

  Part All(const std::vector<Part>& parts, std::vector<Query> phrases) const {
    if (parts.size() == 1 && phrases.empty()) return parts.front();
    Part all;
    all.kind = Part::Kind::kAll;
    all.children.resize(parts.size());
    const auto rarer = [](const Part& a, const Part& b) { return a.estimate < b.estimate; };
    std::partial_sort_copy(parts.begin(), parts.end(), all.children.begin(), all.children.end(),
                           rarer);
    double estimate = all.children.front().estimate;
    for (std::size_t i = 1; i < all.children.size(); ++i) {
      estimate = estimate * all.children[i].estimate / lists_.documents();
    }
    all.estimate = Rounded(estimate);
    all.phrases = std::move(phrases);
    for (std::size_t i = 0; i < all.phrases.size(); ++i) all.estimate /= kPhraseRarity;
    return all;
  }

  const PostingLists& lists_;
};

}  // namespace

std::optional<QueryPart> PlanOf(const PostingLists& lists, const Query& query, bool weighted) {
  if (lists.documents() == 0) return std::nullopt;
  return Planner(lists).Plan(query, weighted ? 1 : 0);
}

}  // namespace warta
