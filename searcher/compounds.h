#pragma once

#include <vector>

#include "searcher/query.h"

namespace warta {

/// Gives words that stand side by side, ranked or with AND between them, the compounds that they
/// make (compound.h): each word of kerja sama may also be had as kerjasama. The analyser does the
/// same for the words of an article.
void AddCompounds(std::vector<QueryNode>& side_by_side);

}  // namespace warta
