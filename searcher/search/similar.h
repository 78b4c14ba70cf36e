#pragma once

#include <optional>
#include <string>

#include <xapian.h>

#include "searcher/query/query.h"

namespace warta {

/// The document of an article's id; 0: there is none.
Xapian::docid FindArticle(const Xapian::Database& database, const std::string& id);

/// The words that tell the article from others, as a query that ranks what is like it; nothing where it
/// has none. By stems: of those that at least two articles have and no more than a tenth (but five are never too many), the 25 with
/// the highest tf-idf.
std::optional<QueryNode> WordsOfArticle(const Xapian::Database& database, Xapian::docid document);

}  // namespace warta
