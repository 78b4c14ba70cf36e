// Any bytes are a query: it parses within its limits, and prints as a query that parses to the same
// tree.

#include <algorithm>
#include <string>

#include "common/text/utf8.h"
#include "searcher/query/parse.h"
#include "tests/fuzz/checks.h"

namespace {

using namespace warta;
using fuzz::Require;
using Kind = QueryNode::Kind;

// Each parenthesis adds at most alternatives, a conjunction with exclusions and a group with
// exclusions.
constexpr std::size_t kMostLevels = 5 * (kMaxQueryDepth + 1) + 2;

std::size_t CountTerms(const QueryNode& node) {
  std::size_t count = node.terms.size();
  for (const QueryNode& child : node.children) count += CountTerms(child);
  return count;
}

void RequireGoodTree(const QueryNode& node, std::size_t level) {
  Require(level <= kMostLevels, "the tree is not deeper than parentheses may be");
  Require(node.alternatives.empty(), "the parser knows no alternatives");
  if (node.kind == Kind::kExact) {
    Require(node.terms.size() == 1 && node.children.empty() && !node.text.empty(),
            "an exact form is one term", node.text);
    return;
  }
  if (node.kind == Kind::kWord || node.kind == Kind::kPhrase) {
    Require(node.children.empty() && !node.text.empty(), "a leaf has text");
    const bool any = std::any_of(node.terms.begin(), node.terms.end(), [](const QueryTerm& term) {
      return term.kind == Token::Kind::kWord;
    });
    Require(any, "a leaf has a word", node.text);
    return;
  }
  Require(node.terms.empty() && node.text.empty(), "only leaves have terms");
  Require(node.kind == Kind::kEverything ? node.children.empty() : node.children.size() >= 2,
          "an inner node has two children");
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const bool may_be_everything = node.kind == Kind::kAndNot && i == 0;
    Require(may_be_everything || node.children[i].kind != Kind::kEverything,
            "everything stands only where something is taken away");
    RequireGoodTree(node.children[i], level + 1);
  }
}

// AND, OR and NOT in capitals are printed in small letters where they are words.
bool IsOperator(const std::string& text) {
  return text == "AND" || text == "OR" || text == "NOT";
}

bool SameMeaning(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && (a.text == b.text || IsOperator(a.text)) && a.terms == b.terms &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                    SameMeaning);
}

// Deepest nesting of parentheses outside of phrases.
std::size_t Nesting(const std::string& query) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  bool quoted = false;
  for (const char c : query) {
    if (c == '"') quoted = !quoted;
    if (c == '(' && !quoted) deepest = std::max(deepest, ++depth);
    if (c == ')' && !quoted) --depth;
  }
  return deepest;
}

void RequireRoundTrip(const QueryNode& root, Analyser& analyser) {
  const std::string printed = ToString(root);
  Require(IsValidUtf8(printed), "a printed query is valid UTF-8", printed);
  // The printed form writes out the parentheses that precedence saved, so it may nest deeper.
  if (Nesting(printed) > kMaxQueryDepth) return;
  const ParsedQuery again = ParseQuery(printed, analyser);
  Require(again.root.has_value(), "a printed query is a query", printed);
  Require(SameMeaning(root, *again.root), "a printed query parses to the same tree", printed);
  Require(ToString(*again.root) == printed, "a printed query prints as itself", printed);
}

void Check(std::string_view text, bool is_utf8) {
  static Analyser analyser;
  const ParsedQuery query = ParseQuery(text, analyser);
  for (const Message& note : query.notes) Require(!English(note).empty(), "a note is a sentence");
  if (!query.root) return;
  Require(query.root->kind != Kind::kEverything, "nobody asked for everything");
  Require(CountTerms(*query.root) <= kMaxQueryTerms, "a query has not too many terms");
  RequireGoodTree(*query.root, 0);
  // Hyphenated words one of which was left out read differently without it.
  analyser.Analyse(text);
  if (is_utf8 && analyser.overlong() == 0) RequireRoundTrip(*query.root, analyser);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::AsText(data, size);
  Check(bytes, IsValidUtf8(bytes));
  Check(RepairUtf8(bytes), true);
  return 0;
}
