#include "indexer/page/main_text.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include "common/ascii.h"
#include "common/date/timestamp.h"
#include "indexer/page/clean_text.h"
#include "indexer/page/furniture.h"
#include "indexer/page/hints.h"
#include "indexer/page/regions.h"

namespace warta {
namespace {

// What pages hide from readers, unless it may be the article: text that opens at a click is hidden
// too.
std::vector<bool> FindHidden(const HtmlTree& tree) {
  constexpr std::size_t kLongestHidden = 300;
  std::vector<bool> hidden(tree.size());
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    if (tree.tag(i) == Tag::kText) continue;
    const std::string_view style = tree.Value(i, Attribute::kStyle);
    const bool says_so = tree.Has(i, Attribute::kHidden) ||
                         style.find("display:none") != style.npos ||
                         style.find("display: none") != style.npos;
    if (!says_so) continue;
    const std::string line = tree.Line(i);
    hidden[i] = line.size() <= kLongestHidden && !EndsSentence(line);
  }
  return hidden;
}

// A dateline that the page's markup has cut off its sentence: `<b>Jakarta</b> - <p>Harga ...`. A
// summary may stand before it.
void JoinDateline(std::vector<std::string>& paragraphs) {
  constexpr std::size_t kLongest = 80;
  for (std::size_t i = 0; i < 2 && i + 1 < paragraphs.size(); ++i) {
    const std::string& line = paragraphs[i];
    const bool open = line.ends_with('-') || line.ends_with("\u2013") || line.ends_with("\u2014");
    if (!open || line.size() > kLongest) continue;
    paragraphs[i + 1] = line + ' ' + paragraphs[i + 1];
    paragraphs.erase(paragraphs.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

class Chooser {
 public:
  Chooser(const HtmlTree& tree, std::uint32_t headline, std::string_view title)
      : tree_(tree), headline_(headline), title_(Squeeze(title)) {
    paragraphs_ = ReadParagraphs(tree, FindHidden(tree));
    for (const Paragraph& paragraph : paragraphs_) {
      sentences_.push_back(IsSentence(paragraph) && !IsHeadline(paragraph));
    }
    if (!TextFollowsHeadline()) headline_ = 0;
    regions_ = FindRegions(tree, paragraphs_, headline_);
    if (!HasText()) TakeCaptionsForText();
  }

  MainText Find() {
    MainText text;
    const std::uint32_t chosen = Choose();
    Span span = SpanOf(chosen);
    if (span.first_sentence == span.end) return text;
    text.begin = paragraphs_[span.text].node;
    CollectAbout(span, text);
    for (std::size_t i = span.begin; i < span.end; ++i) {
      Paragraph& paragraph = paragraphs_[i];
      if (std::string cut = CutTrailingLink(paragraph); !cut.empty()) {
        text.dropped.push_back(std::move(cut));
      }
      if (IsMetadata(i, span)) continue;
      const bool belongs = !paragraph.text.empty() && Belongs(i, span);
      (belongs ? text.paragraphs : text.dropped).push_back(std::move(paragraph.text));
    }
    JoinDateline(text.paragraphs);
    std::erase(text.dropped, "");
    return text;
  }

 private:
  // Lines of the chosen element, by number.
  struct Span {
    std::size_t begin = 0;
    std::size_t first_sentence = 0;
    std::size_t text = 0;  // the first sentence behind date and author; a summary may stand before
    std::size_t last_sentence = 0;
    std::size_t end = 0;
  };

  bool IsHeadline(const Paragraph& paragraph) const {
    return (headline_ != 0 && tree_.Contains(headline_, paragraph.node)) ||
           (Squeeze(paragraph.text) == title_ && !paragraph.text.ends_with('.'));
  }

  // A heading that equals the title can also stand in a list of other articles below the text.
  bool TextFollowsHeadline() const {
    std::size_t before = 0;
    std::size_t after = 0;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      if (!sentences_[i]) continue;
      (paragraphs_[i].node < headline_ ? before : after) += paragraphs_[i].text.size();
    }
    return after * 4 >= before;
  }

  bool HasText() const {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      const std::uint32_t node = paragraphs_[i].node;
      if (sentences_[i] && node > headline_ && regions_[node] == Hint::kNone) return true;
    }
    return false;
  }

  // In a gallery the captions are the text.
  void TakeCaptionsForText() {
    std::replace_if(
        regions_.begin(), regions_.end(),
        [](Hint hint) { return hint == Hint::kCaption || hint == Hint::kPhoto; }, Hint::kNone);
  }

  double Value(std::size_t i) const {
    const Paragraph& paragraph = paragraphs_[i];
    const auto size = static_cast<double>(std::min<std::size_t>(paragraph.text.size(), 600));
    const auto linked = static_cast<double>(std::min<std::size_t>(paragraph.linked, 100));
    switch (regions_[paragraph.node]) {
      case Hint::kNone:
        break;
      case Hint::kComments:
      case Hint::kElsewhere:
      case Hint::kSite:
        return -10 - 0.2 * std::min(size, 300.0);
      case Hint::kCaption:
      case Hint::kPhoto:
        return 0;
      default:
        return -5;
    }
    if (paragraph.node < headline_) return -0.2 * std::min(size, 200.0);
    if (sentences_[i]) return size + 30;
    if (paragraph.linked * 2 > paragraph.text.size()) return -8 - 0.3 * linked;
    if (IsFurniture(paragraph)) return -8;
    return paragraph.row || paragraph.heading ? 0 : -4;
  }

  // The lines' values, at their blocks. What stands behind the headline first is most likely the
  // article; what stands behind a run of links or of other furniture is less likely than what
  // stands before it, unless its surroundings are called the same.
  void AddValues(std::vector<double>& sums) const {
    constexpr std::size_t kLongestGap = 3;
    constexpr double kFirst = 150;
    constexpr double kSecond = 80;
    constexpr double kBehindGap = 0.4;
    std::size_t found = 0;
    std::size_t gap = 0;
    bool behind_gap = false;
    std::size_t first = 0;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      const Paragraph& paragraph = paragraphs_[i];
      double value = Value(i);
      const bool counts = regions_[paragraph.node] == Hint::kNone && paragraph.node > headline_;
      if (counts && sentences_[i]) {
        behind_gap = behind_gap || (found > 0 && gap > kLongestGap);
        if (found == 0) first = i;
        if (headline_ != 0 && found < 2 && !behind_gap) value += found == 0 ? kFirst : kSecond;
        if (behind_gap && !IsNamedLike(i, first)) value *= kBehindGap;
        ++found;
        gap = 0;
      } else if (value < -4) {
        ++gap;
      }
      sums[paragraph.block] += value;
    }
  }

  // Whether the blocks of two lines, or those around them, have the same name.
  bool IsNamedLike(std::size_t a, std::size_t b) const {
    const std::uint32_t one = paragraphs_[a].block;
    const std::uint32_t other = paragraphs_[b].block;
    if (tree_.parent(one) == tree_.parent(other)) return true;
    const std::string_view name = tree_.Value(one, Attribute::kClass);
    if (!name.empty() && name == tree_.Value(other, Attribute::kClass)) return true;
    const std::string_view around = tree_.Value(tree_.parent(one), Attribute::kClass);
    return !around.empty() && around == tree_.Value(tree_.parent(other), Attribute::kClass);
  }

  // The element whose lines sum up highest; the innermost of equals.
  std::uint32_t Choose() const {
    std::vector<double> sums(tree_.size());
    AddValues(sums);
    for (std::uint32_t i = tree_.size() - 1; i > 0; --i) sums[tree_.parent(i)] += sums[i];
    constexpr double kNamed = 1.1;
    std::uint32_t best = 0;
    double best_score = 0;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (sums[i] <= 0 || tree_.tag(i) == Tag::kText) continue;
      const double score = sums[i] * (HintOf(tree_, i) == Hint::kText ? kNamed : 1.0);
      const bool inside = score == best_score && tree_.Contains(best, i);
      if (score > best_score || inside) {
        best = i;
        best_score = score;
      }
    }
    // Of a text with one sentence and short lines the sentence alone sums up highest.
    while (best != 0 && IsParagraph(tree_.tag(best))) best = tree_.parent(best);
    return best;
  }

