#include "indexer/readers/text.h"

#include <algorithm>
#include <utility>

#include "common/text/decode.h"
#include "indexer/readers/text_article.h"

namespace warta {
namespace {

// Spaces and control characters.
bool IsBlank(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
}

std::string_view TrimBlanks(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string CleanParagraphs(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  while (!text.empty()) {
    std::size_t end = 0;
    while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
    const std::string_view line = TrimBlanks(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    if (!clean.empty()) clean.push_back('\n');
    const std::size_t begin = clean.size();
    clean += line;
    std::replace_if(clean.begin() + static_cast<std::ptrdiff_t>(begin), clean.end(), IsBlank, ' ');
  }
  return clean;
}

void ReadText(Input& input, const ReaderSink& sink) {
  const auto skip = [&](std::string why) { sink.problem(Problem{std::move(why)}); };
  const Result<std::string> bytes = input.Read(kMaxRecordBytes + 1);
  if (!bytes.ok()) return skip(bytes.error().message);
  if (bytes.value().size() > kMaxRecordBytes) return skip("is larger than 8 MiB");
  if (!IsText(bytes.value())) return skip("is not text: it holds NUL bytes");
  Decoded decoded = DecodeText(bytes.value());
  if (!decoded.mended.empty()) sink.problem(Problem{std::move(decoded.mended), 0, false});
  Article article = ParseTextArticle(decoded.text);
  if (article.title.empty() && article.body.empty()) return skip("is empty");
  sink.article(std::move(article));
}

}  // namespace warta
