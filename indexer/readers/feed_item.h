#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/result.h"

namespace warta {

/// An element of a feed. Names that matter have one form whatever prefix the file uses: `title` for
/// those of RSS and Atom, `dc:date` and `content:encoded` for the extensions that count; others,
/// such as `media:title`, begin with a colon.
struct FeedElement {
  std::string name;
  bool atom = false;  ///< of Atom's namespace
  std::vector<std::pair<std::string, std::string>> attributes;

  /// The attribute's value, empty without one.
  std::string_view Attribute(std::string_view wanted) const;
};

/// What stands in an item of a feed, put in as its elements are met.
class FeedItem {
 public:
  FeedItem(std::uint64_t line, const FeedElement& element);

  std::uint64_t line() const { return line_; }

  /// An element begins, `depth` levels below the item (1: its child), or ends.
  void Start(std::size_t depth, const FeedElement& element);
  void End(std::size_t depth, const std::string& name);

  /// Text of the element begun last.
  void Text(std::string_view text);

  /// The article. `feed_title`: of the feed, plain text. Fails without title and text, and above
  /// kMaxRecordBytes.
  Result<Article> Build(const std::string& feed_title) &&;

 private:
  /// The parts that make an article.
  enum Part { kTitle, kBody, kLink, kGuid, kDate, kCategory, kAuthor, kSource, kPartCount };
  /// How the text of a part is written.
  enum class Form { kPlain, kHtml, kXhtml };

  struct Name {
    std::string_view name;
    Part part;
    unsigned rank;  // the lowest that holds text counts
    bool in_html;   // an element of that name may stand in a text
  };
  static const Name kNames[];

  struct Value {
    std::string text;
    unsigned rank = 0;
    Form form = Form::kPlain;
  };

  static const Name* Find(std::string_view name);
  static Form FormOf(Part part, const FeedElement& element);
  void Begin(std::size_t depth, const Name& name, const FeedElement& element);
  void StartInside(std::size_t depth, const FeedElement& element);
  void Commit();
  void Append(std::string_view text);
  std::string Take(Part part);

  std::uint64_t line_;
  std::size_t size_ = 0;
  std::array<Value, kPartCount> parts_;
  bool guid_is_url_ = true;

  // The part at hand.
  const Name* open_ = nullptr;
  std::size_t open_depth_ = 0;
  std::size_t silent_depth_ = 0;  // below this nothing counts; 0: everything does
  Value value_;
};

/// Whether an element with this name is an item: `item` of RSS, `entry` of Atom.
bool IsFeedItem(std::string_view name);

}  // namespace warta
