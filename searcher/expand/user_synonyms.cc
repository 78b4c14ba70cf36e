#include "searcher/expand/user_synonyms.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <utility>

namespace warta {
namespace {

using Kind = QueryNode::Kind;

std::vector<std::string> StemsOf(const QueryNode& word) {
  std::vector<std::string> stems;
  for (const QueryTerm& term : word.terms) {
    if (term.kind != Token::Kind::kVariant) stems.push_back(term.stem);
  }
  return stems;
}

class Adder {
 public:
  Adder(const SynonymList& list, Analyser& analyser) : list_(list), analyser_(analyser) {}

  void Visit(QueryNode& node) {
    if (node.kind == Kind::kWord) VisitWords(std::span(&node, 1));
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
        VisitWords(std::span(node.children).subspan(at, end - at));
        at = end;
      } else {
        Visit(node.children[at++]);
      }
    }
  }

  std::vector<Expansion> TakeExpansions() { return std::move(expansions_); }

 private:
  void VisitWords(std::span<QueryNode> words) {
    std::vector<std::vector<std::string>> stems;
    for (const QueryNode& word : words) stems.push_back(StemsOf(word));
    for (std::size_t at = 0; at < words.size();) {
      const auto found = list_.Find(std::span(stems).subspan(at), analyser_);
      if (!found.synonyms.empty()) Add(words.subspan(at, found.words), found.synonyms);
      at += std::max<std::size_t>(found.words, 1);
    }
  }

  void Add(std::span<QueryNode> words, const std::vector<SynonymEntry>& synonyms) {
    Expansion expansion;
    for (QueryNode& word : words) {
      expansion.typed.append(expansion.typed.empty() ? "" : " ").append(word.text);
      for (const SynonymEntry& synonym : synonyms) {
        word.alternatives.push_back(
            {synonym.text, synonym.terms, true, Alternative::Origin::kUserList});
      }
    }
    for (const SynonymEntry& synonym : synonyms) expansion.also.push_back(synonym.text);
    if (std::find(expansions_.begin(), expansions_.end(), expansion) == expansions_.end()) {
      expansions_.push_back(std::move(expansion));
    }
  }

  const SynonymList& list_;
  Analyser& analyser_;
  std::vector<Expansion> expansions_;
};

}  // namespace

std::vector<Expansion> AddUserSynonyms(QueryNode& root, const SynonymList& list,
                                       Analyser& analyser) {
  if (list.empty()) return {};
  Adder adder(list, analyser);
  adder.Visit(root);
  return adder.TakeExpansions();
}

}  // namespace warta
