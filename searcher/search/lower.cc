#include "searcher/search/lower.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/ranking_model.h"
#include "common/store/schema.h"
#include "common/text/frequent_word.h"
#include "searcher/search/spans_in_index.h"

namespace warta {
namespace {

using Kind = QueryNode::Kind;
using Xapian::Query;

// Where a leaf is looked for, as prefixes of terms.
struct Prefixes {
  std::string_view form;
  std::string_view stem;
  std::string_view acronym;
};

constexpr Prefixes kWholeArticle{"", kStemPrefix, kAcronymPrefix};
constexpr Prefixes kInTitle{kTitlePrefix, kTitleStemPrefix, kTitleAcronymPrefix};

// The body has no terms of its own: they are those of the article that are not all in the title.
const Prefixes& PrefixesOf(Scope scope) {
  return scope == Scope::kTitle ? kInTitle : kWholeArticle;
}

Query AnyOf(Query::op operation, const std::vector<Query>& queries) {
  return Query(operation, queries.begin(), queries.end());
}

// Lowers the leaves of one scope.
class LeafLowering {
 public:
  // `form_weight`: as in Lower; nothing: without weights, for what is excluded. OP_AND_MAYBE must not stand there: Xapian 1.4 then reads
  // weights that nobody has set and may end its list early, so that too little is excluded.
  // `placed`: otherwise all is found that has the words, wherever they stand, but for what terms
  // say of that.
  LeafLowering(Scope scope, std::optional<double> form_weight, bool placed)
      : prefixes_(PrefixesOf(scope)), scope_(scope), form_weight_(form_weight), placed_(placed) {}

  // The words as typed, in any form, or another way to say or write them. All ways are one term of
  // the ranking; those that are no mere relatives are another, and the forms as typed a third.
  Query Word(const QueryNode& node) const {
    // Xapian 1.4 can make no synonym of what a source of ours takes part in.
    if (form_weight_ && placed_ && NeedsSources(node)) {
      return Query(Query::OP_FILTER, LeafLowering(scope_, form_weight_, false).Word(node),
                   LeafLowering(scope_, std::nullopt, true).Word(node));
    }
    std::vector<QueryTerm> words;
    std::vector<Query> ways;
    for (const QueryTerm& term : node.terms) {
      if (term.kind == Token::Kind::kVariant) {
        ways.push_back(AnyForm(term));
      } else {
        words.push_back(term);
      }
    }
    for (const Alternative& alternative : node.alternatives) ways.push_back(Way(alternative));
    if (ways.empty() && form_weight_) return All(words, &LeafLowering::Term);
    const Query form = All(words, &LeafLowering::Form);
    std::vector<Query> written = ways;
    written.push_back(form);
    ways.push_back(All(words, &LeafLowering::AnyForm));
    if (!form_weight_) return AnyOf(Query::OP_OR, ways);
    return Query(
        Query::OP_AND_MAYBE, AnyOf(Query::OP_SYNONYM, ways),
        Query(Query::OP_OR,
              Query(Query::OP_SCALE_WEIGHT, AnyOf(Query::OP_SYNONYM, written),
                    *form_weight_ * kAlternativeWeight),
              Query(Query::OP_SCALE_WEIGHT, form, *form_weight_ * (1 - kAlternativeWeight))));
  }

  // Forms that stand side by side, in this order.
  Query Sequence(const std::vector<QueryTerm>& terms) const {
    if (terms.size() == 1) return Form(terms.front());
    if (std::any_of(terms.begin(), terms.end(), [](const QueryTerm& t) { return t.prefix; })) {
      return Positioned(terms, &LeafLowering::Form);
    }
    Query phrase = Phrase(terms);
    return looks_in_body() ? WithSpans(phrase, Pattern(terms)) : phrase;
  }

  Query AnyFormSequence(const std::vector<QueryTerm>& terms) const {
    return Positioned(terms, &LeafLowering::Term);
  }

  // Any of the forms that the archive has for a prefix or an inexact word.
  Query Forms(const QueryTerm& term) const {
    std::vector<Query> forms;
    for (const std::string& form : term.forms) forms.emplace_back(Prefixed(prefixes_.form, form));
    if (forms.empty()) return Query::MatchNothing;
    const Query any = AnyOf(form_weight_ ? Query::OP_SYNONYM : Query::OP_OR, forms);
    return looks_in_body() ? WithSpans(any, Pattern({term})) : any;
  }

