#pragma once

#include "common/article.h"
#include "indexer/walk.h"

namespace warta {

/// Fills what the reader left empty:
/// * id: the URL, else the path below the root (with `#line` for a record of a file of many);
/// * date: from the URL, the path below the root, the text (date.h), the time of a file that is one
///   article, in this order; date_source tells which;
/// * source: the dateline's publisher, else the one that the text says it quotes.
void CompleteMetadata(Article& article, const SourceFile& file);

}  // namespace warta
