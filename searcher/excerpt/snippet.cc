#include "searcher/excerpt/snippet.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <span>
#include <utility>

#include "searcher/excerpt/sentences.h"

namespace warta {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

constexpr std::string_view kEllipsis = "\u2026";

// Text kept before the first match of a sentence that is cut.
constexpr std::size_t kLeadBytes = 60;

// The highlights that begin in the range. They are sorted by place.
std::span<const Highlight> Within(const std::vector<Highlight>& highlights, const Range& range) {
  const auto before = [](const Highlight& h, std::size_t at) { return h.begin < at; };
  const auto first = std::lower_bound(highlights.begin(), highlights.end(), range.first, before);
  const auto last = std::lower_bound(first, highlights.end(), range.second, before);
  return {first, last};
}

// How good these are to show: different leaves first, then their number.
std::pair<std::size_t, std::size_t> Score(std::span<const Highlight> highlights) {
  std::set<std::uint32_t> leaves;
  for (const Highlight& h : highlights) leaves.insert(h.leaf);
  return {leaves.size(), highlights.size()};
}

// The range with its ends moved inwards to the next space, so that no word is cut, but never into
// `kept`; where there is no space, to the next whole character.
Range ToWords(std::string_view text, Range range, const Range& kept, const Range& whole) {
  const auto inside_character = [&](std::size_t at) {
    return at < text.size() && (text[at] & 0xC0) == 0x80;
  };
  if (range.first > whole.first) {
    const std::size_t space = text.find(' ', range.first);
    if (space < kept.first) range.first = space + 1;
  }
  if (range.second < whole.second) {
    const std::size_t space = text.rfind(' ', range.second);
    if (space != std::string_view::npos && space >= kept.second && space > range.first) {
      range.second = space;
    }
  }
  while (range.first < kept.first && inside_character(range.first)) ++range.first;
  while (range.second > kept.second && inside_character(range.second)) --range.second;
  return range;
}

// The best part of a range that is too long to be shown whole.
Range Cut(std::string_view body, const std::vector<Highlight>& highlights, const Range& whole) {
  Range best(whole.first, whole.first + kSnippetBytes);
  Range kept(whole.first, whole.first);
  auto best_score = std::pair<std::size_t, std::size_t>();
  for (const Highlight& h : Within(highlights, whole)) {
    const std::size_t begin = h.begin - std::min(kLeadBytes, h.begin - whole.first);
    const Range range(begin, std::max(h.end, std::min(begin + kSnippetBytes, whole.second)));
    const auto score = Score(Within(highlights, range));
    if (score <= best_score) continue;
    best = range;
    kept = Range(h.begin, h.end);
    best_score = score;
  }
  return ToWords(body, best, kept, whole);
}

// The sentence, with those behind it that a phrase reaches into which begins in it.
Range WithWholeMatches(const std::vector<Highlight>& highlights,
                       const std::vector<Range>& sentences, std::size_t sentence) {
  Range range = sentences[sentence];
  for (const Highlight& h : Within(highlights, range)) {
    while (h.end > range.second && sentence + 1 < sentences.size()) {
      range.second = sentences[++sentence].second;
    }
  }
  return range;
}

Excerpt Take(std::string_view body, const std::vector<Highlight>& highlights, const Range& range,
             const Range& sentences) {
  Excerpt excerpt;
  if (range.first > sentences.first) excerpt.text += kEllipsis;
  const std::size_t shift = excerpt.text.size();
  excerpt.text += body.substr(range.first, range.second - range.first);
  std::replace(excerpt.text.begin(), excerpt.text.end(), '\n', ' ');
  if (range.second < sentences.second) excerpt.text += kEllipsis;
  for (const Highlight& h : Within(highlights, range)) {
    if (h.end > range.second) continue;
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
  auto best_score = Score(Within(highlights, sentences.front()));
  for (std::size_t i = 1; i < sentences.size(); ++i) {
    const auto score = Score(Within(highlights, sentences[i]));
    if (score <= best_score) continue;
    best = i;
    best_score = score;
  }
  Range range = WithWholeMatches(highlights, sentences, best);
  if (range.second - range.first > kSnippetBytes) {
    return Take(body, highlights, Cut(body, highlights, range), range);
  }
  for (const Range& next : sentences) {
    if (next.first < range.second) continue;
    if (next.second - range.first > kSnippetBytes) break;
    range.second = next.second;
  }
  return Take(body, highlights, range, range);
}

}  // namespace warta
