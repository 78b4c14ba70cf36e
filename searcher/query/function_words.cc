#include "searcher/query/function_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace warta {
namespace {

using Kind = QueryNode::Kind;

// Prepositions, conjunctions, demonstratives, auxiliaries. Left out on purpose are those that change what is meant: tidak,
// bukan, tanpa, antara, sebelum, setelah.
constexpr auto kGrammar = std::to_array<std::string_view>(
    {"adalah", "akan",  "atau",    "dalam", "dan",   "dari",      "dengan",
     "di",     "ialah", "ini",     "itu",   "ke",    "merupakan", "oleh",
     "pada",   "para",  "sebagai", "sudah", "telah", "untuk",     "yang"});
static_assert(std::is_sorted(kGrammar.begin(), kGrammar.end()));

constexpr auto kQuestions = std::to_array<std::string_view>(
    {"apa", "apakah", "bagaimana", "bagaimanakah", "berapa", "berapakah", "dimana", "dimanakah",
     "kapan", "kapankah", "kenapa", "mana", "manakah", "mengapa", "siapa", "siapakah"});
static_assert(std::is_sorted(kQuestions.begin(), kQuestions.end()));

template <class Words>
bool Holds(const Words& words, std::string_view form) {
  return std::binary_search(words.begin(), words.end(), form);
}

// The only word of a leaf; empty: it is none, or has more to say.
std::string_view PlainWord(const QueryNode& node) {
  if (node.kind != Kind::kWord || node.scope != Scope::kArticle || !node.alternatives.empty())
    return {};
  std::string_view word;
  for (const QueryTerm& term : node.terms) {
    if (term.kind == Token::Kind::kVariant) continue;
    if (term.kind != Token::Kind::kWord || term.prefix || !word.empty()) return {};
    word = term.surface;
  }
  return word;
}

}  // namespace

bool IsFunctionWord(std::string_view form) {
  return Holds(kGrammar, form) || Holds(kQuestions, form);
}

bool IsQuestion(const QueryNode& root) {
  if (Holds(kQuestions, PlainWord(root))) return true;
  const std::size_t wanted = root.kind == Kind::kAndNot ? 1 : root.children.size();
  return std::any_of(root.children.begin(),
                     root.children.begin() + static_cast<std::ptrdiff_t>(wanted), IsQuestion);
}

void LeaveOutFunctionWords(QueryNode& root) {
  if (root.kind == Kind::kNear) return;
  for (QueryNode& child : root.children) LeaveOutFunctionWords(child);
  if (root.kind != Kind::kRanked) return;
  const auto is_function_word = [](const QueryNode& node) {
    return IsFunctionWord(PlainWord(node));
  };
  std::vector<QueryNode>& words = root.children;
  if (std::all_of(words.begin(), words.end(), is_function_word)) return;
  std::erase_if(words, is_function_word);
  if (words.size() == 1) {
    QueryNode only = std::move(words.front());
    root = std::move(only);
  }
}

}  // namespace warta
