#pragma once

#include "indexer/readers/reader.h"

namespace warta {

/// Reads a file of JSON Lines: one object with an article a line, empty lines passed over. Of the
/// names that mean a field (field_names.h) the preferred one that holds text counts (or, for id and date, a
/// number). A date is what ParseTimestamp reads; another form counts as no date. A line that is no
/// JSON object, or has neither title nor body, is a problem and costs only itself.
void ReadJsonLines(const SourceFile& file, const ReaderSink& sink);

}  // namespace warta
