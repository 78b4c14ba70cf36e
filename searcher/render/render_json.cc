#include <ostream>
#include <string>

#include <nlohmann/json.hpp>

#include "common/date/timestamp.h"
#include "common/text/fold.h"
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
  return json;
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
  json["matches"] = {{"count", page.matches}, {"exact", page.matches_exact}};
  json["hits"] = Json::array();
  for (const Hit& hit : page.hits) json["hits"].push_back(HitJson(hit));
  json["took_ms"] = page.took_ms;
  out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace warta
