#include "searcher/query.h"

#include <string_view>

namespace warta {
namespace {

// Inside another node: with parentheses unless it is a leaf.
std::string Operand(const QueryNode& node) {
  const bool leaf = node.kind == QueryNode::Kind::kWord || node.kind == QueryNode::Kind::kPhrase;
  return leaf ? ToString(node) : '(' + ToString(node) + ')';
}

std::string Join(const std::vector<QueryNode>& nodes, std::string_view between) {
  std::string joined;
  for (const QueryNode& node : nodes) {
    if (!joined.empty()) joined += between;
    joined += Operand(node);
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

std::string Exclusion(const std::vector<QueryNode>& children) {
  const QueryNode& kept = children.front();
  std::string text;
  if (kept.kind == QueryNode::Kind::kRanked) {
    text = ToString(kept);
  } else if (kept.kind != QueryNode::Kind::kEverything) {
    text = Operand(kept);
  }
  for (std::size_t i = 1; i < children.size(); ++i) {
    if (!text.empty()) text += ' ';
    text += '-' + Operand(children[i]);
  }
  return text;
}

}  // namespace

std::string ToString(const QueryNode& node) {
  switch (node.kind) {
    case QueryNode::Kind::kWord:
      return WordText(node.text);
    case QueryNode::Kind::kPhrase:
      return '"' + node.text + '"';
    case QueryNode::Kind::kRanked:
      return Join(node.children, " ");
    case QueryNode::Kind::kAnd:
      return Join(node.children, " AND ");
    case QueryNode::Kind::kOr:
      return Join(node.children, " OR ");
    case QueryNode::Kind::kAndNot:
      return Exclusion(node.children);
    case QueryNode::Kind::kEverything:
      break;
  }
  return {};
}

}  // namespace warta
