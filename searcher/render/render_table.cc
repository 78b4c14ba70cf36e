#include <array>
#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>

#include "common/date/timestamp.h"
#include "common/printable.h"
#include "searcher/render/render.h"

namespace warta {
namespace {

using Row = std::array<std::string, 16>;

bool StartsWithAny(std::string_view text, std::initializer_list<std::string_view> beginnings,
                   std::size_t& length) {
  for (const std::string_view beginning : beginnings) {
    length = beginning.size();
    if (text.starts_with(beginning)) return true;
  }
  return false;
}

// A spreadsheet takes for a formula what begins with one of these signs. Spaces and quotation marks
// before it are passed over, because programs between may take them off.
bool LooksLikeFormula(std::string_view cell) {
  std::size_t length = 0;
  // Last: spaces that do not break, of Han, of no width.
  while (StartsWithAny(cell, {" ", "'", "\"", "\u00A0", "\u3000", "\u200B", "\uFEFF"}, length)) {
    cell.remove_prefix(length);
  }
  return StartsWithAny(cell, {"=", "+", "-", "@", "|", "%", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"},
                       length);
}

std::string TextCell(std::string_view text) {
  std::string cell = Printable(text);
  return LooksLikeFormula(cell) ? '\'' + cell : cell;
}

std::string Quoted(const std::string& cell) {
  if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

void WriteRow(Table table, const Row& cells, std::ostream& out) {
  const char* between = "";
  for (const std::string& cell : cells) {
    out << between << (table == Table::kCsv ? Quoted(cell) : cell);
    between = table == Table::kCsv ? "," : "\t";
  }
  out << '\n';
}

}  // namespace

void RenderTableHeader(Table table, std::ostream& out) {
  WriteRow(table,
           Row{"query", "rank", "score", "title", "date", "published", "source", "category",
               "author", "url", "path", "member", "line", "id", "copies", "snippet"},
           out);
}

void RenderTableRow(Table table, const Hit& hit, std::string_view query_id, std::ostream& out) {
  const Article& article = hit.article;
  const auto published = [&] {
    return article.date ? FormatIso(Timestamp{*article.date, article.time}) : std::string();
  };
  WriteRow(table,
           Row{TextCell(query_id), std::to_string(hit.rank), std::to_string(hit.score),
               TextCell(article.title), article.date ? FormatIso(*article.date) : "", published(),
               TextCell(article.source), TextCell(article.category), TextCell(article.author),
               TextCell(article.url), TextCell(article.path), TextCell(article.member),
               article.line > 0 ? std::to_string(article.line) : "", TextCell(article.id),
               std::to_string(hit.copies.size()), TextCell(hit.snippet.text)},
           out);
}

}  // namespace warta
