#include "searcher/query/query.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "common/ascii.h"
#include "common/text/fold.h"
#include "common/text/number.h"
#include "searcher/query/field.h"
#include "searcher/query/lexer.h"

namespace warta {
namespace {

using Kind = QueryNode::Kind;

// Whether an exclusion is written with minus signs inside a group (a b -c). Behind an AND it needs
// NOT, since a minus there would exclude from the last operand only.
bool UsesMinus(const QueryNode& node) {
  const QueryNode& kept = node.children.front();
  return kept.kind != Kind::kAnd && kept.kind != Kind::kAndNot;
}

// How tightly the text of a node holds together: what binds looser than its surroundings needs
// parentheses.
enum Binding { kEither, kBoth, kGroup, kNearby, kUnit };

Binding BindingOf(const QueryNode& node) {
  switch (node.kind) {
    case Kind::kOr:
      return kEither;
    case Kind::kAnd:
      return kBoth;
    case Kind::kAndNot:
      return UsesMinus(node) ? kGroup : kBoth;
    case Kind::kRanked:
      return kGroup;
    case Kind::kNear:
      return kNearby;
    default:
      return kUnit;
  }
}

// The node inside others that must bind at least so tightly.
std::string Operand(const QueryNode& node, Binding least) {
  return BindingOf(node) >= least ? ToString(node) : '(' + ToString(node) + ')';
}

std::string Join(const std::vector<QueryNode>& nodes, std::string_view between, Binding least) {
  std::string joined;
  for (const QueryNode& node : nodes) {
    if (!joined.empty()) joined += between;
    joined += Operand(node, least);
  }
  return joined;
}

// A word that spells an operator must not be taken for one.
std::string WordText(const std::string& text) {
  return SpellsOperator(text) ? LowerAscii(text) : text;
}

std::string LeafText(const QueryNode& leaf) {
  switch (leaf.kind) {
    case Kind::kPhrase:
      return '"' + leaf.text + '"';
    case Kind::kAnyFormPhrase:
      return "~\"" + leaf.text + '"';
    case Kind::kMetadata:
      return leaf.terms.size() == 1 ? WordText(leaf.text) : '"' + leaf.text + '"';
    case Kind::kExact:
      return '=' + leaf.text;
    case Kind::kPrefix:
      return leaf.text + '*';
    case Kind::kFuzzy:
      return leaf.text + '~';
    case Kind::kWord:
      return WordText(leaf.text);
    default:
      return leaf.text;
  }
}

std::string Exclusion(const QueryNode& node) {
  const QueryNode& kept = node.children.front();
  const bool minus = UsesMinus(node);
  std::string text;
  if (kept.kind == Kind::kAnd) {
    text = ToString(kept);
  } else if (kept.kind != Kind::kEverything) {
    text = Operand(kept, kGroup);
  }
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    if (!text.empty()) text += ' ';
    text += minus ? "-" : "NOT ";
    text += Operand(node.children[i], minus ? kNearby : kUnit);
  }
  return text;
}

}  // namespace

bool MustBeAdjacent(const std::vector<QueryTerm>& terms) {
  const auto is_weak = [](const QueryTerm& term) {
    return term.kind == Token::Kind::kWord &&
           (IsNumber(term.surface) || CodePointCount(term.surface) == 1);
  };
  const auto words = std::count_if(terms.begin(), terms.end(),
                                   [](const auto& t) { return t.kind == Token::Kind::kWord; });
  return words > 1 && std::any_of(terms.begin(), terms.end(), is_weak);
}

QueryNode MakeParent(Kind kind, std::vector<QueryNode> children) {
  QueryNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

QueryNode MakeDateNode(const DateRange& period) {
  QueryNode node;
  node.kind = Kind::kDate;
  node.period = period;
  node.text = FormatIso(period.first);
  if (period.first != period.last) node.text += ".." + FormatIso(period.last);
  return node;
}

bool IsLeaf(const QueryNode& node) {
  return node.children.empty() && node.kind != Kind::kEverything;
}

bool IsExclusion(const QueryNode& node) {
  return node.kind == Kind::kAndNot && node.children.front().kind == Kind::kEverything;
}

bool IsFilter(const QueryNode& node) {
  switch (node.kind) {
    case Kind::kMetadata:
    case Kind::kDate:
      return true;
    case Kind::kAnd:
    case Kind::kOr:
      return std::all_of(node.children.begin(), node.children.end(), IsFilter);
    case Kind::kAndNot:
      return IsFilter(node.children.front());
    default:
      return false;
  }
}

bool HasSpans(const QueryNode& node) {
  switch (node.kind) {
    case Kind::kWord:
    case Kind::kPhrase:
    case Kind::kAnyFormPhrase:
    case Kind::kExact:
    case Kind::kPrefix:
    case Kind::kFuzzy:
    case Kind::kNear:
      return true;
    case Kind::kOr:
    case Kind::kRanked:
      return std::all_of(node.children.begin(), node.children.end(), HasSpans);
    default:
      return false;
  }
}

std::string ToString(const QueryNode& node) {
  switch (node.kind) {
    case Kind::kRanked:
      return Join(node.children, " ", kNearby);
    case Kind::kAnd:
      return Join(node.children, " AND ", kGroup);
    case Kind::kOr:
      return Join(node.children, " OR ", kBoth);
    case Kind::kAndNot:
      return Exclusion(node);
    case Kind::kNear:
      return Operand(node.children.front(), kNearby) + " NEAR/" + std::to_string(node.distance) +
             ' ' + Operand(node.children.back(), kUnit);
    default:
      return FieldPrefix(node) + LeafText(node);
  }
}

}  // namespace warta
