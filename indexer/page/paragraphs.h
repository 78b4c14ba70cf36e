#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/page/html_tree.h"

namespace warta {

/// A line of a page: text between two ends of blocks or line breaks.
struct Paragraph {
  std::string text;           ///< clean (clean_text.h), never empty
  std::uint32_t block = 0;    ///< the innermost block element around it
  std::uint32_t node = 0;     ///< its first text node
  std::size_t linked = 0;     ///< bytes of the text that are links
  std::size_t tail_link = 0;  ///< where its last link begins, text.size() if it has none
  bool heading = false;       ///< in h1 to h6
  bool item = false;          ///< in a list
  bool row = false;           ///< a row of a table of data, cells separated by " | "
  bool after_image = false;   ///< an image stands before it in the same block
  bool slanted = false;       ///< all of it small or slanted: em, i, small
};

/// The lines of the page in order, without scripts, styles, controls and the like, and without the
/// subtrees marked in `skipped` (as long as the tree). A `<br>` ends a line, except inside a
/// sentence. Tables whose cells are short are data, all others are layout.
std::vector<Paragraph> ReadParagraphs(const HtmlTree& tree, const std::vector<bool>& skipped);

}  // namespace warta
