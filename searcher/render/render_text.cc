#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "common/ascii.h"
#include "common/group_digits.h"
#include "common/printable.h"
#include "common/text/fold.h"
#include "common/translate.h"
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

std::string DateText(const Date& date) {
  return CurrentLanguage() == Language::kIndonesian ? FormatIndonesian(date) : FormatEnglish(date);
}

std::string Number(std::uint64_t number) {
  return GroupDigits(number, CurrentLanguage() == Language::kIndonesian ? '.' : ',');
}

// With two decimals.
std::string Decimal(double number) {
  std::string text = std::to_string(number);
  const std::size_t point = text.find('.');
  text.resize(std::min(text.size(), point + 3));
  if (CurrentLanguage() == Language::kIndonesian) text[point] = ',';
  return text;
}

// "one" or "many" with the number put in.
std::string Counted(const char* one, const char* many, std::uint64_t number) {
  return Fill(TranslatePlural(one, many, number), {Number(number)});
}

// +3 copies (tempo.co, antaranews.com)
std::string CopiesText(const Hit& hit) {
  std::string text = Counted(N_("+{1} copy"), N_("+{1} copies"), hit.copies.size());
  std::vector<std::string> sources;
  for (const Article& copy : hit.copies) {
    const bool known = copy.source.empty() || copy.source == hit.article.source ||
                       std::find(sources.begin(), sources.end(), copy.source) != sources.end();
    if (!known) sources.push_back(copy.source);
  }
  for (std::size_t i = 0; i < sources.size(); ++i) {
    text.append(i == 0 ? " (" : ", ").append(sources[i]);
  }
  return sources.empty() ? text : text + ')';
}

std::string Details(const Hit& hit) {
  const Article& article = hit.article;
  std::vector<std::string> parts;
  if (!article.source.empty()) parts.push_back(article.source);
  if (article.date) {
    const bool guessed = article.date_source == DateSource::kFile;
    parts.push_back(DateText(*article.date) + (guessed ? " (file)" : ""));
  }
  std::string place = article.path;
  if (!article.member.empty()) place += '/' + article.member;
  if (article.line > 0) place += ':' + std::to_string(article.line);
  if (!hit.copies.empty()) parts.push_back(CopiesText(hit));
  parts.push_back(std::move(place));
  std::string details;
  for (const std::string& part : parts)
    details += (details.empty() ? "" : " \u00B7 ") + Printable(part);
  return details;
}

// file: URLs have all bytes but these escaped (RFC 3986).
std::string FileUrl(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string url = "file://";
  for (const char c : path) {
    if (IsLetter(c) || IsDigit(c) || std::string_view("/-._~").find(c) != std::string_view::npos) {
      url += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      url.append(1, '%').append(1, kHex[byte >> 4]).append(1, kHex[byte & 0xF]);
    }
  }
  return url;
}

// Where a title leads to. A URL that has something which no URL has is none.
std::string LinkOf(const Article& article) {
  const std::string_view url = article.url;
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  const bool clean =
      std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c < 0x7F; });
  return web && clean ? article.url : FileUrl(article.path);
}

std::string Linked(const std::string& text, const Article& article, const TextStyle& style) {
  if (!style.hyperlinks) return text;
  return "\x1b]8;;" + LinkOf(article) + "\x1b\\" + text + "\x1b]8;;\x1b\\";
}

const char* HowText(MatchedBy by) {
  switch (by) {
    case MatchedBy::kForm:
      return N_("as typed");
    case MatchedBy::kStem:
      return N_("another form of the word");
    case MatchedBy::kSpelling:
      return N_("another spelling");
    case MatchedBy::kAbbreviation:
      return N_("abbreviation");
    case MatchedBy::kSynonym:
      return N_("synonym");
    case MatchedBy::kPrefix:
      return N_("begins so");
    case MatchedBy::kFuzzy:
      return N_("written nearly so");
    case MatchedBy::kMetadata:
      break;
  }
  return N_("what is known of the article");
}

