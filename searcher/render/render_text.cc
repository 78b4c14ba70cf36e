#include <algorithm>
#include <cmath>
#include <ostream>
#include <string>
#include <vector>

#include "common/ascii.h"
#include "common/printable.h"
#include "common/text/columns.h"
#include "common/translate.h"
#include "searcher/render/local_text.h"
#include "searcher/render/render.h"
#include "searcher/render/render_counts.h"

namespace warta {
namespace {

constexpr std::string_view kIndent = "   ";

// What surrounds the parts of a line: escape sequences with colours, plain marks without.
struct Marks {
  Control title_on;
  Control match_on;
  Control match_off;
  Control dim_on;
  Control off;
};

Marks MarksOf(const TextStyle& style) {
  if (style.color) {
    return {Control("\x1b[1m"), Control("\x1b[1;31m"), Control("\x1b[0m"), Control("\x1b[2m"),
            Control("\x1b[0m")};
  }
  return {Control(""), Control("*"), Control("*"), Control(""), Control("")};
}

// The spaces at which the text has to be broken so that no line is wider than the width.
std::vector<std::size_t> BreaksOf(std::string_view text, std::size_t width) {
  std::vector<std::size_t> breaks;
  if (width <= kIndent.size()) return breaks;
  std::size_t used = 0;  // columns of the line up to `at`
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at + 1), text.size());
    const std::size_t columns = Columns(Printable(text.substr(at, end - at)));
    if (text[at] == ' ' && used + columns > width - kIndent.size()) {
      breaks.push_back(at);
      used = columns - 1;
    } else {
      used += columns;
    }
    at = end;
  }
  return breaks;
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

// The text with its matches marked and its lines broken; `base` is switched on again behind each
// match.
void WriteMarked(const Excerpt& excerpt, const std::vector<std::size_t>& breaks, const Marks& marks,
                 Control base, TerminalStream& out) {
  const std::string_view text = excerpt.text;
  auto next_break = breaks.begin();
  std::size_t at = 0;
  const auto write_up_to = [&](std::size_t end) {
    for (; next_break != breaks.end() && *next_break < end; ++next_break) {
      out << text.substr(at, *next_break - at) << kLineEnd << kIndent;
      at = *next_break + 1;
    }
    out << text.substr(at, end - at);
    at = end;
  };
  out << base;
  for (const Highlight& h : Coalesce(excerpt.highlights)) {
    write_up_to(h.begin);
    out << marks.match_on;
    write_up_to(h.end);
    out << marks.match_off << base;
  }
  write_up_to(text.size());
  if (!base.bytes().empty()) out << marks.off;
}

// +3 copies (tempo.co, antaranews.com)
std::string CopiesText(const Hit& hit) {
  std::string text = CountText(N_("+{1} copy"), N_("+{1} copies"), hit.copies.size());
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
    const std::string date = DateText(*article.date);
    const bool guessed = article.date_source == DateSource::kFile;
    parts.push_back(guessed ? Fill(Translate(N_("{1} (file)")), {date}) : date);
  }
  if (!hit.copies.empty()) parts.push_back(CopiesText(hit));
  std::string place = article.path;
  if (!article.member.empty()) place += '/' + article.member;
  if (article.line > 0) place += ':' + std::to_string(article.line);
  parts.push_back(std::move(place));
  std::string details;
  for (const std::string& part : parts) details += (details.empty() ? "" : " \u00B7 ") + part;
  return details;
}

// file: URLs have all bytes but these escaped (RFC 3986). The host tells a terminal that is logged
// in elsewhere that the file is not there.
std::string FileUrl(std::string_view host, std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string url = "file://";
  url += host;
  for (const char c : path) {
    if (IsLetter(c) || IsDigit(c) || std::string_view("/-._~").find(c) != std::string_view::npos) {
      url += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      url.append(1, '%').append(1, kHex[byte >> 4U]).append(1, kHex[byte & 0xFU]);
    }
  }
  return url;
}

// Where a title leads to. A URL that has something which no URL has is none.
std::string LinkOf(const Article& article, const TextStyle& style) {
  const std::string_view url = article.url;
  const bool web = url.starts_with("https://") || url.starts_with("http://");
  const bool clean =
      std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c < 0x7F; });
  return web && clean ? article.url : FileUrl(style.host, article.path);
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

// "mitra" (another form of the word) 1× in the title, 3× in the text
std::string FormText(const MatchedForm& form) {
  std::string where;
  const auto add = [&](const char* text, std::size_t times) {
    if (times == 0) return;
    where.append(where.empty() ? " " : ", ").append(Fill(Translate(text), {NumberText(times)}));
  };
  add(N_("{1}\u00D7 in the title"), form.in_title);
  add(N_("{1}\u00D7 in the text"), form.in_body);
  return '"' + form.form + "\" (" + Translate(HowText(form.by)) + ')' + where;
}

