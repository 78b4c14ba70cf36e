#pragma once

#include <cstdint>
#include <string>

#include "indexer/readers/reader.h"

namespace warta {

/// The bytes as UTF-8. Where they are not, they are read as windows-1252 when nothing in them looks
/// like UTF-8, and mended with U+FFFD otherwise; the sink is told which (line 0: the whole file).
std::string ToUtf8(std::string bytes, const SourceFile& file, std::uint64_t line,
                   const ReaderSink& sink);

}  // namespace warta
