#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/page/hints.h"
#include "indexer/page/html_tree.h"
#include "indexer/page/paragraphs.h"

namespace warta {

/// Whether the line reads as running text: a sentence, hardly linked, no furniture.
bool IsSentence(const Paragraph& paragraph);

/// For each node of the page what its surroundings are: kNone where the article may stand, else the
/// hint (hints.h) of the outermost element that excludes it. A hint is not believed where it would
/// exclude the headline or most of the page's sentences, or a caption longer than captions are.
/// Lists of other articles (each a linked headline, some with a sentence below), a second article
/// below the first, and what a label such as "Berita Terkait" announces are found by their shape.
///
/// `paragraphs` are the page's lines in order; `headline` is 0 if unknown.
std::vector<Hint> FindRegions(const HtmlTree& tree, std::span<const Paragraph> paragraphs,
                              std::uint32_t headline);

}  // namespace warta