  static bool IsParagraph(Tag tag) {
    return tag == Tag::kP || tag == Tag::kLi || IsHeading(tag) || !IsBlock(tag);
  }

  Span SpanOf(std::uint32_t chosen) const {
    const auto place = [&](std::uint32_t node) {
      const auto at = std::lower_bound(
          paragraphs_.begin(), paragraphs_.end(), node,
          [](const Paragraph& paragraph, std::uint32_t wanted) { return paragraph.node < wanted; });
      return static_cast<std::size_t>(at - paragraphs_.begin());
    };
    Span span;
    span.begin = place(std::max(chosen, headline_));
    span.end = std::max(span.begin, place(tree_.end(chosen)));
    span.first_sentence = span.end;
    for (std::size_t i = span.begin; i < span.end; ++i) {
      if (!sentences_[i] || regions_[paragraphs_[i].node] != Hint::kNone) continue;
      span.first_sentence = std::min(span.first_sentence, i);
      span.last_sentence = i;
    }
    span.text = BehindDate(span);
    return span;
  }

  // The first sentence behind the date of a page that has a summary between headline and date, else
  // the first.
  std::size_t BehindDate(const Span& span) const {
    std::size_t date = span.end;
    for (std::size_t i = span.first_sentence + 1; i < span.end; ++i) {
      if (!sentences_[i]) {
        const std::string& line = paragraphs_[i].text;
        if (HoldsTime(line) && !EndsSentence(line) && ParseTimestamp(line)) date = i;
      } else if (regions_[paragraphs_[i].node] == Hint::kNone) {
        return date == span.end || IsBeside(date, i) ? span.first_sentence : i;
      }
    }
    return span.first_sentence;
  }

