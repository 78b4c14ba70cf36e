#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace warta {

/// The bytes as DecodeText reads them; what it mended is told to the sink (line 0: the whole file).
std::string ToUtf8(std::string_view bytes, const SourceFile& file, std::uint64_t line,
                   const ReaderSink& sink);

}  // namespace warta
