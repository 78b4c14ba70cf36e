#include "indexer/readers/reader.h"

#include <algorithm>
#include <string_view>

#include "common/ascii.h"
#include "indexer/readers/jsonl.h"
#include "indexer/readers/text.h"

namespace warta {
namespace {

using ReadFunction = void (*)(const SourceFile&, const ReaderSink&);

struct Format {
  std::string_view extension;
  ReadFunction read;
};

constexpr Format kFormats[] = {
    {".txt", ReadText},
    {".jsonl", ReadJsonLines},
    {".ndjson", ReadJsonLines},
};

constexpr std::string_view kCompressions[] = {".gz", ".zst", ".xz", ".bz2"};

const Format* FormatOf(std::string_view path) {
  const std::string lower = LowerAscii(path.substr(path.rfind('/') + 1));
  std::string_view name = lower;
  for (const std::string_view compression : kCompressions) {
    if (!name.ends_with(compression)) continue;
    name.remove_suffix(compression.size());
    break;
  }
  const auto* format =
      std::find_if(std::begin(kFormats), std::end(kFormats),
                   [name](const Format& f) { return name.ends_with(f.extension); });
  return format == std::end(kFormats) ? nullptr : format;
}

}  // namespace

bool IsArticleFile(const std::string& path) {
  return FormatOf(path) != nullptr;
}

void ReadArticles(const SourceFile& file, const ReaderSink& sink) {
  const Format* format = FormatOf(file.path);
  if (format != nullptr) format->read(file, sink);
}

}  // namespace warta
