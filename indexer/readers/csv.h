#pragma once

#include <string_view>

#include "indexer/readers/reader.h"

namespace warta {

/// Reads a table (CSV, TSV: RFC 4180 and what programs make of it), one article a row.
///
///  * The first row names the columns (field_names.h; others are ignored); without one for the title
///    or the text the whole table is a problem. Rows may be shorter or longer than it: what is
///    missing is empty, what is too much is ignored.
///  * The columns are separated by what fits the first row best: comma, semicolon, tab or vertical
///    bar; or by what Excel's `sep=;` in a line before it says.
///  * Quotes as in RFC 4180, with line breaks inside; a quote inside a text that is not quoted, or not
///    followed by a separator, stands for itself. A quote that is not closed for kMaxRecordBytes or to
///    the end would swallow the rows behind it: its row is a problem, and of the lines behind it those
///    become articles that no line of a text could be taken for: with as many columns as the first
///    row, and an address, a date or an id where it names one.
///  * Lines end as in Windows, Unix or the old Mac. An article's line is where its row starts.
///  * Each row is decoded by itself (DecodeText).
///
/// Memory: twice the largest row, which is a problem above kMaxRecordBytes.
void ReadCsv(Input& input, const ReaderSink& sink);

/// Whether the first bytes of a file, in small letters and without a byte order mark, are those of a
/// table with articles: on the first line two columns or more, of which two are fields of different
/// kind, one of them the text (a table of titles is a list of articles that stand elsewhere), and no
/// other looks like words of a sentence. A headline
/// such as "judul, isi, dan sumber berita hoaks" is none.
bool HasCsvHeader(std::string_view head);

/// Whether a table that begins so may hold articles, under whatever names: one of its lines is
/// longer than that of a list, and lists of other things stand in folders of articles too.
bool MayHoldArticles(std::string_view head);

}  // namespace warta
