#pragma once

#include "common/article.h"
#include "indexer/walk.h"

namespace warta {

/// Fills what the reader left empty:
/// * id: the URL, else the path below the root (with `#line` for a record of a file of many);
/// * date: from the URL, the path below the root, the text's dateline or a line that only states the
///   date, its sentences (common/date/publication.h), the time of a file that is one article, in this
///   order; date_source tells which. Nothing in a text is published after today;
/// * time: as the URL, the path or that line state it, never from sentences, whose times are those of
///   events; from the URL also where a record has the same day without a time;
/// * source: the dateline's publisher, else the one that the text says it quotes.
void CompleteMetadata(Article& article, const SourceFile& file);

}  // namespace warta
