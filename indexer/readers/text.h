#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace warta {

/// Reads a file that is one article: the title on the first line with text (a first line of more
/// than 300 bytes is text already; its first words stand in for a title), then a paragraph a line;
/// blank lines and spaces around lines are dropped. In whichever encoding DecodeText finds it; what
/// that had to mend or to guess is reported. A file that is empty, holds NUL bytes without being
/// UTF-16 or UTF-32, or is larger than kMaxRecordBytes is a problem and no article.
void ReadText(const SourceFile& file, const ReaderSink& sink);

/// The text as lines without spaces around them and without empty lines, joined by '\n'; control
/// characters become spaces.
std::string CleanParagraphs(std::string_view text);

}  // namespace warta