  // Where the terms stand side by side.
  SpanPattern Pattern(const std::vector<QueryTerm>& terms) const {
    SpanPattern pattern;
    pattern.body_only = looks_in_body();
    for (const QueryTerm& term : terms) {
      std::vector<std::string>& slot = pattern.slots.emplace_back();
      if (term.forms.empty() && !term.prefix) slot.push_back(FormTerm(term));
      for (const std::string& form : term.forms) slot.push_back(Prefixed(prefixes_.form, form));
    }
    return pattern;
  }

 private:
  // The forms side by side, looked up without positions as far as pairs tell of them.
  Query Phrase(const std::vector<QueryTerm>& terms) const {
    std::vector<Query> forms;
    forms.reserve(terms.size());
    for (const QueryTerm& term : terms) forms.emplace_back(FormTerm(term));
    const std::vector<Query> pairs = Pairs(terms);
    if (pairs.size() == 1 && terms.size() == 2) {
      return Query(Query::OP_FILTER, AnyOf(Query::OP_AND, forms), pairs.front());
    }
    Query phrase(Query::OP_PHRASE, forms.begin(), forms.end(),
                 static_cast<Xapian::termcount>(forms.size()));
    if (pairs.empty()) return phrase;
    return Query(Query::OP_FILTER, phrase, AnyOf(Query::OP_AND, pairs));
  }

  // Of very frequent words in the phrase. The title has none of its own.
  std::vector<Query> Pairs(const std::vector<QueryTerm>& terms) const {
    std::vector<Query> pairs;
    if (scope_ == Scope::kTitle) return pairs;
    const auto is_frequent = [](const QueryTerm& term) {
      return term.kind == Token::Kind::kWord && IsVeryFrequent(term.surface);
    };
    for (std::size_t i = 1; i < terms.size(); ++i) {
      if (!is_frequent(terms[i - 1]) || !is_frequent(terms[i])) continue;
      pairs.emplace_back(PairTerm(terms[i - 1].surface, terms[i].surface));
    }
    return pairs;
  }

  using TermLowering = Query (LeafLowering::*)(const QueryTerm&) const;

  bool looks_in_body() const { return placed_ && scope_ == Scope::kBody; }

  bool NeedsSources(const QueryNode& word) const {
    return looks_in_body() ||
           std::any_of(word.alternatives.begin(), word.alternatives.end(),
                       [](const Alternative& a) { return a.any_form && a.terms.size() > 1; });
  }

  static std::string Prefixed(std::string_view prefix, std::string_view form) {
    return std::string(prefix).append(form);
  }

  std::string FormTerm(const QueryTerm& term) const {
    if (term.kind == Token::Kind::kAcronym) return AcronymTerm(prefixes_.acronym, term.surface);
    return Prefixed(prefixes_.form, term.surface);
  }

  // The form as typed.
  Query Form(const QueryTerm& term) const {
    if (term.prefix) return Forms(term);
    if (term.kind != Token::Kind::kAcronym) {
      return InBody(FormTerm(term), Prefixed(kTitlePrefix, term.surface));
    }
    return InBody(FormTerm(term), AcronymTerm(kTitleAcronymPrefix, term.surface));
  }

  // The term in any of its forms.
  Query AnyForm(const QueryTerm& term) const {
    if (term.kind == Token::Kind::kAcronym) return Form(term);
    return InBody(Prefixed(prefixes_.stem, term.stem), Prefixed(kTitleStemPrefix, term.stem));
  }

  // The same, the form as typed first.
  Query Term(const QueryTerm& term) const {
    if (term.prefix) return Forms(term);
    if (!form_weight_) return AnyForm(term);
    return Query(Query::OP_OR, AnyForm(term),
                 Query(Query::OP_SCALE_WEIGHT, Form(term), *form_weight_));
  }

  Query InBody(const std::string& term, const std::string& title_term) const {
    if (!looks_in_body()) return Query(term);
    return OutsideOfTitle(term, title_term, kTitleWeight);
  }

  // All the words, each lowered as told; side by side where they must be.
  Query All(const std::vector<QueryTerm>& words, TermLowering lower) const {
    if (placed_ && MustBeAdjacent(words)) return Sequence(words);
    std::vector<Query> all;
    all.reserve(words.size());
    for (const QueryTerm& word : words) all.push_back((this->*lower)(word));
    return AnyOf(Query::OP_AND, all);
  }

  Query Way(const Alternative& alternative) const {
    if (!alternative.any_form) return Sequence(alternative.terms);
    if (alternative.terms.size() == 1) return AnyForm(alternative.terms.front());
    return Positioned(alternative.terms, &LeafLowering::AnyForm);
  }

