#pragma once

#include "indexer/readers/reader.h"

namespace warta {

/// Reads JSON Lines (an object with an article a line, empty lines passed over) and documents of
/// JSON: an object that is an article, an array of such, or an object that wraps such an array, as
/// news APIs answer. Several documents may follow each other. Of files of lines an article's `line`
/// is the line, of documents the number of its record. What is no JSON object, or has neither title
/// nor body, is a problem and costs only itself; in a document that is cut off or malformed between
/// its records, the rest is lost.
void ReadJson(Input& input, const ReaderSink& sink);

}  // namespace warta