  // Whether the line is the headline, or states the date above or below the text.
  bool IsMetadata(std::size_t i, const Span& span) const {
    const Paragraph& paragraph = paragraphs_[i];
    if (IsHeadline(paragraph)) return true;
    const bool inside = i > span.text && (i < span.last_sentence || HeadsLines(i, span));
    return !inside && !sentences_[i] && IsDateLine(paragraph.text);
  }

  // Whether the line below the last sentence has another of the text below itself: a day in a list of
  // matches.
  bool HeadsLines(std::size_t i, const Span& span) const {
    return i + 1 < span.end && IsBeside(i, span.last_sentence) &&
           paragraphs_[i].block != paragraphs_[span.last_sentence].block && Belongs(i + 1, span) &&
           !IsDateLine(paragraphs_[i + 1].text);
  }

  bool Belongs(std::size_t i, const Span& span) const {
    const Paragraph& paragraph = paragraphs_[i];
    if (regions_[paragraph.node] != Hint::kNone || IsFurniture(paragraph)) return false;
    if (sentences_[i]) return !IsUnmarkedCaption(paragraph);
    if (IsUnmarkedCaption(paragraph)) return false;
    // Short lines at either end belong to the text if they stand among its paragraphs.
    if (i < span.text) return IsBeside(i, span.text);
    if (i > span.last_sentence) {
      return IsBeside(i, span.last_sentence) && (!IsAllCapitals(paragraph.text) || IsEntry(i));
    }
    return true;
  }

