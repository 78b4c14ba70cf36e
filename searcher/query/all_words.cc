#include "searcher/query/all_words.h"

#include <cstddef>

namespace warta {

bool WantAllWords(QueryNode& root) {
  using Kind = QueryNode::Kind;
  if (root.kind == Kind::kNear) return false;
  bool changed = root.kind == Kind::kRanked;
  if (changed) root.kind = Kind::kAnd;
  const std::size_t wanted = root.kind == Kind::kAndNot ? 1 : root.children.size();
  for (std::size_t i = 0; i < wanted; ++i) changed |= WantAllWords(root.children[i]);
  return changed;
}

}  // namespace warta
