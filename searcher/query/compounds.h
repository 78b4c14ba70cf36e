#pragma once

#include <vector>

#include "searcher/query/query.h"

namespace warta {

/// Makes one word of two that are the same and stand side by side, as of those with a hyphen between them: mata mata is
/// mata-mata, not an eye and another one. Names that the dictionary lacks (Duran Duran) and acronyms stay two
/// words.
void JoinDoubledWords(std::vector<QueryNode>& side_by_side);

/// Gives words that stand side by side, ranked or with AND between them, the compounds that they
/// make (compound.h): each word of kerja sama may also be had as kerjasama. The analyser does the
/// same for words of an article with one space between them; in a query punctuation says nothing.
void AddCompounds(std::vector<QueryNode>& side_by_side);

}  // namespace warta
