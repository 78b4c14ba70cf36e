#include "indexer/page/regions.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "common/ascii.h"
#include "indexer/page/clean_text.h"
#include "indexer/page/furniture.h"

namespace warta {
namespace {

// What the lines of a subtree add up to.
struct Counts {
  std::size_t sentences = 0;
  std::size_t sentence_bytes = 0;
  std::size_t bytes = 0;
  std::size_t linked = 0;   // bytes
  std::size_t links = 0;    // lines that are a linked headline
  std::size_t teasers = 0;  // sentences directly below one
};

bool IsLinkedHeadline(const Paragraph& paragraph) {
  constexpr std::size_t kShortestHeadline = 18;
  return paragraph.text.size() >= kShortestHeadline &&
         paragraph.linked * 3 > paragraph.text.size() * 2;
}

class Regions {
 public:
  Regions(const HtmlTree& tree, std::span<const Paragraph> paragraphs, std::uint32_t headline)
      : tree_(tree), paragraphs_(paragraphs), headline_(headline), regions_(tree.size()) {
    Count();
  }

  std::vector<Hint> Find() {
    MarkHinted();
    start_ = FirstSentence();
    if (start_ != 0) {
      MarkLists();
      start_ = FirstSentence();
      MarkTopPhoto();
      MarkSecondArticles();
      MarkLabelled();
    }
    return std::move(regions_);
  }

 private:
  // Sums over the lines in order, so that any subtree's are two look-ups.
  void Count() {
    sums_.resize(paragraphs_.size() + 1);
    starts_.reserve(paragraphs_.size());
    bool below_link = false;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      const Paragraph& paragraph = paragraphs_[i];
      Counts sum = sums_[i];
      const bool sentence = IsSentence(paragraph);
      const bool link = IsLinkedHeadline(paragraph);
      sum.bytes += paragraph.text.size();
      sum.linked += paragraph.linked;
      if (sentence) ++sum.sentences;
      sum.sentence_bytes += sentence ? paragraph.text.size() : 0;
      if (link) ++sum.links;
      constexpr std::size_t kLongestTeaser = 320;
      if (sentence && below_link && paragraph.text.size() <= kLongestTeaser) ++sum.teasers;
      // Short lines (a section, "2 jam lalu") may stand between a headline and its teaser.
      constexpr std::size_t kShortLine = 40;
      if (link || sentence || paragraph.text.size() > kShortLine) below_link = link;
      sums_[i + 1] = sum;
      starts_.push_back(paragraph.node);
    }
  }

  // The number of lines that begin before the node.
  std::size_t PlaceOf(std::uint32_t node) const {
    return static_cast<std::size_t>(std::lower_bound(starts_.begin(), starts_.end(), node) -
                                    starts_.begin());
  }

  Counts In(std::uint32_t begin, std::uint32_t end) const {
    const Counts& low = sums_[PlaceOf(begin)];
    const Counts& high = sums_[PlaceOf(end)];
    return {high.sentences - low.sentences, high.sentence_bytes - low.sentence_bytes,
            high.bytes - low.bytes,         high.linked - low.linked,
            high.links - low.links,         high.teasers - low.teasers};
  }
  Counts In(std::uint32_t node) const { return In(node, tree_.end(node)); }

  bool HoldsHeadline(std::uint32_t node) const {
    return headline_ != 0 && tree_.Contains(node, headline_);
  }

  bool InHeadline(std::uint32_t node) const {
    return headline_ != 0 && tree_.Contains(headline_, node);
  }

  void Mark(std::uint32_t node, Hint hint) {
    std::fill(regions_.begin() + node, regions_.begin() + tree_.end(node), hint);
  }

  // Whether the hint of the element excludes it.
  bool Believe(std::uint32_t node, Hint hint) const {
    if (HoldsHeadline(node)) return false;
    const Counts counts = In(node);
    switch (hint) {
      case Hint::kComments:
        return true;
      case Hint::kElsewhere:
        // Other articles, ways to share and adverts are links.
        if (counts.sentences > 0 && counts.linked == 0 && !IsAside(node)) return false;
        return !HoldsTheArticle(node, counts);
      case Hint::kSite:
        return !HoldsTheArticle(node, counts);
      case Hint::kCaption: {
        constexpr std::size_t kLongestCaption = 700;
        return counts.bytes <= kLongestCaption;
      }
      case Hint::kPhoto: {
        constexpr std::size_t kLongestCaption = 600;
        const std::size_t most_sentences = tree_.tag(node) == Tag::kP ? 0 : 2;
        return counts.bytes <= kLongestCaption && counts.sentences <= most_sentences &&
               (HoldsImage(node) || IsBehindImage(node));
      }
      case Hint::kAccessory:
        return counts.sentences == 0;
      default:
        return false;
    }
  }

