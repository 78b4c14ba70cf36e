#pragma once

#include <span>
#include <vector>

#include "common/article.h"
#include "common/text/token.h"
#include "searcher/query/query.h"
#include "searcher/search/result_page.h"

namespace warta {

/// The forms by which an article matches a leaf of a query that was completed by Expand, most frequent
/// first; none where it does not.
std::vector<MatchedForm> MatchedForms(const QueryNode& leaf, std::span<const Token> title,
                                      std::span<const Token> body);

}  // namespace warta
