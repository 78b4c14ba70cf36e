#include "indexer/readers/text.h"

#include <utility>

#include "common/text/decode.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/input.h"
#include "indexer/readers/text_article.h"

namespace warta {
namespace {

// Spaces and control characters.
bool IsBlank(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
}

std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string CleanParagraphs(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\r\n");
    const std::string_view line = Trim(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.empty()) continue;
    if (!clean.empty()) clean.push_back('\n');
    for (const char c : line) clean.push_back(IsBlank(c) ? ' ' : c);
  }
  return clean;
}

void ReadText(const SourceFile& file, const ReaderSink& sink) {
  const auto skip = [&](std::string why) {
    sink.problem(Problem{file.path, 0, std::move(why), true});
  };
  Result<Input> input = Input::Open(file.path);
  if (!input.ok()) {
    return sink.problem(Problem{file.path, 0, input.error().message, true, true});
  }
  Result<std::string> bytes = input.value().Read(kMaxRecordBytes + 1);
  if (!bytes.ok()) return skip(bytes.error().message);
  const std::string& raw = bytes.value();
  if (raw.size() > kMaxRecordBytes) return skip("is larger than 8 MiB");
  if (!IsText(raw)) return skip("is not text: it holds NUL bytes");
  Article article = ParseTextArticle(ToUtf8(raw, file, 0, sink));
  if (article.title.empty() && article.body.empty()) return skip("is empty");
  article.path = file.path;
  sink.article(std::move(article));
}

}  // namespace warta