std::string FormText(const MatchedForm& form) {
  std::string where;
  const auto add = [&](const char* text, std::size_t times) {
    if (times == 0) return;
    where.append(where.empty() ? " " : ", ").append(Fill(Translate(text), {Number(times)}));
  };
  add(N_("{1}\u00D7 in the title"), form.in_title);
  add(N_("{1}\u00D7 in the text"), form.in_body);
  return '"' + form.form + "\" (" + Translate(HowText(form.by)) + ')' + where;
}

// A line for each word of the query.
void RenderExplanation(const Hit& hit, const Marks& marks, std::ostream& out) {
  for (const LeafExplanation& leaf : hit.explanation) {
    std::string text = leaf.leaf + ": ";
    if (leaf.forms.empty()) text += Translate(N_("not there"));
    for (std::size_t i = 0; i < leaf.forms.size(); ++i) {
      text.append(i == 0 ? "" : "; ").append(FormText(leaf.forms[i]));
    }
    const bool ranks = !leaf.forms.empty() && leaf.forms.front().by != MatchedBy::kMetadata;
    if (ranks) text += Fill(Translate(N_("; score {1}")), {Decimal(leaf.score)});
    out << kIndent << marks.dim_on << Printable(text) << marks.off << '\n';
  }
  if (hit.explanation.empty()) return;
  out << kIndent << marks.dim_on << Fill(Translate(N_("score in all {1}")), {Decimal(hit.score)})
      << marks.off << '\n';
}

void RenderHit(const Hit& hit, const TextStyle& style, std::ostream& out) {
  const Marks marks = MarksOf(style);
  const std::string number = std::to_string(hit.rank) + ". ";
  Excerpt title = hit.title;
  if (title.text.empty()) title.text = hit.article.id;
  out << number << Linked(Marked(title, marks, marks.title_on, style.color), hit.article, style)
      << '\n';
  out << kIndent << marks.dim_on << Details(hit) << marks.off << '\n';
  if (!hit.snippet.text.empty()) {
    Excerpt snippet = hit.snippet;
    snippet.text = Wrap(std::move(snippet.text), style.width);
    out << kIndent << Marked(snippet, marks, "", style.color) << '\n';
  }
  RenderExplanation(hit, marks, out);
}

std::string FacetName(const std::string& field) {
  if (field == "source") return Translate(N_("Sources"));
  if (field == "category") return Translate(N_("Categories"));
  return Translate(field == "year" ? N_("Years") : N_("Months"));
}

// The value in a column, then the number of articles.
void RenderFacet(const Facet& facet, std::ostream& out) {
  const std::string unknown = Translate(N_("(unknown)"));
  const auto text = [&](const FacetCount& value) {
    return value.value.empty() ? unknown : Printable(value.value);
  };
  std::size_t width = 0;
  std::size_t digits = 0;
  for (const FacetCount& value : facet.values) {
    width = std::max(width, CodePointCount(text(value)));
    digits = std::max(digits, Number(value.articles).size());
  }
  out << FacetName(facet.field) << ":\n";
  for (const FacetCount& value : facet.values) {
    const std::string number = Number(value.articles);
    out << kIndent << text(value) << std::string(width - CodePointCount(text(value)) + 2, ' ')
        << std::string(digits - number.size(), ' ') << number << '\n';
  }
  if (facet.values_in_all > facet.values.size()) {
    out << kIndent
        << Fill(Translate(N_("and {1} more")), {Number(facet.values_in_all - facet.values.size())})
        << '\n';
  }
  out << '\n';
}

// A bar of so many eighths of a column.
std::string Bar(std::size_t eighths) {
  static constexpr const char* kParts[] = {"",       "\u258F", "\u258E", "\u258D",
                                           "\u258C", "\u258B", "\u258A", "\u2589"};
  std::string bar;
  for (std::size_t i = 0; i < eighths / 8; ++i) bar += "\u2588";
  return bar + kParts[eighths % 8];
}