  bool IsAside(std::uint32_t node) const {
    const Tag tag = tree_.tag(node);
    return tag == Tag::kNav || tag == Tag::kAside || tag == Tag::kFooter;
  }

  // Some sites call the element around the article after what else stands there.
  bool HoldsTheArticle(std::uint32_t node, const Counts& counts) const {
    if (counts.sentences < 3 || counts.links > counts.sentences) return false;
    if (counts.teasers * 2 >= counts.sentences) return false;
    const bool most = counts.sentence_bytes * 10 >= sums_.back().sentence_bytes * 6;
    return most && (!IsAside(node) || headline_ == 0);
  }

  bool HoldsImage(std::uint32_t node) const {
    constexpr std::uint32_t kMostNodes = 100;
    const std::uint32_t stop = std::min(tree_.end(node), node + kMostNodes);
    for (std::uint32_t i = node; i < stop; ++i) {
      if (tree_.tag(i) == Tag::kImg) return true;
    }
    return false;
  }

  // Whether an image stands just before the element, without a line between.
  bool IsBehindImage(std::uint32_t node) const {
    constexpr std::uint32_t kMostNodes = 10;
    const std::size_t place = PlaceOf(node);
    const std::uint32_t line = place == 0 ? 0 : starts_[place - 1];
    const std::uint32_t around = tree_.parent(node);
    for (std::uint32_t i = node - 1; i > line && i > around && i + kMostNodes > node; --i) {
      if (tree_.tag(i) == Tag::kImg) return true;
    }
    return false;
  }

  void MarkHinted() {
    for (std::uint32_t i = 1; i < tree_.size();) {
      const Hint hint = tree_.tag(i) == Tag::kText ? Hint::kNone : HintOf(tree_, i);
      if (hint != Hint::kNone && hint != Hint::kText && Believe(i, hint)) {
        Mark(i, hint);
        i = tree_.end(i);
      } else {
        ++i;
      }
    }
  }

  // The first line of running text behind the headline.
  std::uint32_t FirstSentence() const {
    for (const Paragraph& paragraph : paragraphs_) {
      if (paragraph.node > headline_ && !InHeadline(paragraph.node) &&
          regions_[paragraph.node] == Hint::kNone && IsSentence(paragraph)) {
        return paragraph.node;
      }
    }
    return 0;
  }

  bool HoldsStart(std::uint32_t node) const {
    return tree_.Contains(node, start_) || HoldsHeadline(node);
  }

  // Some of its links or all have a teaser. Where only the last has one, that is a sentence of the
  // text, which goes on below links.
  bool IsListShaped(std::uint32_t node) const {
    constexpr std::size_t kFewestLinks = 3;
    const Counts counts = In(node);
    if (counts.links < kFewestLinks || counts.links < counts.sentences ||
        counts.teasers != counts.sentences) {
      return false;
    }
    const std::size_t last = PlaceOf(tree_.end(node)) - 1;
    return counts.sentences != 1 || !IsSentence(paragraphs_[last]);
  }

  void MarkLists() {
    for (std::uint32_t i = 1; i < tree_.size();) {
      const Tag tag = tree_.tag(i);
      const bool block = IsBlock(tag) && tag != Tag::kBody && tag != Tag::kHtml;
      const bool before_text = tree_.Contains(i, start_) && !HoldsHeadline(i);
      if (block && regions_[i] == Hint::kNone && IsListShaped(i) && !HoldsHeadline(i) &&
          (!before_text || In(i).sentences < sums_.back().sentences)) {
        Mark(i, Hint::kElsewhere);
        i = tree_.end(i);
      } else {
        ++i;
      }
    }
  }

  // The largest element around the node that does not hold the beginning of the article.
  std::uint32_t Outermost(std::uint32_t node) const {
    while (node != 0 && !HoldsStart(tree_.parent(node))) node = tree_.parent(node);
    return node;
  }

  // The photo above the text, with its caption in an element of its own that nothing names.
  void MarkTopPhoto() {
    constexpr std::size_t kLongestCaption = 350;
    constexpr std::size_t kFewestSentences = 3;
    std::uint32_t around = start_;
    for (int steps = 0; steps < 4 && around != 0; ++steps) {
      around = tree_.parent(around);
      const Tag tag = tree_.tag(around);
      if (tag == Tag::kP || tag == Tag::kBody || HoldsHeadline(around)) return;
      const Counts counts = In(around);
      if (counts.bytes > kLongestCaption) return;
      if (!IsBlock(tag) || !HoldsImage(around)) continue;
      if (In(tree_.end(around), tree_.size()).sentences < kFewestSentences) return;
      Mark(around, Hint::kPhoto);
      start_ = std::max(start_, FirstSentence());
      return;
    }
  }

