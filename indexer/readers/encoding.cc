#include "indexer/readers/encoding.h"

#include "common/text/utf8.h"

namespace warta {

std::string ToUtf8(std::string bytes, const SourceFile& file, std::uint64_t line,
                   const ReaderSink& sink) {
  if (IsValidUtf8(bytes)) return bytes;
  const bool damaged = HasMultibyteUtf8(bytes);
  sink.problem(Problem{file.path, line,
                       damaged ? "is not valid UTF-8: the damaged characters were replaced"
                               : "is not UTF-8: read as windows-1252",
                       false});
  return damaged ? RepairUtf8(bytes) : DecodeWindows1252(bytes);
}

}  // namespace warta
