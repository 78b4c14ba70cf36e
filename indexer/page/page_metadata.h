#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date/timestamp.h"
#include "indexer/page/html_tree.h"
#include "indexer/page/json_ld.h"

namespace warta {

/// What the head and the marked elements of a page say. Fields are clean lines, empty where nothing
/// is said.
struct PageMetadata {
  JsonLd json_ld;
  std::string title;  ///< the headline, cleaned (title.h)
  /// The element that shows the headline, 0 if none does: the text of the article follows it.
  std::uint32_t headline = 0;
  std::optional<Timestamp> published;
  std::uint32_t first_time = 0;  ///< the first <time datetime> behind the headline, 0 if none
  std::string source;
  std::string category;
  std::string author;
  std::string url;
};

/// Reads them, best source first: JSON-LD, OpenGraph and `article:` properties, the other names that
/// Indonesian sites use, microdata, `<time>`, breadcrumbs, `<title>`.
PageMetadata ReadPageMetadata(const HtmlTree& tree);

/// An author's name without "Oleh", "Penulis:" and the like before them, without addresses.
std::string CleanAuthor(std::string_view name);

}  // namespace warta
