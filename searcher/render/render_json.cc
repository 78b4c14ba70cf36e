#include <ostream>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "common/date/timestamp.h"
#include "common/printable.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "searcher/render/render.h"

namespace warta {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

Json Offsets(const Excerpt& excerpt) {
  Json offsets = Json::array();
  const std::string_view text = excerpt.text;
  std::size_t at = 0;
  std::size_t code_points = 0;
  const auto advance = [&](std::size_t to) {
    code_points += CodePointCount(text.substr(at, to - at));
    at = to;
    return code_points;
  };
  for (const Highlight& h : excerpt.highlights) {
    const std::size_t begin = advance(h.begin);
    offsets.push_back({begin, advance(h.end)});
  }
  return offsets;
}

Json ExcerptJson(const Excerpt& excerpt) {
  return {{"text", excerpt.text}, {"highlights", Offsets(excerpt)}};
}

Json OrNull(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

const char* DateSourceName(DateSource source) {
  switch (source) {
    case DateSource::kField:
      return "field";
    case DateSource::kUrl:
      return "url";
    case DateSource::kPath:
      return "path";
    case DateSource::kDateline:
      return "dateline";
    case DateSource::kText:
      return "text";
    case DateSource::kFile:
      return "file";
    case DateSource::kNone:
      break;
  }
  return "none";
}

Json CopyJson(const Article& copy) {
  return {{"id", copy.id},
          {"title", OrNull(copy.title)},
          {"date", copy.date ? Json(FormatIso(*copy.date)) : Json()},
          {"source", OrNull(copy.source)},
          {"url", OrNull(copy.url)},
          {"path", copy.path}};
}

const char* MatchedByName(MatchedBy by) {
  switch (by) {
    case MatchedBy::kForm:
      return "form";
    case MatchedBy::kStem:
      return "stem";
    case MatchedBy::kSpelling:
      return "spelling";
    case MatchedBy::kAbbreviation:
      return "abbreviation";
    case MatchedBy::kSynonym:
      return "synonym";
    case MatchedBy::kPrefix:
      return "prefix";
    case MatchedBy::kFuzzy:
      return "fuzzy";
    case MatchedBy::kMetadata:
      break;
  }
  return "metadata";
}

Json ExplanationJson(const std::vector<LeafExplanation>& leaves) {
  Json json = Json::array();
  for (const LeafExplanation& leaf : leaves) {
    Json forms = Json::array();
    for (const MatchedForm& form : leaf.forms) {
      forms.push_back({{"form", form.form},
                       {"by", MatchedByName(form.by)},
                       {"in_title", form.in_title},
                       {"in_body", form.in_body}});
    }
    json.push_back({{"query", leaf.leaf}, {"score", leaf.score}, {"forms", std::move(forms)}});
  }
  return json;
}

const char* NameOf(Closeness closeness) {
  switch (closeness) {
    case Closeness::kTitle:
      return "title";
    case Closeness::kPhrase:
      return "phrase";
    case Closeness::kAnyFormPhrase:
      return "any_form_phrase";
    case Closeness::kNearInOrder:
      return "near_in_order";
    case Closeness::kNear:
      return "near";
    case Closeness::kApart:
      break;
  }
  return "apart";
}

Json HitJson(const Hit& hit) {
  const Article& article = hit.article;
  Json json;
  json["rank"] = hit.rank;
  json["score"] = hit.score;
  json["id"] = article.id;
  json["path"] = article.path;
  if (!article.member.empty()) json["member"] = article.member;
  if (article.line > 0) json["line"] = article.line;
  json["url"] = OrNull(article.url);
  json["title"] = ExcerptJson(hit.title);
  json["date"] = article.date ? Json(FormatIso(*article.date)) : Json();
  json["published"] =
      article.date ? Json(FormatIso(Timestamp{*article.date, article.time})) : Json();
  json["date_from"] = DateSourceName(article.date_source);
  json["source"] = OrNull(article.source);
  json["category"] = OrNull(article.category);
  json["author"] = OrNull(article.author);
  json["snippet"] = ExcerptJson(hit.snippet);
  json["all_words"] = hit.all_words;
  json["closeness"] = NameOf(hit.closeness);
  json["duplicates"] = Json::array();
  for (const Article& copy : hit.copies) json["duplicates"].push_back(CopyJson(copy));
  if (!hit.explanation.empty()) json["explanation"] = ExplanationJson(hit.explanation);
  return json;
}

Json CountsJson(const std::vector<FacetCount>& counts) {
  Json json = Json::array();
  for (const FacetCount& count : counts) {
    json.push_back({{"value", OrNull(count.value)}, {"count", count.articles}});
  }
  return json;
}

Json FacetsJson(const std::vector<Facet>& facets) {
  Json json = Json::object();
  for (const Facet& facet : facets) json[facet.field] = CountsJson(facet.values);
  return json;
}

Json HistogramJson(const Histogram& histogram) {
  Json bars = Json::array();
  for (const HistogramBar& bar : histogram.bars) {
    bars.push_back({{"period", bar.period}, {"count", bar.articles}, {"of", bar.all}});
  }
  return {{"periods", std::move(bars)}, {"undated", histogram.undated}};
}

Json SuggestionJson(const std::optional<Suggestion>& suggestion) {
  if (!suggestion) return {};
  return {{"query", suggestion->query},
          {"count", suggestion->matches},
          {"exact", suggestion->matches_exact}};
}

Json MistakesJson(const ResultPage& page) {
  const std::string_view query = page.query;
  Json json = Json::array();
  for (const QueryMistake& mistake : page.mistakes) {
    json.push_back({{"message", English(mistake.message)},
                    {"begin", CodePointCount(query.substr(0, mistake.begin))},
                    {"end", CodePointCount(query.substr(0, mistake.end))}});
  }
  return json;
}

// \u202e; all characters that are escaped are below U+10000.
std::string Escaped(std::string_view character) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::size_t at = 0;
  const char32_t code_point = NextCodePoint(character, at);
  std::string escaped = "\\u";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) escaped += kHex[(code_point >> shift) & 0xFU];
  return escaped;
}

