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

// Each parenthesis adds at most alternatives, a conjunction with exclusions, a group with filters
// and exclusions, and what stands near each other.
constexpr std::size_t kMostLevels = (6 + kMaxNearOperands) * (kMaxQueryDepth + 1) + 2;

const Date kToday = *MakeDate(2022, 2, 7);

bool IsWord(const QueryTerm& term) {
  return term.kind == Token::Kind::kWord;
}

// Other writings of words, also of two side by side, are not counted.
std::size_t CountTerms(const QueryNode& node) {
  auto count =
      static_cast<std::size_t>(std::count_if(node.terms.begin(), node.terms.end(), IsWord));
  for (const QueryNode& child : node.children) count += CountTerms(child);
  return count;
}

void RequireGoodTerms(const QueryNode& leaf) {
  const auto& terms = leaf.terms;
  Require(std::any_of(terms.begin(), terms.end(), IsWord) || leaf.kind == Kind::kExact,
          "a leaf has a word", leaf.text);
  const auto prefixes =
      std::count_if(terms.begin(), terms.end(), [](const QueryTerm& term) { return term.prefix; });
  const bool has_forms = std::any_of(terms.begin(), terms.end(),
                                     [](const QueryTerm& term) { return !term.forms.empty(); });
  Require(!has_forms, "the parser knows no forms", leaf.text);
  switch (leaf.kind) {
    case Kind::kWord:
    case Kind::kMetadata:
      Require(prefixes == 0, "a word is no prefix", leaf.text);
      break;
    case Kind::kExact:
    case Kind::kFuzzy:
    case Kind::kPrefix:
      Require(terms.size() == 1 && prefixes == (leaf.kind == Kind::kPrefix ? 1 : 0),
              "an exact form, an inexact word and a prefix are one term", leaf.text);
      break;
    default:
      Require(std::all_of(terms.begin(), terms.end(), IsWord), "a phrase has words only",
              leaf.text);
      break;
  }
}

void RequireGoodLeaf(const QueryNode& leaf) {
  Require(!leaf.text.empty(), "a leaf has text");
  Require(leaf.alternatives.empty(), "the parser knows no alternatives");
  const bool filter = leaf.kind == Kind::kMetadata || leaf.kind == Kind::kDate;
  Require(!filter || leaf.scope == Scope::kArticle, "a filter looks at no part of the text");
  Require(leaf.period.first <= leaf.period.last, "a period ends after it begins", leaf.text);
  if (leaf.kind == Kind::kDate) {
    Require(leaf.terms.empty(), "a date has no terms");
  } else {
    RequireGoodTerms(leaf);
  }
}

void RequireGoodNear(const QueryNode& near) {
  Require(near.children.size() == 2, "NEAR has two operands");
  Require(near.distance >= 1 && near.distance <= kMaxNearDistance, "NEAR has a distance");
  Require(std::all_of(near.children.begin(), near.children.end(), HasSpans),
          "the operands of NEAR have places");
}

void RequireGoodTree(const QueryNode& node, std::size_t level) {
  Require(level <= kMostLevels, "the tree is not deeper than parentheses may be");
  if (node.children.empty() && node.kind != Kind::kEverything) {
    RequireGoodLeaf(node);
    return;
  }
  Require(node.terms.empty() && node.text.empty(), "only leaves have terms");
  Require(node.kind == Kind::kEverything ? node.children.empty() : node.children.size() >= 2,
          "an inner node has two children");
  if (node.kind == Kind::kNear) RequireGoodNear(node);
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const bool may_be_everything = node.kind == Kind::kAndNot && i == 0;
    Require(may_be_everything || node.children[i].kind != Kind::kEverything,
            "everything stands only where something is taken away");
    RequireGoodTree(node.children[i], level + 1);
  }
}

// Operators are printed in small letters where they are words.
bool IsOperator(const std::string& text) {
  return text == "AND" || text == "OR" || text == "NOT" || text == "NEAR";
}

bool SameMeaning(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && (a.text == b.text || IsOperator(a.text)) && a.terms == b.terms &&
         a.scope == b.scope && a.field == b.field && a.period == b.period &&
         a.distance == b.distance &&
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
  // The printed form writes out the parentheses that precedence saved, so it may nest deeper, and
  // the days of periods, so it may be longer.
  if (Nesting(printed) > kMaxQueryDepth || printed.size() > kMaxQueryBytes) return;
  const ParsedQuery again = ParseQuery(printed, analyser, kToday);
  Require(again.root && again.mistakes.empty(), "a printed query is a query", printed);
  Require(SameMeaning(root, *again.root), "a printed query parses to the same tree", printed);
  Require(ToString(*again.root) == printed, "a printed query prints as itself", printed);
}

void Check(std::string_view text, bool is_utf8) {
  static Analyser analyser;
  const ParsedQuery query = ParseQuery(text, analyser, kToday);
  for (const Message& note : query.notes) Require(!English(note).empty(), "a note is a sentence");
  for (const QueryMistake& mistake : query.mistakes) {
    Require(!English(mistake.message).empty(), "a mistake is a sentence");
    Require(mistake.begin < mistake.end && mistake.end <= text.size(), "a mistake has a place");
  }
  if (!query.root) return;
  Require(query.root->kind != Kind::kEverything, "nobody asked for everything");
  Require(CountTerms(*query.root) <= kMaxQueryTerms, "a query has not too many terms");
  RequireGoodTree(*query.root, 0);
  if (!query.mistakes.empty()) return;
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
