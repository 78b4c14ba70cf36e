#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyser.h"
#include "common/text/token.h"
#include "searcher/query/query.h"

namespace warta::oracle {

/// Tokens that own their text, so that those of a whole corpus can be kept.
class TokenList {
 public:
  TokenList() = default;
  TokenList(std::string_view text, Analyser& analyser);
  TokenList(TokenList&&) = default;
  TokenList& operator=(TokenList&&) = default;
  TokenList(const TokenList&) = delete;
  TokenList& operator=(const TokenList&) = delete;

  const std::vector<Token>& tokens() const { return tokens_; }

 private:
  std::vector<std::string> words_;  // surface and stem of each token
  std::vector<Token> tokens_;       // views of words_
};

/// One article as the brute force sees it.
struct AnalysedText {
  TokenList title;
  TokenList body;
};

/// Whether the article is what the query describes, decided by the words of query.h alone: no
/// index, no code of the searcher.
bool Describes(const QueryNode& query, const AnalysedText& text);

/// Whether the query can match an article only by something that stands in it, so that every hit
/// has a place to show.
bool IsPositive(const QueryNode& query);

}  // namespace warta::oracle
