#include "indexer/readers/text.h"

#include <algorithm>
#include <utility>

#include "common/text/decode.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/input.h"

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

// No headline is longer; a first line that is has to be a paragraph.
constexpr std::size_t kMaxTitleBytes = 300;

// The first words of a text without a title, to be shown as one.
std::string Headline(std::string_view text) {
  constexpr std::size_t kLength = 100;
  std::size_t end = text.rfind(' ', kLength);
  if (end == std::string_view::npos) {
    end = kLength;
    while (end > 0 && (text[end] & 0xC0) == 0x80) --end;
  }
  return std::string(text.substr(0, end)) + "\u2026";
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
  const std::string text = CleanParagraphs(ToUtf8(raw, file, 0, sink));
  if (text.empty()) return skip("is empty");
  const std::size_t title_end = std::min(text.find('\n'), text.size());
  Article article;
  article.path = file.path;
  if (title_end <= kMaxTitleBytes) {
    article.title = text.substr(0, title_end);
    article.body = text.substr(std::min(title_end + 1, text.size()));
  } else {
    article.title = Headline(text);
    article.body = text;
  }
  sink.article(std::move(article));
}

}  // namespace warta