  // Pages that load the next article below the first: its headline is an h1 with surroundings of
  // its own, or a linked heading in an <article> of its own.
  void MarkSecondArticles() {
    for (std::uint32_t i = start_ + 1; i < tree_.size();) {
      if (regions_[i] == Hint::kNone && StartsSecondArticle(i)) {
        const std::uint32_t around = tree_.tag(i) == Tag::kArticle ? i : Outermost(i);
        Mark(around, Hint::kElsewhere);
        i = std::max(tree_.end(around), i + 1);
      } else {
        ++i;
      }
    }
  }

  bool StartsSecondArticle(std::uint32_t node) const {
    const Tag tag = tree_.tag(node);
    if (tag == Tag::kH1) {
      // Beside the article's own paragraphs it is a sub-headline.
      return Outermost(node) != node;
    }
    if (tag != Tag::kArticle || HoldsStart(node)) return false;
    for (std::uint32_t i = node + 1; i < tree_.end(node) && i < node + 60; ++i) {
      if (!IsHeading(tree_.tag(i))) continue;
      if (tree_.tag(tree_.parent(i)) == Tag::kA) return true;
      for (std::uint32_t k = i + 1; k < tree_.end(i); ++k) {
        if (tree_.tag(k) == Tag::kA) return true;
      }
    }
    return false;
  }

  // Whether sentences other than teasers stand in the element before the label, which then does not
  // announce the element.
  bool BeginsWithText(std::uint32_t around, std::uint32_t label) const {
    const Counts before = In(around, label);
    return before.sentences > before.teasers;
  }

  void MarkLabelled() {
    for (const Paragraph& paragraph : paragraphs_) {
      if (paragraph.node <= start_ || regions_[paragraph.node] != Hint::kNone) continue;
      if (!IsLabel(paragraph.text)) continue;
      const std::string label = LowerAscii(paragraph.text);
      const bool comments = label.find("comment") != label.npos ||
                            label.find("komentar") != label.npos ||
                            label.find("balasan") != label.npos;
      std::uint32_t around = paragraph.block;
      if (HoldsStart(around) || BeginsWithText(around, paragraph.node)) continue;
      // As far out as what stands there is mostly links.
      for (std::uint32_t up = tree_.parent(around); up != 0 && !HoldsStart(up);
           up = tree_.parent(up)) {
        const Counts counts = In(up);
        if (!comments && counts.sentences > counts.links) break;
        if (BeginsWithText(up, paragraph.node)) break;
        around = up;
      }
      Mark(around, comments ? Hint::kComments : Hint::kElsewhere);
    }
  }

  const HtmlTree& tree_;
  std::span<const Paragraph> paragraphs_;
  std::uint32_t headline_;
  std::uint32_t start_ = 0;
  std::vector<Hint> regions_;
  std::vector<Counts> sums_;
  std::vector<std::uint32_t> starts_;
};

// The line without a credit or initials behind its sentence: "Harga naik. (abc/def)".
std::string_view WithoutCredit(std::string_view line) {
  constexpr std::size_t kLongestCredit = 40;
  if (!line.ends_with(')') && !line.ends_with(']')) return line;
  const std::size_t open = line.find_last_of("([");
  return open == line.npos || line.size() - open > kLongestCredit ? line : line.substr(0, open);
}

}  // namespace

bool IsSentence(const Paragraph& paragraph) {
  constexpr std::size_t kShortestSentence = 25;
  constexpr std::size_t kShortestFragment = 100;
  const std::size_t own = paragraph.text.size() - paragraph.linked;
  if (paragraph.linked * 2 > paragraph.text.size() || paragraph.row) return false;
  if (own < kShortestSentence) return false;
  // "Berikut hasil lengkapnya:" announces what follows.
  const bool ends = EndsSentence(paragraph.text) || paragraph.text.ends_with(':') ||
                    EndsSentence(WithoutCredit(paragraph.text));
  if (own < kShortestFragment && !ends) return false;
  return !IsFurniture(paragraph) && !IsDateLine(paragraph.text);
}

std::vector<Hint> FindRegions(const HtmlTree& tree, std::span<const Paragraph> paragraphs,
                              std::uint32_t headline) {
  return Regions(tree, paragraphs, headline).Find();
}

}  // namespace warta