  bool IsBeside(std::size_t i, std::size_t sentence) const {
    const std::uint32_t block = paragraphs_[i].block;
    const std::uint32_t text_block = paragraphs_[sentence].block;
    const bool inside = tree_.Contains(block, text_block) && !tree_.Contains(block, headline_);
    if (block == text_block || inside) return true;
    // Siblings of its paragraph; an element for each line has few siblings that are not.
    const std::uint32_t around = tree_.parent(text_block);
    if (tree_.tag(text_block) == Tag::kP && tree_.parent(block) == around) {
      return tree_.tag(block) == Tag::kP || IsHeading(tree_.tag(block)) || IsEntry(i);
    }
    // Text that has another element than <p> for each of its paragraphs.
    const bool alike =
        tree_.parent(block) == around && tree_.tag(block) == tree_.tag(text_block) &&
        tree_.Value(block, Attribute::kClass) == tree_.Value(text_block, Attribute::kClass);
    if (alike && i > sentence) return true;
    return IsEntry(i) && tree_.Contains(around, block);
  }

  bool IsEntry(std::size_t i) const { return paragraphs_[i].item || paragraphs_[i].row; }

  // Behind the last sentence that is the author's name: "BUDI SANTOSO | ANTARA".
  static bool IsAllCapitals(std::string_view line) {
    return std::any_of(line.begin(), line.end(), IsUpper) &&
           std::none_of(line.begin(), line.end(), [](char c) { return IsLower(c) || IsDigit(c); });
  }

  // A caption that nothing names as one: slanted or small below its image, or with a credit.
  static bool IsUnmarkedCaption(const Paragraph& paragraph) {
    constexpr std::size_t kLongest = 350;
    constexpr std::string_view kCredits[] = {
        "(Foto",       "(foto",      "(FOTO",      "/ist)",        "(ist)",        "(Ist)",
        "(Dok",        "(dok",       "(DOK",       "Foto:",        "foto:",        "ANTARA FOTO",
        "Antara Foto", "(istimewa)", "(Istimewa)", "Getty Images", "(Shutterstock"};
    if (!paragraph.after_image || paragraph.text.size() > kLongest) return false;
    if (paragraph.slanted) return true;
    return std::any_of(std::begin(kCredits), std::end(kCredits), [&](std::string_view credit) {
      return paragraph.text.find(credit) != std::string::npos;
    });
  }

  void CollectAbout(const Span& span, MainText& text) const {
    constexpr std::size_t kMostBefore = 5;
    constexpr std::size_t kNearHeadline = 6;
    constexpr std::size_t kMostBehind = 8;
    const auto take = [&](std::size_t i) {
      const Paragraph& paragraph = paragraphs_[i];
      const Hint region = regions_[paragraph.node];
      const bool of_others =
          region == Hint::kElsewhere || region == Hint::kComments || region == Hint::kSite;
      // The date may stand in one box with the buttons to share.
      const bool date = paragraph.linked == 0 && text.about.size() < kNearHeadline &&
                        paragraph.node > headline_ && IsDateLine(paragraph.text) &&
                        (i < span.text || HoldsTime(paragraph.text));
      const bool about = !of_others && region != Hint::kCaption;
      if (about || date) text.about.push_back(paragraph.text);
    };
    const auto headline = static_cast<std::size_t>(
        std::count_if(paragraphs_.begin(), paragraphs_.end(),
                      [&](const Paragraph& paragraph) { return paragraph.node < headline_; }));
    const std::size_t from =
        headline_ != 0 ? headline
                       : span.first_sentence - std::min<std::size_t>(span.first_sentence, 8);
    for (std::size_t i = from; i < span.text; ++i) {
      if (i != span.first_sentence) take(i);
    }
    text.between = text.about.size();
    if (headline_ != 0) {
      for (std::size_t i = headline, n = 0; i > 0 && n < kMostBefore; --i, ++n) take(i - 1);
    }
    const std::size_t stop = std::min(paragraphs_.size(), span.last_sentence + 1 + kMostBehind);
    for (std::size_t i = span.last_sentence + 1; i < stop; ++i) take(i);
  }

  const HtmlTree& tree_;
  std::uint32_t headline_;
  std::string title_;
  std::vector<Paragraph> paragraphs_;
  std::vector<bool> sentences_;
  std::vector<Hint> regions_;
};

}  // namespace

MainText FindMainText(const HtmlTree& tree, std::uint32_t headline, std::string_view title) {
  return Chooser(tree, headline, title).Find();
}

}  // namespace warta
