// Any text with any query has an excerpt to show. The input is a query, a line break, and a body.

#include <algorithm>
#include <string>

#include "common/printable.h"
#include "common/text/analyser.h"
#include "common/text/utf8.h"
#include "searcher/excerpt/match.h"
#include "searcher/excerpt/sentences.h"
#include "searcher/excerpt/snippet.h"
#include "searcher/query/parse.h"
#include "tests/fuzz/checks.h"

namespace {

using namespace warta;
using fuzz::Require;

void RequireGoodHighlights(std::string_view text, const std::vector<Highlight>& highlights) {
  std::size_t last = 0;
  for (const Highlight& h : highlights) {
    Require(h.begin >= last && h.begin < h.end && h.end <= text.size(), "highlights lie in order",
            text);
    Require(IsValidUtf8(text.substr(h.begin, h.end - h.begin)), "highlights cut no character",
            text);
    last = h.end;
  }
}

// A single match may be longer than a snippet; a lead may stand before it.
std::size_t LongestSnippet(const std::vector<Highlight>& highlights) {
  constexpr std::size_t kLead = 60;
  constexpr std::size_t kEllipses = 2 * 3;
  std::size_t longest = kSnippetBytes;
  for (const Highlight& h : highlights) longest = std::max(longest, h.end - h.begin + kLead);
  return longest + kEllipses;
}

void RequireGoodSentences(std::string_view body) {
  std::size_t last = 0;
  for (const auto& [begin, end] : SplitSentences(body)) {
    Require(begin >= last && begin < end && end <= body.size(), "sentences lie in order", body);
    Require(IsValidUtf8(body.substr(begin, end - begin)), "sentences cut no character", body);
    last = end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Analyser analyser;
  const std::string text = RepairUtf8(fuzz::AsText(data, size));
  const std::size_t line = std::min(text.find('\n'), text.size());
  const std::string_view body = std::string_view(text).substr(std::min(line + 1, text.size()));
  RequireGoodSentences(body);
  const ParsedQuery query = ParseQuery(std::string_view(text).substr(0, line), analyser);
  ArticleMatch match;
  if (query.root) match = MatchArticle(*query.root, {}, analyser.Analyse(body));
  RequireGoodHighlights(body, match.body);
  const Excerpt snippet = MakeSnippet(body, match.body);
  RequireGoodHighlights(snippet.text, snippet.highlights);
  Require(IsValidUtf8(snippet.text), "a snippet is valid UTF-8", snippet.text);
  Require(snippet.text.find('\n') == std::string::npos, "a snippet is one line", snippet.text);
  Require(snippet.text.size() <= LongestSnippet(match.body), "a snippet is short", snippet.text);
  Require(match.body.empty() || !snippet.highlights.empty(), "a snippet shows a match",
          snippet.text);
  Require(IsValidUtf8(Printable(snippet.text)), "what is printed is valid UTF-8", snippet.text);
  return 0;
}
