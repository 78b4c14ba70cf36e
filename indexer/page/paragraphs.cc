#include "indexer/page/paragraphs.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/ascii.h"
#include "indexer/page/clean_text.h"

namespace warta {
namespace {

// What is counted in a table to tell data from layout.
struct Table {
  std::uint32_t node = 0;
  std::size_t rows = 0;
  std::size_t cells = 0;
  std::size_t text = 0;
  std::size_t cell = 0;  // text of the cell at the place
  bool layout = false;

  void Take(const HtmlTree& tree, std::uint32_t inner) {
    constexpr std::size_t kLongestCell = 150;
    const Tag tag = tree.tag(inner);
    if (tag == Tag::kTr) ++rows;
    if (tag == Tag::kTd) {
      ++cells;
      cell = 0;
    }
    if (tag == Tag::kText) {
      const std::string_view characters = tree.Text(inner);
      const auto size = static_cast<std::size_t>(
          std::count_if(characters.begin(), characters.end(), [](char c) { return !IsSpace(c); }));
      cell += size;
      text += size;
      layout = layout || cell > kLongestCell;
    }
    layout =
        layout || tag == Tag::kImg || tag == Tag::kForm || tag == Tag::kScript || IsHeading(tag);
  }

  bool IsData() const {
    constexpr std::size_t kLongestMean = 60;
    return !layout && rows >= 2 && cells >= 2 * rows && text > 0 && text <= kLongestMean * cells;
  }
};

// Which tables hold data: rows of several short cells, and no table inside.
std::vector<bool> FindDataTables(const HtmlTree& tree) {
  std::vector<bool> is_data(tree.size());
  std::vector<Table> open;
  for (std::uint32_t i = 0; i <= tree.size(); ++i) {
    while (!open.empty() && (i == tree.size() || tree.end(open.back().node) <= i)) {
      is_data[open.back().node] = open.back().IsData();
      open.pop_back();
    }
    if (i == tree.size()) break;
    if (!open.empty()) open.back().Take(tree, i);
    if (tree.tag(i) != Tag::kTable) continue;
    if (!open.empty()) open.back().layout = true;
    open.push_back({});
    open.back().node = i;
  }
  return is_data;
}

class Reader {
 public:
  Reader(const HtmlTree& tree, const std::vector<bool>& skipped)
      : tree_(tree), skipped_(skipped), is_data_(FindDataTables(tree)) {}

  std::vector<Paragraph> Read() {
    for (std::uint32_t i = 0; i < tree_.size();) {
      CloseUntil(i);
      const Tag tag = tree_.tag(i);
      if (skipped_[i] || IsLeftOut(tag)) {
        if (IsBlock(tag)) Flush();
        i = tree_.end(i);
        continue;
      }
      if (tag == Tag::kText) {
        Append(i);
      } else {
        Open(i);
      }
      ++i;
    }
    CloseUntil(tree_.size());
    Flush();
    return std::move(paragraphs_);
  }

 private:
  static bool IsLeftOut(Tag tag) {
    return tag == Tag::kHidden || tag == Tag::kControl || tag == Tag::kScript || tag == Tag::kHead;
  }

  std::uint32_t Block() const { return blocks_.empty() ? 0 : blocks_.back(); }

  void Open(std::uint32_t node) {
    const Tag tag = tree_.tag(node);
    open_.push_back(node);
    if (tag == Tag::kBr) {
      if (break_) {
        Flush();
      } else {
        break_ = true;
      }
      return;
    }
    if (tag == Tag::kImg) image_block_ = Block() + 1;
    if (tag == Tag::kA && tree_.Has(node, Attribute::kHref)) ++links_;
    if (tag == Tag::kSpan && closed_inline_ && EndsSentence(current_.text) &&
        !current_.text.ends_with(' ')) {
      // Sites of today wrap each paragraph in a span.
      closed_span_ = true;
    }
    closed_inline_ = false;
    if (tag == Tag::kEm) ++slanting_;
    if (IsHeading(tag)) ++headings_;
    if (tag == Tag::kLi) ++items_;
    if (tag == Tag::kPre) ++verbatim_;
    if (!IsBlock(tag)) return;
    if (rows_ > 0) {
      // Inside a row only the cells are told apart.
      if (tag == Tag::kTd && !current_.text.empty()) cell_ = true;
      AppendClean(current_.text, current_.text.empty() ? "" : " ");
    } else {
      Flush();
    }
    blocks_.push_back(node);
    if (tag == Tag::kTable) data_ += is_data_[node] ? 1 : 0;
    if (tag == Tag::kTr && data_ > 0) ++rows_;
  }