// A line for each period: its articles as a bar, how many they are, and their share of all.
void RenderHistogram(const Histogram& histogram, std::size_t columns, std::ostream& out) {
  constexpr std::size_t kDefaultColumns = 80;
  constexpr std::size_t kNumbers = 32;  // columns for the period and the numbers
  std::uint64_t most = 1;
  for (const HistogramBar& bar : histogram.bars) most = std::max(most, bar.articles);
  const std::size_t width = std::max(columns == 0 ? kDefaultColumns : columns, kNumbers + 8);
  for (const HistogramBar& bar : histogram.bars) {
    const auto share = static_cast<double>(bar.articles) * 100 /
                       static_cast<double>(std::max<std::uint64_t>(bar.all, 1));
    std::size_t eighths = bar.articles * (width - kNumbers) * 8 / most;
    if (bar.articles > 0 && eighths == 0) eighths = 1;
    out << bar.period << ' ' << Bar(eighths) << (eighths == 0 ? "" : " ") << Number(bar.articles);
    if (bar.articles > 0) {
      out << " (" << Fill(Translate(N_("{1} % of {2}")), {Decimal(share), Number(bar.all)}) << ')';
    }
    out << '\n';
  }
  if (histogram.undated > 0) {
    out << Fill(Translate(N_("without a date: {1}")), {Number(histogram.undated)}) << '\n';
  }
  out << '\n';
}

// How many articles there are, and which of them are on the page.
std::string Total(const ResultPage& page) {
  std::string total = Counted(N_("{1} article"), N_("{1} articles"), page.matches);
  if (!page.matches_exact) total = Fill(Translate(N_("about {1}")), {total});
  if (page.matches_all_words) {
    total += Fill(Translate(N_(": {1} with all words, {2} with some")),
                  {Number(*page.matches_all_words),
                   Number(page.matches - std::min(page.matches, *page.matches_all_words))});
  }
  return total;
}

}  // namespace

void RenderText(const ResultPage& page, const TextStyle& style, std::ostream& out) {
  bool all_words = true;
  for (const Hit& hit : page.hits) {
    if (page.matches_all_words && all_words && !hit.all_words) {
      out << "-- " << Translate(N_("articles with some of the words")) << " --\n\n";
    }
    all_words = hit.all_words;
    RenderHit(hit, style, out);
    out << '\n';
  }
  for (const Facet& facet : page.facets) RenderFacet(facet, out);
  if (page.histogram) RenderHistogram(*page.histogram, style.width, out);
  if (page.suggestion) {
    out << Fill(Translate(N_("Did you mean: {1} ({2})")),
                {Printable(page.suggestion->query),
                 Counted(N_("{1} article"), N_("{1} articles"), page.suggestion->matches)})
        << '\n';
  }
  if (page.hits.empty() && page.matches == 0) {
    out << Translate(N_("No articles found.")) << '\n';
  } else if (page.hits.empty()) {
    out << Fill(Translate(N_("{1}, none on this page.")), {Total(page)}) << '\n';
  } else {
    std::size_t shown = page.hits.size();
    for (const Hit& hit : page.hits) shown += hit.copies.size();
    const bool whole = shown == page.matches;
    if (!whole) {
      out << Fill(Translate(N_("{1}-{2} of ")),
                  {std::to_string(page.hits.front().rank), std::to_string(page.hits.back().rank)});
    }
    out << Total(page) << '\n';
  }
}

std::string MistakeText(const QueryMistake& mistake, std::string_view query) {
  // Enough around it to recognise the place.
  constexpr std::size_t kAround = 40;
  std::size_t begin = mistake.begin - std::min(mistake.begin, kAround);
  std::size_t end = std::min(query.size(), mistake.end + kAround);
  const auto inside_character = [&](std::size_t at) {
    return at < query.size() && (query[at] & 0xC0) == 0x80;
  };
  while (inside_character(begin)) ++begin;
  while (inside_character(end)) ++end;
  const auto part = [&](std::size_t from, std::size_t to) {
    return Printable(query.substr(from, to - from));
  };
  const std::string before = part(begin, mistake.begin);
  const std::string wrong = part(mistake.begin, mistake.end);
  return Say(mistake.message) + "\n  " + before + wrong + part(mistake.end, end) + "\n  " +
         std::string(CodePointCount(before), ' ') + '^' +
         std::string(std::max<std::size_t>(CodePointCount(wrong), 1) - 1, '~');
}

}  // namespace warta
