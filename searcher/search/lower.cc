#include "searcher/search/lower.h"

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
  all.reserve(words.size());
  for (const QueryTerm& word : words) all.push_back(lower(word));
  return Query(Query::OP_AND, all.begin(), all.end());
}

class Lowering {
 public:
  // Without weights for what is excluded. OP_AND_MAYBE must not stand there: Xapian 1.4 then reads
  // weights that nobody has set and may end its list early, so that too little is excluded.
  explicit Lowering(bool weighted) : weighted_(weighted) {}

  Query Lower(const QueryNode& node) const {
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
      default:
        break;
    }
    return Query(Query::OP_SCALE_WEIGHT, Query::MatchAll, 0.0);
  }

 private:
  // The words as typed, in any form, or another way to say or write them. All ways are one term of
  // the ranking, to which the forms as typed add the rest.
  Query LowerWord(const QueryNode& node) const {
    std::vector<QueryTerm> words;
    std::vector<Query> ways;
    for (const QueryTerm& term : node.terms) {
      if (term.kind == Token::Kind::kVariant) {
        ways.push_back(LowerAnyForm(term));
      } else {
        words.push_back(term);
      }
    }
    for (const Alternative& alternative : node.alternatives) {
      ways.push_back(LowerSequence(alternative.terms));
    }
    if (ways.empty() && weighted_) return LowerAll(words, LowerTerm);
    ways.push_back(LowerAll(words, LowerAnyForm));
    if (!weighted_) return Query(Query::OP_OR, ways.begin(), ways.end());
    constexpr double kWhole = 1 + kFormWeight;
    const Query any(Query::OP_SYNONYM, ways.begin(), ways.end());
    return Query(Query::OP_AND_MAYBE,
                 Query(Query::OP_SCALE_WEIGHT, any, kWhole * kAlternativeWeight),
                 Query(Query::OP_SCALE_WEIGHT, LowerAll(words, LowerForm),
                       kWhole * (1 - kAlternativeWeight)));
  }

  Query LowerChildren(Query::op operation, const QueryNode& node) const {
    std::vector<Query> children;
    for (const QueryNode& child : node.children) children.push_back(Lower(child));
    return Query(operation, children.begin(), children.end());
  }

  Query LowerExclusion(const QueryNode& node) const {
    const Lowering exclusion(false);
    std::vector<Query> excluded;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      excluded.push_back(exclusion.Lower(node.children[i]));
    }
    return Query(Query::OP_AND_NOT, Lower(node.children.front()),
                 Query(Query::OP_OR, excluded.begin(), excluded.end()));
  }

  bool weighted_;
};

}  // namespace

Xapian::Query Lower(const QueryNode& node) {
  return Lowering(true).Lower(node);
}

const Xapian::Weight& RankingModel() {
  static const Xapian::BM25Weight model(1.2, 0.0, 1.0, 0.75, 0.0);
  return model;
}

}  // namespace warta
