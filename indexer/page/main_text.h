#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/page/html_tree.h"
#include "indexer/page/paragraphs.h"

namespace warta {

/// The text of a page's article among everything else that stands there.
struct MainText {
  std::vector<std::string> paragraphs;
  std::vector<std::string> dropped;  ///< lines inside the chosen text that are not the article's
  /// Lines about the article, for its date and author: those between the headline and the text,
  /// just before the headline, and just behind the text, in this order.
  std::vector<std::string> about;
  std::size_t between = 0;  ///< how many of them stand between headline and text
  std::uint32_t begin = 0;  ///< where the text begins, 0 if there is none
};

/// Finds the element that holds the article and reads its lines. `headline` is the element that
/// shows the headline, 0 if none does: the text follows it.
///
/// Each line of the page has a value: sentences count by their length, links and what the page
/// itself names as comments, adverts or lists of other articles count against. The element whose
/// lines sum up highest is the article, less what does not belong to it inside. A page without any
/// sentence has no text.
MainText FindMainText(const HtmlTree& tree, std::uint32_t headline, std::string_view title);

}  // namespace warta
