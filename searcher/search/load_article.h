#pragma once

#include <xapian.h>

#include "common/article.h"
#include "common/result.h"

namespace warta {

/// The article of a document. Error: it is damaged, as the disk or Xapian notice, or its checksum. Throws
/// Xapian::DatabaseModifiedError when a writer has overtaken the reader, and Xapian::DocNotFoundError when the
/// article has been removed.
Result<Article> LoadArticle(const Xapian::Database& database, Xapian::docid document);

}  // namespace warta
