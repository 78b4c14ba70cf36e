#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/text/analyser.h"
#include "common/text/token.h"
#include "searcher/query/query.h"
#include "tests/oracle/occurrences.h"

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
  AnalysedText(const Article& article, Analyser& analyser);

  TokenList title;
  TokenList body;
  TokenList source;
  TokenList category;
  TokenList author;
  std::optional<Date> date;
};

/// Whether the article is what the query describes, decided by the words of query.h alone: no
/// index, no code of the searcher.
bool Describes(const QueryNode& query, const AnalysedText& text);

/// The query without the function words that stand beside others in it.
QueryNode WithoutFunctionWords(QueryNode query);

/// Whether MatchMode::kAuto puts articles with all words of it first: it has five at most, and asks no question.
bool IsOfKeywords(const QueryNode& query);

/// The query with MatchMode::kAll: all of the words side by side are wanted, but any excludes.
QueryNode WithAllWords(QueryNode query);

/// Whether the query can match an article only by something that stands in it, so that every hit
/// has a place to show.
bool IsPositive(const QueryNode& query);

/// A place that took part in a match, in the title or in the body.
struct ShownPlace {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t leaf = 0;  ///< of all leaves of the query, from left to right
};

struct ShownPlaces {
  std::vector<ShownPlace> title;
  std::vector<ShownPlace> body;
};

/// Every place that took part in the match of the query, each leaf's by itself, also those that
/// overlap.
ShownPlaces PlacesToShow(const QueryNode& query, const AnalysedText& text);

}  // namespace warta::oracle
