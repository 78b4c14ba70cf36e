#pragma once

#include <cstddef>
#include <cstdint>

namespace warta {

/// The retrieval model: everything that decides in which order articles stand. docs/RANKING.md has the experiments that the
/// figures come from, under the names that stand here in brackets: chosen on one half of judged queries, looked at on the
/// other. Those marked (cases) no collection judges; they are what tests/eval/ranking_cases.txt wants.

// What the index counts (indexer/document.h).

/// A word of the title counts as this many words of the body. (cases)
inline constexpr unsigned kTitleWeight = 3;

/// The lead says what the article is about: each of the first words of the body counts as so many. (lead)
inline constexpr std::uint32_t kLeadWords = 40;
inline constexpr unsigned kLeadWeight = 2;

// What a word gives to the score of an article (searcher/search/lower.h): BM25 of its stem, by which all its forms are
// found, and a part of the BM25 of the form as typed.

inline constexpr double kFrequencySaturation = 1.2;  ///< k1 of BM25 (k1, b)
inline constexpr double kLengthPenalty =
    0.75;  ///< b, without a lower bound for the length of a document

/// A query of up to so many words without a question word is made of keywords: all of them are wanted. Of a longer one,
/// or a question, an article that answers it often lacks one. (all words)
inline constexpr std::size_t kMostKeywords = 5;

/// What the form as typed counts beside its stem, in a query of so many words: all forms together count as much as two
/// words. The fewer words, the more says the form which of the relatives is meant; in a long query the other words say
/// that, and forms would only favour articles that happen to share them. (forms)
constexpr double FormWeight(std::size_t words) {
  constexpr double kInLongQueries = 0.03;
  return words > kMostKeywords ? kInLongQueries : 2.0 / static_cast<double>(words == 0 ? 1 : words);
}

/// What another way to write or say a word counts (query.h), as part of what the form as typed does: it stands just below.
/// (alternatives)
inline constexpr double kAlternativeWeight = 0.85;

// What the best articles get for words that stand close to each other (searcher/search/closeness.h).

/// Two words of the query that follow each other in the article too, in any form, give this part of the weight that the
/// less telling of them has at most. (adjacency)
inline constexpr double kAdjacencyWeight = 0.3;

/// An article with all keywords in its title, in any form, gets this part of the weight that they have at most. (cases)
inline constexpr double kTitleBonus = 0.3;

/// Words of a query of keywords stand near each other when at most so many other words stand between them, all in all, or
/// when all are in the title. (cases)
inline constexpr std::uint32_t kMostBetween = 5;

/// Where that is by chance, what an article is about tells: one with less than this part of the best score of those that are
/// read does not rise for near words. (cases)
inline constexpr double kLeastNearScore = 0.6;

/// So many of the best articles are read for that. (articles read)
inline constexpr std::size_t kMostRead = 10;

/// Among so many of the best articles those with the very phrase, and those of which it is the title, stand first; it is
/// looked up in the index, once for each article and word at most: a millisecond or two.
inline constexpr std::size_t kMostLookedUp = 1000;

/// With --prefer-recent DAYS the score of an article of today is multiplied by 1 and this, of one DAYS old by 1 and half of
/// it, and so on. Nobody has judged it: it is for those who know what they want. (recency)
inline constexpr double kRecencyGain = 2;

}  // namespace warta
