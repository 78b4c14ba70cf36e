#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

#include "searcher/render/terminal_stream.h"
#include "searcher/search/result_page.h"

namespace warta {

struct TextStyle {
  bool color = false;       ///< ANSI colours; otherwise matches stand between asterisks
  bool hyperlinks = false;  ///< OSC 8: titles lead to the articles
  bool blocks = true;       ///< bars of Unicode's blocks; otherwise of #
  std::size_t width = 0;    ///< columns to wrap snippets at and to draw in; 0: one line each, 80
  std::string host = {};    ///< of this machine, for links to files; may be empty
};

/// For people, in their language (common/translate.h).
void RenderText(const ResultPage& page, const TextStyle& style, TerminalStream& out);

/// Three lines for standard error: what is wrong, the part of the query that it is in, and a mark
/// below the place. `query`: as it was given, valid UTF-8.
void RenderMistake(const QueryMistake& mistake, std::string_view query, TerminalStream& out);

/// One JSON object on one line (docs/FORMAT.md). Offsets of highlights are in Unicode code points
/// of their text. Escaped are `<`, `>` and `&`, so that it may stand in a page of HTML, and
/// what Printable would not leave as it is, so that it may be shown on a terminal. `query_id`: of a
/// batch, else empty.
void RenderJson(const ResultPage& page, std::string_view query_id, std::ostream& out);

/// One hit in the same way: JSON Lines.
void RenderJsonLine(const Hit& hit, std::string_view query_id, std::ostream& out);

/// A table. CSV as RFC 4180 has it, but for lines that end with LF; TSV without tabs and line breaks
/// in cells. Cells pass Printable. One that a spreadsheet would take for a formula (it begins with
/// = + - @, also behind spaces and quotation marks, also in full width: OWASP, "CSV injection"; | and %
/// for DDE) has an apostrophe in front.
enum class Table { kCsv, kTsv };
void RenderTableHeader(Table table, std::ostream& out);
void RenderTableRow(Table table, const Hit& hit, std::string_view query_id, std::ostream& out);

/// The path of the hit's file, ended by `end`: exactly its bytes, for programs.
void RenderPath(const Hit& hit, char end, std::ostream& out);

/// A line of a TREC run: `qid Q0 docno rank score warta`. White space in ids becomes `_`. Tools put
/// the list into the order of the score, so it must not rise: it is Hit::order, and of a list that is not ranked, whose
/// hits have no score, minus the rank.
void RenderTrecLine(const Hit& hit, std::string_view query_id, std::ostream& out);

/// One line a token of the text: surface, stem, position, begin, end, separated by tabs.
void RenderTokens(std::string_view text, std::ostream& out);

}  // namespace warta
