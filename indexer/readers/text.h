#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace warta {

/// Reads a file that is one article, as ParseTextArticle takes it, in whichever encoding DecodeText
/// finds it; what that had to mend or to guess is reported. A file that is empty, holds NUL bytes
/// without being UTF-16 or UTF-32, or is larger than kMaxRecordBytes is a problem and no article.
void ReadText(Input& input, const ReaderSink& sink);

/// The text as lines without spaces around them and without empty lines, joined by '\n'; control
/// characters become spaces.
std::string CleanParagraphs(std::string_view text);

}  // namespace warta