std::string LeafText(const LeafExplanation& leaf) {
  std::string text = leaf.leaf + ": ";
  if (leaf.forms.empty()) return text + Translate(N_("not there"));
  for (std::size_t i = 0; i < leaf.forms.size(); ++i) {
    text.append(i == 0 ? "" : "; ").append(FormText(leaf.forms[i]));
  }
  // What is known of an article only chooses it.
  if (leaf.forms.front().by == MatchedBy::kMetadata) return text;
  return text + Fill(Translate(N_("; score {1}")), {DecimalText(leaf.score)});
}

// What puts the hit before others regardless of its score; empty: nothing.
const char* ClosenessText(Closeness closeness) {
  switch (closeness) {
    case Closeness::kTitle:
      return N_("the query is its title");
    case Closeness::kPhrase:
      return N_("the phrase as typed");
    case Closeness::kAnyFormPhrase:
      return N_("the phrase in another form");
    case Closeness::kNearInOrder:
      return N_("the words near each other, in this order");
    case Closeness::kNear:
      return N_("the words near each other");
    case Closeness::kApart:
      break;
  }
  return "";
}

// A line for each word of the query, and one for all.
void RenderExplanation(const Hit& hit, const Marks& marks, TerminalStream& out) {
  for (const LeafExplanation& leaf : hit.explanation) {
    out << kIndent << marks.dim_on << LeafText(leaf) << marks.off << kLineEnd;
  }
  if (hit.explanation.empty()) return;
  double rest = hit.score;
  for (const LeafExplanation& leaf : hit.explanation) rest -= leaf.score;
  constexpr double kShown = 0.005;
  if (std::abs(rest) >= kShown) {
    out << kIndent << marks.dim_on
        << Fill(Translate(N_("words side by side, title, age: score {1}")), {DecimalText(rest)})
        << marks.off << kLineEnd;
  }
  std::string sum = Fill(Translate(N_("score in all {1}")), {DecimalText(hit.score)});
  if (hit.closeness != Closeness::kApart) {
    sum += Fill(Translate(N_("; counts more: {1}")), {Translate(ClosenessText(hit.closeness))});
  }
  out << kIndent << marks.dim_on << sum << marks.off << kLineEnd;
}

void RenderHit(const Hit& hit, const TextStyle& style, TerminalStream& out) {
  const Marks marks = MarksOf(style);
  Excerpt title = hit.title;
  if (title.text.empty()) title.text = hit.article.id;
  out << std::to_string(hit.rank) << ". ";
  if (style.hyperlinks) {
    out << Control("\x1b]8;;") << LinkOf(hit.article, style) << Control("\x1b\\");
  }
  WriteMarked(title, {}, marks, marks.title_on, out);
  if (style.hyperlinks) out << Control("\x1b]8;;\x1b\\");
  out << kLineEnd << kIndent << marks.dim_on << Details(hit) << marks.off << kLineEnd;
  if (!hit.snippet.text.empty()) {
    out << kIndent;
    WriteMarked(hit.snippet, BreaksOf(hit.snippet.text, style.width), marks, Control(""), out);
    out << kLineEnd;
  }
  RenderExplanation(hit, marks, out);
}

std::string ArticlesText(std::uint64_t number, bool exact) {
  const std::string articles = CountText(N_("{1} article"), N_("{1} articles"), number);
  return exact ? articles : Fill(Translate(N_("about {1}")), {articles});
}

// How many articles there are.
std::string Total(const ResultPage& page) {
  std::string total = ArticlesText(page.matches, page.matches_exact);
  if (page.matches_all_words) {
    const std::uint64_t all = std::min(page.matches, *page.matches_all_words);
    total += Fill(Translate(N_(": {1} with all words, {2} with some")),
                  {NumberText(all), NumberText(page.matches - all)});
  }
  return total;
}

// How many articles there are, and which of them are on the page.
std::string Footer(const ResultPage& page) {
  if (page.hits.empty()) {
    return page.matches == 0 ? Translate(N_("No articles found."))
                             : Fill(Translate(N_("{1}, none on this page.")), {Total(page)});
  }
  std::size_t shown = 0;
  for (const Hit& hit : page.hits) shown += 1 + hit.copies.size();
  if (shown == page.matches) return Total(page);
  return Fill(
      Translate(N_("{1}-{2} of {3}")),
      {std::to_string(page.hits.front().rank), std::to_string(page.hits.back().rank), Total(page)});
}

}  // namespace

void RenderText(const ResultPage& page, const TextStyle& style, TerminalStream& out) {
  bool all_words = true;
  for (const Hit& hit : page.hits) {
    if (page.matches_all_words && page.all_words_first && all_words && !hit.all_words) {
      out << "-- " << Translate(N_("articles with some of the words")) << " --" << kLineEnd
          << kLineEnd;
    }
    all_words = hit.all_words;
    RenderHit(hit, style, out);
    out << kLineEnd;
  }
  for (const Facet& facet : page.facets) RenderFacet(facet, out);
  if (page.histogram) RenderHistogram(*page.histogram, style, out);
  if (page.suggestion) {
    const std::string articles =
        ArticlesText(page.suggestion->matches, page.suggestion->matches_exact);
    out << Fill(Translate(N_("Did you mean: {1} ({2})")), {page.suggestion->query, articles})
        << kLineEnd;
  }
  out << Footer(page) << kLineEnd;
}

}  // namespace warta
