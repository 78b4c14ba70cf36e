#include "searcher/query/compounds.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "common/ascii.h"
#include "common/text/compound.h"
#include "common/text/reduplication.h"
#include "searcher/query/function_words.h"

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

// The word that two leaves make which are the same; nothing if they do not.
std::optional<QueryNode> Doubled(const QueryNode& left, const QueryNode& right) {
  const QueryTerm* first = OneWord(left);
  const QueryTerm* second = OneWord(right);
  if (first == nullptr || second == nullptr || left.scope != right.scope) return std::nullopt;
  if (first->surface != second->surface) return std::nullopt;
  std::string stem = ReduplicationStem(first->surface, second->surface);
  if (stem.empty() || !first->acronym.empty()) return std::nullopt;
  const bool is_unit = stem != first->stem;
  const StemmedWord simple(first->surface, first->stem);
  const bool is_known = simple.entry != nullptr || simple.root != nullptr;
  constexpr std::size_t kShortest = 3;
  const bool is_plural =
      is_known && first->surface.size() >= kShortest && !IsFunctionWord(first->surface);
  if (!is_unit && !is_plural) return std::nullopt;
  QueryNode word;
  word.kind = QueryNode::Kind::kWord;
  word.text = first->surface + '-' + second->surface;
  word.scope = left.scope;
  word.terms.push_back({word.text, std::move(stem), Token::Kind::kWord});
  return word;
}

}  // namespace

void JoinDoubledWords(std::vector<QueryNode>& side_by_side) {
  for (std::size_t i = 0; i + 1 < side_by_side.size(); ++i) {
    std::optional<QueryNode> word = Doubled(side_by_side[i], side_by_side[i + 1]);
    if (!word) continue;
    side_by_side[i] = std::move(*word);
    side_by_side.erase(side_by_side.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

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
