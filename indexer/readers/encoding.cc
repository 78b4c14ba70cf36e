#include "indexer/readers/encoding.h"

#include <utility>

#include "common/text/decode.h"

namespace warta {

std::string ToUtf8(std::string_view bytes, const SourceFile& file, std::uint64_t line,
                   const ReaderSink& sink) {
  Decoded decoded = DecodeText(bytes);
  if (!decoded.mended.empty()) {
    sink.problem(Problem{file.path, line, std::move(decoded.mended), false});
  }
  return std::move(decoded.text);
}

}  // namespace warta
