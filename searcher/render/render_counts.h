#pragma once

#include "searcher/render/render.h"
#include "searcher/render/terminal_stream.h"

namespace warta {

// What a page counts, below its hits.

/// A table: each value and its articles.
void RenderFacet(const Facet& facet, TerminalStream& out);

/// A line for each period: its articles as a bar, how many they are, and their share of all articles
/// of the period.
void RenderHistogram(const Histogram& histogram, const TextStyle& style, TerminalStream& out);

}  // namespace warta
