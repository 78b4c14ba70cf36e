#include "searcher/excerpt/snippet.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "searcher/excerpt/sentences.h"

namespace warta {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

constexpr std::string_view kEllipsis = "\u2026";
constexpr std::string_view kGap = " \u2026 ";  // between two sentences

// Text kept before the first match of a sentence that is cut.
constexpr std::size_t kLeadBytes = 60;

// Room that a second sentence needs at least, of which it may show a part only.
constexpr std::size_t kLeastSecond = 100;

// A piece of the text, and the sentences of which it is a piece.
struct Piece {
  Range shown;
  Range sentences;
};

// The highlights that begin in the range. They are sorted by place.
std::span<const Highlight> Within(const std::vector<Highlight>& highlights, const Range& range) {
  const auto before = [](const Highlight& h, std::size_t at) { return h.begin < at; };
  const auto first = std::lower_bound(highlights.begin(), highlights.end(), range.first, before);
  const auto last = std::lower_bound(first, highlights.end(), range.second, before);
  return {first, last};
}

using Leaves = std::set<std::uint32_t>;

Leaves LeavesOf(std::span<const Highlight> highlights) {
  Leaves leaves;
  for (const Highlight& h : highlights) leaves.insert(h.leaf);
  return leaves;
}

// How good these are to show: different leaves first, then their number. `known`: leaves that count
// no more.
std::pair<std::size_t, std::size_t> Score(std::span<const Highlight> highlights,
                                          const Leaves& known = {}) {
  Leaves leaves = LeavesOf(highlights);
  std::erase_if(leaves, [&](std::uint32_t leaf) { return known.contains(leaf); });
  return {leaves.size(), leaves.empty() && !known.empty() ? 0 : highlights.size()};
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

// The range; if it is too long, the best part of it.
Range Fitted(std::string_view body, const std::vector<Highlight>& highlights, const Range& whole,
             std::size_t room) {
  if (whole.second - whole.first <= room) return whole;
  Range best(whole.first, whole.first + room);
  Range kept(whole.first, whole.first);
  auto best_score = std::pair<std::size_t, std::size_t>();
  for (const Highlight& h : Within(highlights, whole)) {
    const std::size_t begin = h.begin - std::min(kLeadBytes, h.begin - whole.first);
    const Range range(begin, std::max(h.end, std::min(begin + room, whole.second)));
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

bool Overlap(const Range& a, const Range& b) {
  return a.first < b.second && b.first < a.second;
}

// The sentence with the most different leaves; nothing where each has only known ones.
std::optional<std::size_t> BestSentence(const std::vector<Highlight>& highlights,
                                        const std::vector<Range>& sentences, const Leaves& known) {
  std::optional<std::size_t> best;
  auto best_score = std::pair<std::size_t, std::size_t>();
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const auto score = Score(Within(highlights, sentences[i]), known);
    if (score <= best_score) continue;
    best = i;
    best_score = score;
  }
  return best;
}

// The range with the sentences behind it that fit.
Range WithFollowing(const std::vector<Range>& sentences, Range range) {
  for (const Range& next : sentences) {
    if (next.first < range.second) continue;
    if (next.second - range.first > kSnippetBytes) break;
    range.second = next.second;
  }
  return range;
}

Excerpt Take(std::string_view body, const std::vector<Highlight>& highlights,
             const std::vector<Piece>& pieces) {
  Excerpt excerpt;
  if (pieces.front().shown.first > pieces.front().sentences.first) excerpt.text += kEllipsis;
  for (const Piece& piece : pieces) {
    if (&piece != &pieces.front()) excerpt.text += kGap;
    const auto [begin, end] = piece.shown;
    const std::size_t shift = excerpt.text.size();
    excerpt.text += body.substr(begin, end - begin);
    for (const Highlight& h : Within(highlights, piece.shown)) {
      if (h.end > end) continue;
      excerpt.highlights.push_back({h.begin - begin + shift, h.end - begin + shift, h.leaf});
    }
  }
  if (pieces.back().shown.second < pieces.back().sentences.second) excerpt.text += kEllipsis;
  std::replace(excerpt.text.begin(), excerpt.text.end(), '\n', ' ');
  return excerpt;
}

// The best sentence and what follows, or the best sentence and another one that shows what it does
// not.
std::vector<Piece> Choose(std::string_view body, const std::vector<Highlight>& highlights,
                          const std::vector<Range>& sentences) {
  const std::size_t best = BestSentence(highlights, sentences, {}).value_or(0);
  const Range first = WithWholeMatches(highlights, sentences, best);
  const std::size_t length = first.second - first.first;
  if (length > kSnippetBytes) {
    return {{Fitted(body, highlights, first, kSnippetBytes), first}};
  }
  const Range following = WithFollowing(sentences, first);
  const Piece alone{following, following};
  const auto other = BestSentence(highlights, sentences, LeavesOf(Within(highlights, following)));
  if (!other || length + kGap.size() + kLeastSecond > kSnippetBytes) return {alone};
  const Range second = WithWholeMatches(highlights, sentences, *other);
  const Piece beside{Fitted(body, highlights, second, kSnippetBytes - length - kGap.size()),
                     second};
  if (beside.shown.second - beside.shown.first + length + kGap.size() > kSnippetBytes ||
      Overlap(first, second)) {
    return {alone};
  }
  const Piece whole{first, first};
  return first < second ? std::vector{whole, beside} : std::vector{beside, whole};
}

}  // namespace

Excerpt MakeSnippet(std::string_view body, const std::vector<Highlight>& highlights) {
  const std::vector<Range> sentences = SplitSentences(body);
  if (sentences.empty()) return {};
  return Take(body, highlights, Choose(body, highlights, sentences));
}

}  // namespace warta
