#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace warta {

/// The elements that the rules for pages tell apart. kInline and kBlock stand for all others.
enum class Tag : std::uint8_t {
  kText,     ///< no element: text
  kInline,   ///< any element that stands inside a line, also those unknown
  kBlock,    ///< any element with lines of its own
  kHidden,   ///< what no reader of a page sees as text: style, svg, iframe, ...
  kControl,  ///< what a reader works with: button, select, input, ...
  kA,
  kArticle,
  kAside,
  kBody,
  kBr,
  kEm,  ///< slanted or small: em, i, small
  kFigcaption,
  kFigure,
  kFooter,
  kForm,
  kH1,
  kH2,
  kH3,
  kH4,
  kHead,
  kHtml,
  kImg,
  kLi,
  kLink,
  kMeta,
  kNav,
  kP,
  kPre,
  kScript,
  kSpan,
  kTable,
  kTd,
  kTime,
  kTitle,
  kTr,
  kUl,
};

/// Whether lines end where such an element begins and ends.
bool IsBlock(Tag tag);
bool IsHeading(Tag tag);

/// The attributes that are kept.
enum class Attribute : std::uint8_t {
  kClass,
  kContent,
  kDatetime,
  kHidden,
  kHref,
  kId,
  kItemprop,
  kItemtype,
  kName,
  kProperty,
  kRel,
  kStyle,
  kType,
};

/// A page as a list of its nodes in the order in which they open: node i reaches from i to end(i),
/// and its children are i + 1, end(i + 1), ... So every walk is a loop, whatever the nesting. Node 0
/// is the root of everything.
class HtmlTree {
 public:
  /// Reads a page or a piece of one, well-formed or not. The text is valid UTF-8, whatever the page
  /// says of its encoding. What is nested deeper than 256 elements ends the page there; only the
  /// first 128 attributes of an element are read. A page of more than 1 GiB is empty.
  static HtmlTree Parse(std::string_view html);

  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  Tag tag(std::uint32_t node) const { return nodes_[node].tag; }
  std::uint32_t parent(std::uint32_t node) const { return nodes_[node].parent; }
  std::uint32_t end(std::uint32_t node) const { return nodes_[node].end; }
  bool Contains(std::uint32_t ancestor, std::uint32_t node) const {
    return ancestor <= node && node < end(ancestor);
  }

  /// The text of a kText, as the page has it: entities are decoded, spaces are not touched.
  std::string_view Text(std::uint32_t node) const;

  /// The value of an attribute, empty if there is none.
  std::string_view Value(std::uint32_t node, Attribute attribute) const;
  bool Has(std::uint32_t node, Attribute attribute) const;

  /// All text below a node as one clean line (clean_text.h), at most about 1,000 bytes of it.
  std::string Line(std::uint32_t node) const;

  /// The text of a kScript, raw.
  std::string RawText(std::uint32_t node) const;

 private:
  friend class HtmlTreeBuilder;
  struct Node {
    Tag tag = Tag::kInline;
    std::uint32_t parent = 0;
    std::uint32_t end = 0;
    std::uint32_t first = 0;  // of its text in characters_, or of its attributes
    std::uint32_t count = 0;
  };
  struct AttributeValue {
    Attribute attribute;
    std::uint32_t begin;
    std::uint32_t size;
  };
  std::vector<Node> nodes_;
  std::vector<AttributeValue> attributes_;
  std::string characters_;
};

/// The text with HTML's entities (`&quot;`, `&#8220;`) decoded; what is none stays.
std::string DecodeEntities(std::string_view text);

}  // namespace warta
