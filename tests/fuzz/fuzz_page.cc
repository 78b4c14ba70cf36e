// Any text is a page: what comes out of it is clean, and nothing is thrown.

#include <string>
#include <string_view>

#include "common/text/utf8.h"
#include "indexer/page/page.h"
#include "tests/fuzz/checks.h"
#include "tests/line_fields.h"

namespace {

using warta::fuzz::Require;

void RequireCleanLine(std::string_view line) {
  Require(line.empty() || (line.front() != ' ' && line.back() != ' '), "no spaces around a line",
          line);
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    Require(byte >= 0x20 && byte != 0x7F, "no control characters", line);
  }
  Require(warta::IsValidUtf8(line), "valid UTF-8", line);
}

void RequireCleanParagraphs(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    Require(end != 0, "no empty paragraph", text);
    RequireCleanLine(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
    Require(!text.empty(), "no empty paragraph at the end");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string html = warta::RepairUtf8(warta::fuzz::AsText(data, size));
  const warta::Page page = warta::ReadPage(html);
  const warta::Article& article = page.article;
  for (const auto line : warta::kLineFields) RequireCleanLine(article.*line);
  for (const std::string& line : page.dropped) RequireCleanLine(line);
  RequireCleanParagraphs(article.body);
  RequireCleanParagraphs(warta::FragmentText(html));
  Require(article.date.has_value() == (article.date_source != warta::DateSource::kNone),
          "the date and its source go together");
  RequireCleanLine(warta::DeclaredCharset(warta::fuzz::AsText(data, size)));
  return 0;
}
