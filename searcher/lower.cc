#include "searcher/lower.h"

#include <string>
#include <vector>

#include "common/store/schema.h"

namespace warta {
namespace {

using Kind = QueryNode::Kind;
using Xapian::Query;

Query LowerForm(const QueryTerm& term) {
  if (term.kind != Token::Kind::kAcronym) return Query(term.surface);
  return Query(AcronymTerm(kAcronymPrefix, term.surface));
}

// The term in any of its forms.
Query LowerAnyForm(const QueryTerm& term) {
  if (term.kind == Token::Kind::kAcronym) return LowerForm(term);
  return Query(std::string(kStemPrefix) + term.stem);
}

// The same, the form as typed first.
Query LowerTerm(const QueryTerm& term) {
  return Query(Query::OP_OR, LowerAnyForm(term),
               Query(Query::OP_SCALE_WEIGHT, LowerForm(term), kFormWeight));
}

// Forms that stand side by side, in this order.
Query LowerSequence(const std::vector<QueryTerm>& terms) {
  std::vector<Query> forms;
  forms.reserve(terms.size());
  for (const QueryTerm& term : terms) forms.push_back(LowerForm(term));
  if (forms.size() == 1) return forms.front();
  const auto window = static_cast<Xapian::termcount>(forms.size());
  return Query(Query::OP_PHRASE, forms.begin(), forms.end(), window);
}

// All the words, each by the function given; side by side where they must be.
Query LowerAll(const std::vector<QueryTerm>& words, Query (*lower)(const QueryTerm&)) {
  if (MustBeAdjacent(words)) return LowerSequence(words);
  std::vector<Query> all;
  for (const QueryTerm& word : words) all.push_back(lower(word));
  return Query(Query::OP_AND, all.begin(), all.end());
}

// The words as typed, in any form, or another way to say or write them. All ways are one term of
// the ranking, to which the forms as typed add the rest.
Query LowerWord(const QueryNode& node) {
  std::vector<QueryTerm> words;
  std::vector<Query> other_ways;
  for (const QueryTerm& term : node.terms) {
    if (term.kind == Token::Kind::kVariant) {
      other_ways.push_back(LowerAnyForm(term));
    } else {
      words.push_back(term);
    }
  }
  for (const Alternative& alternative : node.alternatives) {
    other_ways.push_back(LowerSequence(alternative.terms));
  }
  if (other_ways.empty()) return LowerAll(words, LowerTerm);
  other_ways.push_back(LowerAll(words, LowerAnyForm));
  constexpr double kWhole = 1 + kFormWeight;
  const Query any(Query::OP_SYNONYM, other_ways.begin(), other_ways.end());
  return Query(
      Query::OP_AND_MAYBE, Query(Query::OP_SCALE_WEIGHT, any, kWhole * kAlternativeWeight),
      Query(Query::OP_SCALE_WEIGHT, LowerAll(words, LowerForm), kWhole * (1 - kAlternativeWeight)));
}

Query LowerChildren(Query::op operation, const QueryNode& node) {
  std::vector<Query> children;
  for (const QueryNode& child : node.children) children.push_back(Lower(child));
  return Query(operation, children.begin(), children.end());
}

Query LowerExclusion(const QueryNode& node) {
  std::vector<Query> excluded;
  for (std::size_t i = 1; i < node.children.size(); ++i)
    excluded.push_back(Lower(node.children[i]));
  return Query(Query::OP_AND_NOT, Lower(node.children.front()),
               Query(Query::OP_OR, excluded.begin(), excluded.end()));
}

}  // namespace

Xapian::Query Lower(const QueryNode& node) {
  switch (node.kind) {
    case Kind::kWord:
      return LowerWord(node);
    case Kind::kPhrase:
    case Kind::kExact:
      return LowerSequence(node.terms);
    case Kind::kRanked:
    case Kind::kOr:
      return LowerChildren(Query::OP_OR, node);
    case Kind::kAnd:
      return LowerChildren(Query::OP_AND, node);
    case Kind::kAndNot:
      return LowerExclusion(node);
    case Kind::kEverything:
      break;
  }
  return Query(Query::OP_SCALE_WEIGHT, Query::MatchAll, 0.0);
}

const Xapian::Weight& RankingModel() {
  static const Xapian::BM25Weight model(1.2, 0.0, 1.0, 0.75, 0.0);
  return model;
}

}  // namespace warta
