#include "indexer/readers/html.h"

#include <utility>

#include "common/text/decode.h"
#include "indexer/page/page.h"

namespace warta {

void ReadHtml(Input& input, const ReaderSink& sink) {
  const auto skip = [&](std::string why) { sink.problem(Problem{std::move(why)}); };
  const Result<std::string> bytes = input.Read(kMaxRecordBytes + 1);
  if (!bytes.ok()) return skip(bytes.error().message);
  if (bytes.value().size() > kMaxRecordBytes) return skip("is larger than 8 MiB");
  ReadHtmlPage(bytes.value(), {}, {}, 0, sink);
}

void ReadHtmlPage(std::string_view bytes, std::string_view charset, std::string_view url,
                  std::uint64_t line, const ReaderSink& sink) {
  const std::string declared = charset.empty() ? DeclaredCharset(bytes) : std::string(charset);
  Decoded decoded = DecodeText(bytes, declared);
  if (!decoded.mended.empty()) sink.problem(Problem{std::move(decoded.mended), line, false});
  Page page = ReadPage(decoded.text);
  if (page.article.title.empty() && page.article.body.empty()) {
    return sink.problem(Problem{"has no text that could be an article", line});
  }
  for (std::string& paragraph : page.dropped) sink.dropped(std::move(paragraph));
  if (page.article.url.empty()) page.article.url = url;
  page.article.line = line;
  sink.article(std::move(page.article));
}

}  // namespace warta
