#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace warta {

/// Reads a file that is one article: the title on the first line with text (a first line of more
/// than 300 bytes is text already; its first words stand in for a title), then a paragraph a line;
/// blank lines and spaces around lines are dropped. UTF-8, with or without BOM; a file with bytes
/// that are not is read as windows-1252, or mended with U+FFFD where it is damaged UTF-8, and
/// reported as mended. A file that is empty, holds NUL bytes or is larger than kMaxRecordBytes is a
/// problem and no article.
void ReadText(const SourceFile& file, const ReaderSink& sink);

/// The text as lines without spaces around them and without empty lines, joined by '\n'; control
/// characters become spaces.
std::string CleanParagraphs(std::string_view text);

}  // namespace warta
