#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "searcher/expand/expansion.h"
#include "searcher/query/query.h"

namespace warta {

/// Of ten articles that write a word typed in capitals, so many have to write it as an acronym for
/// the acronym to be what was meant. Fewer: the query was typed in capitals as a whole.
inline constexpr unsigned kAcronymTenths = 1;

/// Of ten articles that write a word, so many have to write it as an acronym for the word typed in
/// small letters to stand for what the acronym does.
inline constexpr unsigned kUnambiguousTenths = 9;

/// A definition counts when so many articles give it, ...
inline constexpr Xapian::doccount kLeastDefinitions = 2;
/// ... when it is this part of all definitions of the same abbreviation, and one of so many.
inline constexpr unsigned kLeastShareTenths = 1;
inline constexpr std::size_t kMostAlternatives = 3;
/// ... and, in capitals, when two articles and one more for each so many with the abbreviation give
/// it. In 28,000 articles the doubtful ones (PT, the, de, big, km) stay below that, KPK, BPJS, OTT
/// and their like above. Syllables (Golkar, Polres) are words of their own and need no such part.
inline constexpr unsigned kArticlesPerDefinition = 80;

/// From a name to its abbreviation that part has to be larger: of what PBB stands for, pajak bumi
/// dan bangunan is the least, and one who asks for it does not want all about the United Nations.
inline constexpr unsigned kReverseShareTenths = 5;

/// Completes a query by what the archive knows of abbreviations:
/// * A word typed in capitals (AS) is taken for the acronym where the archive writes it so often
///   enough, or defines it; its articles with as in small letters are then not wanted. Otherwise
///   its capitals mean nothing.
/// * An abbreviation gets the long forms that the articles define as alternatives (KPK: "komisi
///   pemberantasan korupsi"); one that is also an ordinary word (as) only in capitals.
/// * Words side by side, ranked or with AND between them, that are such a long form get the
///   abbreviation, each of the words, so that it satisfies them all.
///
/// Alternatives stand most frequent first, equal ones in the order of the alphabet.
///
/// Returns what was added, in the order of the query, each once. Costs a few look-ups a word, next
/// to none where the archive defines nothing. Throws what Xapian throws, with the tree then in no
/// particular state.
std::vector<Expansion> AddAbbreviations(QueryNode& root, const Xapian::Database& database);

}  // namespace warta
