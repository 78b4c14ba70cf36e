#include "tests/oracle/brute_force.h"

#include <algorithm>

#include "common/text/fold.h"

namespace warta::oracle {
namespace {

using Kind = QueryNode::Kind;

bool HasStem(const std::vector<Token>& tokens, const std::string& stem) {
  for (const Token& token : tokens) {
    if (token.stem == stem) return true;
  }
  return false;
}

bool HasSurfaceAt(const std::vector<Token>& tokens, const std::string& surface,
                  std::size_t position) {
  for (const Token& token : tokens) {
    if (token.kind == Token::Kind::kVariant || token.kind == Token::Kind::kPart) continue;
    if (token.position == position && token.surface == surface) return true;
  }
  return false;
}

// Tries the phrase at every position, also where it cannot fit.
bool HasPhrase(const std::vector<Token>& tokens, const std::vector<QueryTerm>& phrase) {
  for (std::size_t start = 0; start < tokens.size(); ++start) {
    std::size_t fitting = 0;
    while (fitting < phrase.size() &&
           HasSurfaceAt(tokens, phrase[fitting].surface, start + fitting)) {
      ++fitting;
    }
    if (fitting == phrase.size()) return true;
  }
  return false;
}

// G-20, Rp1,5: a number or a single letter counts beside its neighbour only.
bool SaysNothingAlone(const QueryTerm& term) {
  const bool number = term.surface.find_first_not_of("0123456789,.") == std::string::npos;
  return number || CodePointCount(term.surface) == 1;
}

bool HasPhrase(const AnalysedText& text, const std::vector<QueryTerm>& phrase) {
  return HasPhrase(text.title.tokens(), phrase) || HasPhrase(text.body.tokens(), phrase);
}

bool HasTypedWord(const QueryNode& word, const AnalysedText& text) {
  std::vector<QueryTerm> parts;
  bool adjacent = false;
  for (const QueryTerm& term : word.terms) {
    if (term.kind == Token::Kind::kVariant) continue;
    parts.push_back(term);
    adjacent = adjacent || SaysNothingAlone(term);
  }
  if (adjacent && parts.size() > 1) {
    for (const QueryTerm& term : word.terms) {
      if (term.kind != Token::Kind::kVariant) continue;
      if (HasStem(text.title.tokens(), term.stem) || HasStem(text.body.tokens(), term.stem)) {
        return true;
      }
    }
    return HasPhrase(text, parts);
  }
  bool all = true;
  for (const QueryTerm& term : word.terms) {
    const bool here =
        HasStem(text.title.tokens(), term.stem) || HasStem(text.body.tokens(), term.stem);
    if (term.kind == Token::Kind::kVariant && here) return true;
    if (term.kind != Token::Kind::kVariant && !here) all = false;
  }
  return all;
}

bool HasWord(const QueryNode& word, const AnalysedText& text) {
  if (HasTypedWord(word, text)) return true;
  for (const Alternative& alternative : word.alternatives) {
    if (HasPhrase(text, alternative.terms)) return true;
  }
  return false;
}

}  // namespace

TokenList::TokenList(std::string_view text, Analyser& analyser) {
  const auto tokens = analyser.Analyse(text);
  words_.reserve(2 * tokens.size());
  for (Token token : tokens) {
    words_.emplace_back(token.surface);
    token.surface = words_.back();
    words_.emplace_back(token.stem);
    token.stem = words_.back();
    tokens_.push_back(token);
  }
}

bool Describes(const QueryNode& query, const AnalysedText& text) {
  const auto describes = [&](const QueryNode& node) { return Describes(node, text); };
  const auto& children = query.children;
  switch (query.kind) {
    case Kind::kWord:
      return HasWord(query, text);
    case Kind::kPhrase:
    case Kind::kExact:
      return HasPhrase(text, query.terms);
    case Kind::kRanked:
    case Kind::kOr:
      return std::any_of(children.begin(), children.end(), describes);
    case Kind::kAnd:
      return std::all_of(children.begin(), children.end(), describes);
    case Kind::kAndNot:
      return describes(children.front()) &&
             std::none_of(children.begin() + 1, children.end(), describes);
    case Kind::kEverything:
      break;
  }
  return true;
}

bool IsPositive(const QueryNode& query) {
  const auto& children = query.children;
  switch (query.kind) {
    case Kind::kWord:
    case Kind::kPhrase:
    case Kind::kExact:
      return true;
    case Kind::kRanked:
    case Kind::kOr:
      return std::all_of(children.begin(), children.end(), IsPositive);
    case Kind::kAnd:
      return std::any_of(children.begin(), children.end(), IsPositive);
    case Kind::kAndNot:
      return IsPositive(children.front());
    case Kind::kEverything:
      break;
  }
  return false;
}

}  // namespace warta::oracle