  // All the terms, lowered as told, where they stand side by side.
  Query Positioned(const std::vector<QueryTerm>& terms, TermLowering lower) const {
    std::vector<Query> all;
    all.reserve(terms.size());
    for (const QueryTerm& term : terms) all.push_back((this->*lower)(term));
    const Query everywhere = AnyOf(Query::OP_AND, all);
    return placed_ ? WithSpans(everywhere, Pattern(terms)) : everywhere;
  }

  const Prefixes& prefixes_;
  Scope scope_;
  std::optional<double> form_weight_;
  bool placed_;
};

std::string_view PrefixOf(MetadataField field) {
  switch (field) {
    case MetadataField::kSource:
      return kSourcePrefix;
    case MetadataField::kCategory:
      return kCategoryPrefix;
    case MetadataField::kAuthor:
      break;
  }
  return kAuthorPrefix;
}

Query LowerMetadata(const QueryNode& node) {
  std::vector<Query> words;
  for (const QueryTerm& term : node.terms) {
    words.emplace_back(std::string(PrefixOf(node.field)).append(term.surface));
  }
  const Query phrase(Query::OP_PHRASE, words.begin(), words.end(),
                     static_cast<Xapian::termcount>(words.size()));
  return Query(Query::OP_SCALE_WEIGHT, words.size() == 1 ? words.front() : phrase, 0.0);
}

// Values begin with the day.
Query LowerDate(const DateRange& period) {
  return Query(Query::OP_VALUE_RANGE, kDateSlot, FormatCompact(period.first),
               FormatCompact(period.last) + '~');
}

class Lowering {
 public:
  explicit Lowering(std::optional<double> form_weight, bool placed = true)
      : form_weight_(form_weight), placed_(placed) {}

  Query Lower(const QueryNode& node) const {
    const LeafLowering leaf(node.scope, form_weight_, placed_);
    switch (node.kind) {
      case Kind::kWord:
        return leaf.Word(node);
      case Kind::kPhrase:
      case Kind::kExact:
        return leaf.Sequence(node.terms);
      case Kind::kAnyFormPhrase:
        return leaf.AnyFormSequence(node.terms);
      case Kind::kPrefix:
      case Kind::kFuzzy:
        return leaf.Forms(node.terms.front());
      case Kind::kNear:
        return LowerNear(node);
      case Kind::kMetadata:
        return LowerMetadata(node);
      case Kind::kDate:
        return LowerDate(node.period);
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

 private:
  Query LowerChildren(Query::op operation, const QueryNode& node) const {
    std::vector<Query> children;
    for (const QueryNode& child : node.children) children.push_back(Lower(child));
    return AnyOf(operation, children);
  }

  Query LowerExclusion(const QueryNode& node) const {
    const Lowering exclusion(std::nullopt);
    std::vector<Query> excluded;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      excluded.push_back(exclusion.Lower(node.children[i]));
    }
    return Query(Query::OP_AND_NOT, Lower(node.children.front()), AnyOf(Query::OP_OR, excluded));
  }

  // Where the operands stand says the pattern, in other forms than they would be wanted in alone.
  Query LowerNear(const QueryNode& node) const {
    const Query everywhere = Lowering(form_weight_, false).LowerChildren(Query::OP_AND, node);
    return placed_ ? WithSpans(everywhere, PatternOf(node)) : everywhere;
  }

  static SpanPattern PatternOf(const QueryNode& node) {
    if (node.children.empty())
      return LeafLowering(node.scope, std::nullopt, true).Pattern(node.terms);
    SpanPattern pattern;
    pattern.kind = node.kind == Kind::kNear ? SpanPattern::Kind::kNear : SpanPattern::Kind::kEither;
    pattern.distance = node.distance;
    for (const QueryNode& child : node.children) pattern.children.push_back(PatternOf(child));
    return pattern;
  }

  std::optional<double> form_weight_;
  bool placed_;
};

}  // namespace

Xapian::Query Lower(const QueryNode& node, double form_weight) {
  return Lowering(form_weight).Lower(node);
}

Xapian::Query LowerUnweighted(const QueryNode& node) {
  return Lowering(std::nullopt).Lower(node);
}

const Xapian::Weight& RankingModel() {
  static const Xapian::BM25Weight model(kFrequencySaturation, 0.0, 1.0, kLengthPenalty, 0.0);
  return model;
}

}  // namespace warta
