#include "searcher/query/filters.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace warta {
namespace {

using Kind = QueryNode::Kind;

void Require(std::optional<QueryNode>& root, QueryNode filter) {
  if (!root) {
    root = std::move(filter);
    return;
  }
  std::vector<QueryNode> both;
  both.push_back(std::move(*root));
  both.push_back(std::move(filter));
  root = MakeParent(Kind::kAnd, std::move(both));
}

}  // namespace

void RequirePeriod(std::optional<QueryNode>& root, const DateRange& period) {
  Require(root, MakeDateNode(period));
}

void RequireMetadata(std::optional<QueryNode>& root, MetadataField field, std::string_view text,
                     Analyser& analyser) {
  QueryNode node;
  node.kind = Kind::kMetadata;
  node.field = field;
  std::size_t begin = 0;
  std::size_t end = 0;
  for (const Token& token : analyser.Analyse(text)) {
    if (token.kind != Token::Kind::kWord) continue;
    if (node.terms.empty()) begin = token.begin;
    end = token.end;
    node.terms.push_back({std::string(token.surface), std::string(token.stem), token.kind});
  }
  if (node.terms.empty()) return;
  node.text = text.substr(begin, end - begin);
  std::replace(node.text.begin(), node.text.end(), '"', ' ');  // it is shown between such marks
  Require(root, std::move(node));
}

}  // namespace warta
