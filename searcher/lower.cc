#include "searcher/lower.h"

#include <string>
#include <vector>

#include "common/store/schema.h"

namespace warta {
namespace {

using Kind = QueryNode::Kind;
using Xapian::Query;

Query LowerTerm(const QueryTerm& term) {
  const Query stem(std::string(kStemPrefix) + term.stem);
  const Query form(Query::OP_SCALE_WEIGHT, Query(term.surface), kFormWeight);
  return Query(Query::OP_OR, stem, form);
}

// Forms that stand side by side, in this order.
Query LowerSequence(const std::vector<Query>& forms) {
  if (forms.size() == 1) return forms.front();
  const auto window = static_cast<Xapian::termcount>(forms.size());
  return Query(Query::OP_PHRASE, forms.begin(), forms.end(), window);
}

// All terms of the word, or one of the ways to write it in one.
Query LowerWord(const QueryNode& node) {
  const bool adjacent = MustBeAdjacent(node.terms);
  std::vector<Query> all;
  std::vector<Query> ways;
  for (const QueryTerm& term : node.terms) {
    if (term.joined) {
      ways.push_back(LowerTerm(term));
    } else {
      all.push_back(adjacent ? Query(term.surface) : LowerTerm(term));
    }
  }
  ways.push_back(adjacent ? LowerSequence(all) : Query(Query::OP_AND, all.begin(), all.end()));
  return Query(Query::OP_OR, ways.begin(), ways.end());
}

Query LowerPhrase(const QueryNode& node) {
  std::vector<Query> forms;
  for (const QueryTerm& term : node.terms) forms.emplace_back(term.surface);
  return LowerSequence(forms);
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
      return LowerPhrase(node);
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