  void CloseUntil(std::uint32_t place) {
    while (!open_.empty() && tree_.end(open_.back()) <= place) {
      const std::uint32_t node = open_.back();
      const Tag tag = tree_.tag(node);
      open_.pop_back();
      if (tag == Tag::kA && tree_.Has(node, Attribute::kHref)) --links_;
      if (tag == Tag::kEm) --slanting_;
      closed_inline_ = tag == Tag::kSpan;
      if (!IsBlock(tag)) continue;
      if (tag == Tag::kTr && rows_ > 0) --rows_;
      if (rows_ == 0) {
        Flush();
      } else {
        AppendClean(current_.text, current_.text.empty() ? "" : " ");
      }
      blocks_.pop_back();
      if (IsHeading(tag)) --headings_;
      if (tag == Tag::kLi) --items_;
      if (tag == Tag::kPre) --verbatim_;
      if (tag == Tag::kTable) data_ -= is_data_[node] ? 1 : 0;
    }
  }

  void Append(std::uint32_t node) {
    std::string_view text = tree_.Text(node);
    if (verbatim_ > 0) {
      for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n')) {
        AppendPiece(node, text.substr(0, end));
        Flush();
        text.remove_prefix(end + 1);
      }
    }
    AppendPiece(node, text);
  }

  void AppendPiece(std::uint32_t node, std::string_view text) {
    std::string piece;
    AppendClean(piece, text);
    const bool begins_with_space = !text.empty() && IsSpace(text.front());
    if (piece.empty()) {
      if (!current_.text.empty()) AppendClean(current_.text, begins_with_space ? " " : "");
      if (begins_with_space) closed_inline_ = closed_span_ = false;
      return;
    }
    if (closed_span_ && !begins_with_space && IsUpper(piece.front())) Flush();
    closed_span_ = false;
    closed_inline_ = false;
    if (break_) {
      const bool goes_on =
          !current_.text.empty() && IsLower(piece.front()) && !EndsSentence(current_.text);
      if (goes_on) {
        AppendClean(current_.text, " ");
      } else {
        Flush();
      }
    }
    break_ = false;
    if (current_.text.empty()) Begin(node);
    if (cell_) current_.text += current_.text.ends_with(' ') ? "| " : " | ";
    cell_ = false;
    if (begins_with_space && !current_.text.empty()) AppendClean(current_.text, " ");
    const std::size_t before = current_.text.size();
    AppendClean(current_.text, piece);
    if (links_ > 0) {
      current_.linked += current_.text.size() - before;
      if (before > last_link_end_ + 1 || current_.tail_link == kNoLink) current_.tail_link = before;
      last_link_end_ = current_.text.size();
    }
    current_.slanted = current_.slanted && slanting_ > 0;
  }

  void Begin(std::uint32_t node) {
    current_.block = Block();
    current_.node = node;
    current_.heading = headings_ > 0;
    current_.item = items_ > 0;
    current_.row = rows_ > 0;
    current_.after_image = image_block_ != 0 && IsUnderImage(image_block_ - 1, current_.block);
    current_.slanted = true;
    current_.tail_link = kNoLink;
    last_link_end_ = 0;
  }

  // In the same block, or in the next row of a table.
  bool IsUnderImage(std::uint32_t image, std::uint32_t block) const {
    if (image == block) return true;
    return tree_.tag(image) == Tag::kTd && tree_.tag(block) == Tag::kTd &&
           tree_.parent(tree_.parent(image)) == tree_.parent(tree_.parent(block));
  }

  void Flush() {
    break_ = false;
    closed_inline_ = closed_span_ = false;
    cell_ = false;
    while (current_.text.ends_with(' ')) current_.text.pop_back();
    if (!current_.text.empty()) {
      current_.linked = std::min(current_.linked, current_.text.size());
      current_.tail_link = std::min(current_.tail_link, current_.text.size());
      paragraphs_.push_back(std::move(current_));
      image_block_ = 0;
    }
    current_ = Paragraph();
  }

  static constexpr std::size_t kNoLink = static_cast<std::size_t>(-1);

  const HtmlTree& tree_;
  const std::vector<bool>& skipped_;
  const std::vector<bool> is_data_;
  std::vector<Paragraph> paragraphs_;
  Paragraph current_;
  std::vector<std::uint32_t> open_;    // elements around the place
  std::vector<std::uint32_t> blocks_;  // those of them that are blocks
  std::uint32_t image_block_ = 0;      // one more than the block of the last image without a line
  std::size_t last_link_end_ = 0;
  int links_ = 0;
  int slanting_ = 0;
  int headings_ = 0;
  int items_ = 0;
  int verbatim_ = 0;
  int data_ = 0;
  int rows_ = 0;
  bool break_ = false;          // a <br> stands before the place
  bool cell_ = false;           // a cell began
  bool closed_inline_ = false;  // a <span> ended just before
  bool closed_span_ = false;    // and another began
};

}  // namespace

std::vector<Paragraph> ReadParagraphs(const HtmlTree& tree, const std::vector<bool>& skipped) {
  return Reader(tree, skipped).Read();
}

}  // namespace warta
