#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/excerpt/match.h"

namespace warta {

/// A piece of an article's text to show, with the matched parts of it.
struct Excerpt {
  std::string text;                   ///< one line
  std::vector<Highlight> highlights;  ///< offsets into text
};

/// Length that an excerpt is cut to, in bytes, but for ellipses where something is missing of a sentence and
/// for a single match that is longer.
inline constexpr std::size_t kSnippetBytes = 280;

/// The part of the body that shows best why it matched: the sentence with the most different words
/// and phrases of the query (the earlier of equals) and what follows it; where another sentence has
/// words that these have not, these two, in the order of the text, with ` … ` between them. Sentences are kept
/// whole where they fit, others are cut between words, with `…` where something of the sentence is
/// missing. Without highlights the body's start.
Excerpt MakeSnippet(std::string_view body, const std::vector<Highlight>& highlights);

}  // namespace warta
