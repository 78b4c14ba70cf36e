#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/readers/input.h"

namespace warta {

/// The text of an XML file, a piece at a time, in UTF-8 and mended so that a strict parser of XML
/// loses none of it:
///
///  * What is not UTF-8 is decoded (DecodeText) by the encoding that the file declares, a piece of
///    64 KiB by itself, since feeds quote articles in whatever encoding these have.
///  * `&` that begins no reference of XML is escaped: that of addresses, and of HTML's entities,
///    which whoever reads the text as HTML resolves. A `<` that begins no tag is escaped, too.
///  * Control characters become spaces.
///
/// Lines stay where they are.
class FeedText {
 public:
  explicit FeedText(Input& input) : input_(input) {}

  /// The next piece, empty at the end. Fails where the input does, and at a tag with more than 1000
  /// attributes: libxml2 compares each with each.
  Result<std::string> Next();

  /// What was lost or guessed in decoding the pieces so far, in words for a person; else empty.
  const std::string& mended() const { return mended_; }

 private:
  enum class State { kText, kTag, kCdata, kComment };

  Result<std::string> NextBytes();
  std::string Decode(std::string_view bytes);
  std::string Mend(std::string_view text);
  std::size_t MendText(std::string_view text, std::string& mended);
  std::size_t MendTag(std::string_view text, std::string& mended);
  std::size_t BeginMarkup(std::string_view text, std::string& mended);
  std::size_t CopySection(std::string_view text, std::string_view end, std::string& mended);

  Input& input_;
  bool started_ = false;
  std::string label_;
  std::string mended_;
  State state_ = State::kText;
  char quote_ = 0;              // around the value at hand of an attribute
  std::size_t attributes_ = 0;  // of the tag at hand
};

}  // namespace warta
