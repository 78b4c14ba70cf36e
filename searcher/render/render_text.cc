#include <ostream>
#include <string>
#include <vector>

#include "common/group_digits.h"
#include "common/printable.h"
#include "common/text/fold.h"
#include "searcher/render/render.h"

namespace warta {
namespace {

constexpr std::string_view kIndent = "   ";

// What surrounds the parts of a line: escape sequences with colours, plain marks without.
struct Marks {
  std::string_view title_on;
  std::string_view match_on;
  std::string_view dim_on;
  std::string_view off;
};

Marks MarksOf(const TextStyle& style) {
  if (style.color) return {"\x1b[1m", "\x1b[1;31m", "\x1b[2m", "\x1b[0m"};
  return {"", "*", "", ""};
}

// Puts line breaks in place of spaces, so that no line is wider than the width. Offsets stay as
// they are.
std::string Wrap(std::string text, std::size_t width) {
  if (width <= kIndent.size()) return text;
  std::size_t line = 0;
  std::size_t last_space = std::string::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ') last_space = i;
    const std::size_t columns = CodePointCount(std::string_view(text).substr(line, i + 1 - line));
    if (columns <= width - kIndent.size() || last_space == std::string::npos || last_space < line)
      continue;
    text[last_space] = '\n';
    line = last_space + 1;
  }
  return text;
}

// Printable, but with line breaks kept and what follows them indented.
std::string Lines(std::string_view text) {
  std::string lines;
  while (true) {
    const std::size_t end = text.find('\n');
    lines += Printable(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    lines.append("\n").append(kIndent);
    text.remove_prefix(end + 1);
  }
}

// Matches with nothing between them, like the two of Rp1,5, are marked as one.
std::vector<Highlight> Coalesce(const std::vector<Highlight>& highlights) {
  std::vector<Highlight> joined;
  for (const Highlight& h : highlights) {
    if (!joined.empty() && joined.back().end == h.begin) {
      joined.back().end = h.end;
    } else {
      joined.push_back(h);
    }
  }
  return joined;
}

// The text with its matches marked; `base` is switched on again behind each.
std::string Marked(const Excerpt& excerpt, const Marks& marks, std::string_view base, bool color) {
  const std::string_view text = excerpt.text;
  std::string marked(base);
  std::size_t at = 0;
  for (const Highlight& h : Coalesce(excerpt.highlights)) {
    marked += Lines(text.substr(at, h.begin - at));
    marked += marks.match_on;
    marked += Lines(text.substr(h.begin, h.end - h.begin));
    marked += color ? std::string(marks.off) + std::string(base) : std::string(marks.match_on);
    at = h.end;
  }
  marked += Lines(text.substr(at));
  return marked.append(base.empty() ? std::string_view() : marks.off);
}

std::string Details(const Article& article) {
  std::vector<std::string> parts;
  if (!article.source.empty()) parts.push_back(article.source);
  if (article.date) {
    const bool guessed = article.date_source == DateSource::kFile;
    parts.push_back(FormatIndonesian(*article.date) + (guessed ? " (file)" : ""));
  }
  std::string place = article.path;
  if (!article.member.empty()) place += '/' + article.member;
  if (article.line > 0) place += ':' + std::to_string(article.line);
  parts.push_back(std::move(place));
  std::string details;
  for (const std::string& part : parts)
    details += (details.empty() ? "" : " \u00B7 ") + Printable(part);
  return details;
}

void RenderHit(const Hit& hit, const TextStyle& style, std::ostream& out) {
  const Marks marks = MarksOf(style);
  const std::string number = std::to_string(hit.rank) + ". ";
  Excerpt title = hit.title;
  if (title.text.empty()) title.text = hit.article.id;
  out << number << Marked(title, marks, marks.title_on, style.color) << '\n';
  out << kIndent << marks.dim_on << Details(hit.article) << marks.off << '\n';
  if (hit.snippet.text.empty()) return;
  Excerpt snippet = hit.snippet;
  snippet.text = Wrap(std::move(snippet.text), style.width);
  out << kIndent << Marked(snippet, marks, "", style.color) << '\n';
}

}  // namespace

void RenderText(const ResultPage& page, const TextStyle& style, std::ostream& out) {
  for (const Hit& hit : page.hits) {
    RenderHit(hit, style, out);
    out << '\n';
  }
  const std::string about = page.matches_exact ? "" : "about ";
  const std::string total =
      about + GroupDigits(page.matches) + (page.matches == 1 ? " article" : " articles");
  if (page.hits.empty()) {
    out << (page.matches == 0 ? "No articles found." : total + ", none on this page.") << '\n';
    return;
  }
  const bool whole = page.hits.size() == page.matches;
  if (!whole) out << page.hits.front().rank << '-' << page.hits.back().rank << " of ";
  out << total << '\n';
}

}  // namespace warta
