#include "searcher/query/query.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "common/text/fold.h"
#include "common/text/number.h"

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
enum Binding { kEither, kBoth, kGroup, kUnit };

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
  if (text == "AND") return "and";
  if (text == "OR") return "or";
  if (text == "NOT") return "not";
  return text;
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
    text += Operand(node.children[i], kUnit);
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

std::string ToString(const QueryNode& node) {
  switch (node.kind) {
    case Kind::kWord:
      return WordText(node.text);
    case Kind::kPhrase:
      return '"' + node.text + '"';
    case Kind::kExact:
      return '=' + node.text;
    case Kind::kRanked:
      return Join(node.children, " ", kUnit);
    case Kind::kAnd:
      return Join(node.children, " AND ", kGroup);
    case Kind::kOr:
      return Join(node.children, " OR ", kBoth);
    case Kind::kAndNot:
      return Exclusion(node);
    default:
      break;
  }
  return {};
}

}  // namespace warta