// Valid whatever the text holds, and harmless inside of HTML and on a terminal.
void Write(const Json& json, std::ostream& out) {
  const std::string dump = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string_view rest = dump;
  while (!rest.empty()) {
    const char c = rest.front();
    std::size_t length = c == '<' || c == '>' || c == '&' ? 1 : UnprintableLength(rest);
    if (length > 0) {
      out << Escaped(rest.substr(0, length));
    } else {
      out << c;
      length = 1;
    }
    rest.remove_prefix(length);
  }
  out << '\n';
}

Json NotesJson(const std::vector<Message>& notes) {
  Json json = Json::array();
  for (const Message& note : notes) json.push_back(English(note));
  return json;
}

Json ExpansionsJson(const std::vector<Expansion>& expansions) {
  Json json = Json::array();
  for (const Expansion& expansion : expansions) {
    json.push_back({{"typed", expansion.typed}, {"also", expansion.also}});
  }
  return json;
}

}  // namespace

void RenderJson(const ResultPage& page, std::string_view query_id, std::ostream& out) {
  Json json;
  json["version"] = kVersion;
  if (!query_id.empty()) json["id"] = query_id;
  json["query"] = {{"text", page.query},
                   {"understood", page.understood},
                   {"notes", NotesJson(page.notes)},
                   {"expansions", ExpansionsJson(page.expansions)}};
  if (!page.mistakes.empty()) json["query"]["mistakes"] = MistakesJson(page);
  json["matches"] = {{"count", page.matches}, {"exact", page.matches_exact}};
  json["matches"]["all_words"] = page.matches_all_words ? Json(*page.matches_all_words) : Json();
  json["suggestion"] = SuggestionJson(page.suggestion);
  json["hits"] = Json::array();
  for (const Hit& hit : page.hits) json["hits"].push_back(HitJson(hit));
  if (!page.facets.empty()) json["facets"] = FacetsJson(page.facets);
  if (page.histogram) json["histogram"] = HistogramJson(*page.histogram);
  json["took_ms"] = page.took_ms;
  Write(json, out);
}

void RenderJsonLine(const Hit& hit, std::string_view query_id, std::ostream& out) {
  Json json;
  if (!query_id.empty()) json["query"] = query_id;
  json.update(HitJson(hit));
  Write(json, out);
}

}  // namespace warta
