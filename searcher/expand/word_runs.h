#pragma once

#include <cstddef>
#include <span>

#include "searcher/query/query.h"

namespace warta {

/// Calls `visit` with each run of words of the query, as a span of nodes to change: words side by
/// side, ranked or with AND between them, that are looked for in the same part of the article; other
/// words are runs of one. What stands near each other (kNear) is left out: there counts what is written.
template <class Visit>
void ForEachWordRun(QueryNode& node, const Visit& visit) {
  using Kind = QueryNode::Kind;
  if (node.kind == Kind::kWord) visit(std::span(&node, 1));
  if (node.kind == Kind::kNear) return;
  // Words with something else between them, or only one of which is wanted, are no run.
  const bool side_by_side = node.kind == Kind::kRanked || node.kind == Kind::kAnd;
  for (std::size_t at = 0; at < node.children.size();) {
    std::size_t end = at;
    while (side_by_side && end < node.children.size() && node.children[end].kind == Kind::kWord &&
           node.children[end].scope == node.children[at].scope) {
      ++end;
    }
    if (end > at) {
      visit(std::span(node.children).subspan(at, end - at));
      at = end;
    } else {
      ForEachWordRun(node.children[at++], visit);
    }
  }
}

}  // namespace warta
