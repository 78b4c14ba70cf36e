#include "searcher/query/compounds.h"

#include <algorithm>
#include <cstddef>

#include "common/ascii.h"
#include "common/text/compound.h"

namespace warta {
namespace {

// The one plain word of a node; nullptr if it is something else (a phrase, Prabowo-Gibran,
// sama-sama).
const QueryTerm* OneWord(const QueryNode& node) {
  if (node.kind != QueryNode::Kind::kWord) return nullptr;
  const auto is_word = [](const QueryTerm& term) { return term.kind == Token::Kind::kWord; };
  if (std::count_if(node.terms.begin(), node.terms.end(), is_word) != 1) return nullptr;
  const QueryTerm& word = *std::find_if(node.terms.begin(), node.terms.end(), is_word);
  return std::all_of(word.surface.begin(), word.surface.end(), IsLower) ? &word : nullptr;
}

void AddOnce(std::vector<QueryTerm>& terms, const QueryTerm& term) {
  if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(term);
}

}  // namespace

void AddCompounds(std::vector<QueryNode>& side_by_side) {
  for (std::size_t i = 0; i + 1 < side_by_side.size(); ++i) {
    const QueryTerm* first = OneWord(side_by_side[i]);
    const QueryTerm* second = OneWord(side_by_side[i + 1]);
    if (first == nullptr || second == nullptr) continue;
    if (side_by_side[i].scope != side_by_side[i + 1].scope) continue;
    const auto fused = Fuse(first->surface, RoleOf({first->surface, first->stem}), second->surface,
                            RoleOf({second->surface, second->stem}));
    if (!fused) continue;
    const QueryTerm term{fused->surface, fused->stem, Token::Kind::kVariant};
    AddOnce(side_by_side[i].terms, term);
    AddOnce(side_by_side[i + 1].terms, term);
  }
}

}  // namespace warta
