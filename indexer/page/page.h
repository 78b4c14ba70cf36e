#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace warta {

/// What a saved page of a news site tells of its article.
struct Page {
  /// title, body (paragraphs joined by '\n'), source, category, author, url, date and time with date_source
  /// kField; each empty if the page does not say. The reader fills the rest.
  Article article;
  /// Lines inside the chosen text that were left out: related links, captions, adverts.
  std::vector<std::string> dropped;
};

/// Reads a page, however broken. The text is valid UTF-8. Title and body come out empty where the
/// page has none. No field has control characters (the body has '\n') or spaces around its lines.
Page ReadPage(std::string_view html);

/// The text of a piece of HTML (a feed's description, a record's content) as paragraphs joined by
/// '\n': everything but scripts, styles and the like. A text without any element keeps its lines.
std::string FragmentText(std::string_view html);

/// The encoding that the first 4 KiB of a page declare, as written there: `<meta charset>`,
/// `http-equiv`, or an XML declaration. Empty if they declare none. The bytes are in any encoding
/// that holds ASCII.
std::string DeclaredCharset(std::string_view bytes);

}  // namespace warta
