#include "searcher/expand/user_synonyms.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <utility>

#include "searcher/expand/word_runs.h"

namespace warta {
namespace {

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

  void VisitWords(std::span<QueryNode> words) {
    std::vector<std::vector<std::string>> stems;
    for (const QueryNode& word : words) stems.push_back(StemsOf(word));
    for (std::size_t at = 0; at < words.size();) {
      const auto found = list_.Find(std::span(stems).subspan(at), analyser_);
      if (!found.synonyms.empty()) Add(words.subspan(at, found.words), found.synonyms);
      at += std::max<std::size_t>(found.words, 1);
    }
  }

  std::vector<Expansion> TakeExpansions() { return std::move(expansions_); }

 private:
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
    AddOnce(std::move(expansion), expansions_);
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
  ForEachWordRun(root, [&](std::span<QueryNode> words) { adder.VisitWords(words); });
  return adder.TakeExpansions();
}

}  // namespace warta
