#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

#include "searcher/search/result_page.h"

namespace warta {

struct TextStyle {
  bool color = false;     ///< ANSI colours; otherwise matches stand between asterisks
  std::size_t width = 0;  ///< columns to wrap snippets at; 0: one line each
};

/// For people.
void RenderText(const ResultPage& page, const TextStyle& style, std::ostream& out);

/// One JSON object on one line (docs/FORMAT.md). Offsets of highlights are in Unicode code points
/// of their text. `query_id`: of a batch, else empty.
void RenderJson(const ResultPage& page, std::string_view query_id, std::ostream& out);

/// Lines of a TREC run: `qid Q0 docno rank score warta`. Spaces in ids become `_`.
void RenderTrec(const ResultPage& page, std::string_view query_id, std::ostream& out);

/// One line a token of the text: surface, stem, position, begin, end, separated by tabs.
void RenderTokens(std::string_view text, std::ostream& out);

}  // namespace warta
