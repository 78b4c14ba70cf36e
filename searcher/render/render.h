#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

#include "searcher/search/result_page.h"

namespace warta {

struct TextStyle {
  bool color = false;       ///< ANSI colours; otherwise matches stand between asterisks
  bool hyperlinks = false;  ///< OSC 8: titles lead to the articles
  std::size_t width = 0;    ///< columns to wrap snippets at and to draw in; 0: one line each, 80
};

/// For people, in their language (common/translate.h). Nothing of an article can act on the terminal:
/// all of it passes Printable.
void RenderText(const ResultPage& page, const TextStyle& style, std::ostream& out);

/// Lines that point at what is wrong with the query, each mistake with the part of the query that it
/// is in.
std::string MistakeText(const QueryMistake& mistake, std::string_view query);

/// One JSON object on one line (docs/FORMAT.md). Offsets of highlights are in Unicode code points
/// of their text. `<`, `>` and `&` are escaped, so that it may stand in a page of HTML. `query_id`: of a
/// batch, else empty.
void RenderJson(const ResultPage& page, std::string_view query_id, std::ostream& out);

/// One hit in the same way: JSON Lines.
void RenderJsonLine(const Hit& hit, std::string_view query_id, std::ostream& out);

/// A table. CSV as RFC 4180 has it, but for lines that end with LF; TSV without tabs and line breaks in
/// cells. A cell that a spreadsheet would take for a formula has an apostrophe in front (OWASP, CSV
/// injection); control characters become spaces.
enum class Table { kCsv, kTsv };
void RenderTableHeader(Table table, std::ostream& out);
void RenderTableRow(Table table, const Hit& hit, std::string_view query_id, std::ostream& out);

/// The path of the hit's file, ended by `end`: exactly its bytes, for programs.
void RenderPath(const Hit& hit, char end, std::ostream& out);

/// A line of a TREC run: `qid Q0 docno rank score warta`. Spaces in ids become `_`. Tools sort by the
/// score: that of an article with all words has kAllWordsBonus added, so that the order stays.
void RenderTrecLine(const Hit& hit, std::string_view query_id, std::ostream& out);

/// More than any score.
inline constexpr double kAllWordsBonus = 1000;

/// One line a token of the text: surface, stem, position, begin, end, separated by tabs.
void RenderTokens(std::string_view text, std::ostream& out);

}  // namespace warta
