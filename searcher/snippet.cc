#include "searcher/snippet.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include "searcher/sentences.h"

namespace warta {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

constexpr std::string_view kEllipsis = "\u2026";

// Text kept before the first match of a sentence that is cut.
constexpr std::size_t kLeadBytes = 60;

// How good the highlights inside a range are: different leaves first, then their number.
std::pair<std::size_t, std::size_t> Score(const std::vector<Highlight>& highlights,
                                          const Range& range) {
  std::set<std::uint32_t> leaves;
  std::size_t count = 0;
  for (const Highlight& h : highlights) {
    if (h.begin < range.first || h.end > range.second) continue;
    leaves.insert(h.leaf);
    ++count;
  }
  return {leaves.size(), count};
}

// The places nearest to the range's ends at which no character and, if at all possible, no word is
// cut.
Range ToWords(std::string_view text, Range range, const Range& sentence) {
  if (range.first > sentence.first) {
    const std::size_t space = text.find(' ', range.first);
    if (space != std::string_view::npos && space + 1 < range.second) range.first = space + 1;
  }
  if (range.second < sentence.second) {
    const std::size_t space = text.rfind(' ', range.second);
    if (space != std::string_view::npos && space > range.first) range.second = space;
  }
  const auto inside_character = [&](std::size_t at) {
    return at < text.size() && (text[at] & 0xC0) == 0x80;
  };
  while (inside_character(range.first)) ++range.first;
  while (range.second > range.first && inside_character(range.second)) --range.second;
  return range;
}

// The best part of a sentence that is too long to be shown whole.
Range CutSentence(std::string_view body, const std::vector<Highlight>& highlights,
                  const Range& sentence) {
  Range best(sentence.first, sentence.first + kSnippetBytes);
  auto best_score = Score(highlights, best);
  for (const Highlight& h : highlights) {
    if (h.begin < sentence.first || h.end > sentence.second) continue;
    const std::size_t begin = h.begin - std::min(kLeadBytes, h.begin - sentence.first);
    const Range range(begin, std::min(begin + kSnippetBytes, sentence.second));
    const auto score = Score(highlights, range);
    if (score > best_score) {
      best = range;
      best_score = score;
    }
  }
  return ToWords(body, best, sentence);
}

Excerpt Take(std::string_view body, const std::vector<Highlight>& highlights, const Range& range,
             const Range& sentences) {
  Excerpt excerpt;
  if (range.first > sentences.first) excerpt.text += kEllipsis;
  const std::size_t shift = excerpt.text.size();
  excerpt.text += body.substr(range.first, range.second - range.first);
  std::replace(excerpt.text.begin(), excerpt.text.end(), '\n', ' ');
  if (range.second < sentences.second) excerpt.text += kEllipsis;
  for (const Highlight& h : highlights) {
    if (h.begin < range.first || h.end > range.second) continue;
    excerpt.highlights.push_back(
        {h.begin - range.first + shift, h.end - range.first + shift, h.leaf});
  }
  return excerpt;
}

}  // namespace

Excerpt MakeSnippet(std::string_view body, const std::vector<Highlight>& highlights) {
  const std::vector<Range> sentences = SplitSentences(body);
  if (sentences.empty()) return {};
  std::size_t best = 0;
  auto best_score = Score(highlights, sentences.front());
  for (std::size_t i = 1; i < sentences.size(); ++i) {
    const auto score = Score(highlights, sentences[i]);
    if (score <= best_score) continue;
    best = i;
    best_score = score;
  }
  if (sentences[best].second - sentences[best].first > kSnippetBytes) {
    return Take(body, highlights, CutSentence(body, highlights, sentences[best]), sentences[best]);
  }
  Range range = sentences[best];
  for (std::size_t i = best + 1;
       i < sentences.size() && sentences[i].second - range.first <= kSnippetBytes; ++i) {
    range.second = sentences[i].second;
  }
  return Take(body, highlights, range, range);
}

}  // namespace warta
