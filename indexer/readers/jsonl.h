#pragma once

#include "indexer/readers/reader.h"

namespace warta {

/// Reads a file of JSON Lines: one object with an article a line, empty lines passed over. Fields,
/// under the first of their names that holds text (or, for id, a number): id; title, judul,
/// headline; body, isi, text, content; date, tanggal, published, datePublished; source, sumber,
/// publisher; category, rubrik, kategori; author, penulis; url, link. A date is what ParseDateField
/// reads; another form counts as no date. A line that is no JSON object, or has neither title nor
/// body, is a problem and costs only itself.
void ReadJsonLines(const SourceFile& file, const ReaderSink& sink);

}  // namespace warta
