#include <chrono>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "searcher/render/render.h"
#include "tests/line_fields.h"

namespace warta {
namespace {

using Json = nlohmann::json;

std::string Line(const ResultPage& page, std::string_view id = "") {
  std::ostringstream out;
  RenderJson(page, id, out);
  return out.str();
}

Json Parse(const ResultPage& page, std::string_view id = "") {
  return Json::parse(Line(page, id));
}

ResultPage PageWith(const Hit& hit) {
  ResultPage page;
  page.query = "beras";
  page.understood = "beras";
  page.matches = 1;
  page.hits.push_back(hit);
  return page;
}

TEST(RenderJson, OneObjectOnOneLine) {
  ResultPage page;
  page.query = "a\nb \"c\"";
  page.understood = "a b \"c\"";
  page.notes = {{"satu\ndua"}};
  page.expansions = {{"KPK", {"komisi pemberantasan korupsi"}}};
  page.matches = 17;
  page.matches_exact = false;
  page.took_ms = 1.5;
  const std::string line = Line(page);
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  const Json json = Parse(page);
  EXPECT_EQ(json["version"], 1);
  EXPECT_EQ(json["query"]["text"], page.query);
  EXPECT_EQ(json["query"]["understood"], page.understood);
  EXPECT_EQ(json["query"]["notes"], Json::array({"satu\ndua"}));
  EXPECT_EQ(json["query"]["expansions"],
            Json::parse(R"([{"typed": "KPK", "also": ["komisi pemberantasan korupsi"]}])"));
  EXPECT_EQ(json["matches"]["count"], 17);
  EXPECT_EQ(json["matches"]["exact"], false);
  EXPECT_EQ(json["hits"], Json::array());
  EXPECT_EQ(json["took_ms"], 1.5);
  EXPECT_FALSE(json.contains("id"));
  EXPECT_EQ(Parse(page, "q1")["id"], "q1");
}

TEST(RenderJson, FieldsOfAHit) {
  Hit hit;
  hit.rank = 3;
  hit.score = 2.5;
  hit.article = {"a",
                 "/arsip/a.zip",
                 "2022/a.jsonl",
                 17,
                 "Judul",
                 "",
                 "Warta",
                 "Ekonomi",
                 "Sari",
                 "https://berita.example/17",
                 MakeDate(2022, 2, 7),
                 LocalTime{std::chrono::minutes(615), kWib},
                 DateSource::kField};
  hit.title = {"Judul", {}};
  hit.snippet = {"Harga beras", {{6, 11, 0}}};
  const Json json = Parse(PageWith(hit))["hits"][0];
  EXPECT_EQ(json["rank"], 3);
  EXPECT_EQ(json["score"], 2.5);
  EXPECT_EQ(json["id"], "a");
  EXPECT_EQ(json["path"], "/arsip/a.zip");
  EXPECT_EQ(json["member"], "2022/a.jsonl");
  EXPECT_EQ(json["line"], 17);
  EXPECT_EQ(json["url"], "https://berita.example/17");
  EXPECT_EQ(json["title"]["text"], "Judul");
  EXPECT_EQ(json["date"], "2022-02-07");
  EXPECT_EQ(json["published"], "2022-02-07T10:15:00+07:00");
  EXPECT_EQ(json["date_from"], "field");
  EXPECT_EQ(json["source"], "Warta");
  EXPECT_EQ(json["category"], "Ekonomi");
  EXPECT_EQ(json["author"], "Sari");
  EXPECT_EQ(json["snippet"]["text"], "Harga beras");
  EXPECT_EQ(json["snippet"]["highlights"], Json::parse("[[6,11]]"));
}

TEST(RenderJson, EveryFieldIsThere) {
  for (const auto line : kLineFields) {
    if (line == &Article::title) continue;  // an excerpt
    Hit hit;
    hit.article.*line = "di sini";
    EXPECT_NE(Line(PageWith(hit)).find("\"di sini\""), std::string::npos);
  }
}

TEST(RenderJson, WhatIsNotKnownIsNull) {
  Hit hit;
  hit.article.id = "a";
  const Json json = Parse(PageWith(hit))["hits"][0];
  for (const char* field : {"url", "date", "published", "source", "category", "author"})
    EXPECT_TRUE(json[field].is_null()) << field;
  EXPECT_FALSE(json.contains("line"));
  EXPECT_EQ(json["date_from"], "none");
  EXPECT_EQ(json["snippet"]["highlights"], Json::array());
}

TEST(RenderJson, OffsetsCountCodePoints) {
  Hit hit;
  const std::string text = "\u2026caf\u00E9 \U0001F600 beras";
  hit.snippet = {text, {{3, 8, 0}, {text.find("beras"), text.size(), 1}}};
  const Json json = Parse(PageWith(hit))["hits"][0];
  EXPECT_EQ(json["snippet"]["highlights"], Json::parse("[[1,5],[8,13]]"));
}

TEST(RenderJson, BytesThatAreNotUtf8StillMakeValidJson) {
  Hit hit;
  hit.article.id = "a\xFF";
  hit.article.path = "/arsip/\xFF.txt";
  hit.title = {std::string("\0\x1b\xC3", 3), {}};
  EXPECT_TRUE(Json::accept(Line(PageWith(hit))));
}

TEST(RenderJson, WhatIsKnownOfThePage) {
  ResultPage page;
  page.query = "caf\u00E9 foo:x";
  page.mistakes = {{{"no field \"{1}\"", {"foo"}}, 6, 9}};
  page.matches = 20;
  page.matches_all_words = 5;
  page.suggestion = Suggestion{"kopi", 7, false};
  page.facets = {{"source", {{"Warta", 2}, {"", 1}}, 2}, {"year", {}, 0}};
  page.histogram = Histogram{Granularity::kMonth, {{"2022-02", 3, 9}}, 1};
  const Json json = Parse(page);
  EXPECT_EQ(json["query"]["mistakes"],
            Json::parse(R"([{"message": "no field \"foo\"", "begin": 5, "end": 8}])"));
  EXPECT_EQ(json["matches"]["all_words"], 5);
  EXPECT_EQ(json["suggestion"], Json::parse(R"({"query": "kopi", "count": 7, "exact": false})"));
  EXPECT_EQ(json["facets"], Json::parse(R"({"source": [{"value": "Warta", "count": 2},
                                                       {"value": null, "count": 1}],
                                            "year": []})"));
  EXPECT_EQ(json["histogram"],
            Json::parse(R"({"periods": [{"period": "2022-02", "count": 3, "of": 9}],
                            "undated": 1})"));
}

TEST(RenderJson, CopiesAndExplanation) {
  Hit hit;
  hit.all_words = false;
  hit.copies.resize(1);
  hit.copies[0].id = "b";
  hit.copies[0].path = "/b.txt";
  hit.copies[0].source = "Kabar Pagi";
  hit.copies[0].date = MakeDate(2022, 2, 7);
  hit.explanation = {{"beras", {{"berasnya", MatchedBy::kStem, 1, 2}}, 0.5}};
  const Json json = Parse(PageWith(hit))["hits"][0];
  EXPECT_EQ(json["all_words"], false);
  EXPECT_EQ(json["duplicates"], Json::parse(R"([{"id": "b", "title": null, "date": "2022-02-07",
                             "source": "Kabar Pagi", "url": null, "path": "/b.txt"}])"));
  EXPECT_EQ(json["explanation"], Json::parse(R"([{"query": "beras", "score": 0.5,
                             "forms": [{"form": "berasnya", "by": "stem", "in_title": 1,
                                        "in_body": 2}]}])"));
}

TEST(RenderJson, IsHarmlessInAPageAndOnATerminal) {
  const std::string hostile =
      "</script><!--&\x1B\x7F\u009B31m\u202E\u2066\u2028\u2029\u061C \u00E9\u2026\U0001F600";
  Hit hit;
  hit.title = {hostile, {}};
  const std::string line = Line(PageWith(hit));
  for (const std::string_view raw : {"<", ">", "&", "\x1B", "\x7F", "\u009B", "\u202E", "\u2066",
                                     "\u2028", "\u2029", "\u061C"}) {
    EXPECT_EQ(line.find(raw), std::string::npos) << ::testing::PrintToString(raw);
  }
  EXPECT_NE(line.find("\\u003c/script\\u003e\\u003c!--\\u0026\\u001b\\u007f\\u009b31m\\u202e"),
            std::string::npos)
      << line;
  EXPECT_NE(line.find("\u00E9\u2026\U0001F600"), std::string::npos) << "only those are escaped";
  EXPECT_EQ(Json::parse(line)["hits"][0]["title"]["text"], hostile);
}

TEST(RenderJsonLine, AHitAndItsQuery) {
  Hit hit;
  hit.rank = 1;
  hit.article.id = "a\nb";
  for (const std::string id : {"", "q1"}) {
    std::ostringstream out;
    RenderJsonLine(hit, id, out);
    EXPECT_EQ(out.str().find('\n'), out.str().size() - 1);
    Json line = Json::parse(out.str());
    EXPECT_EQ(line.contains("query"), !id.empty());
    if (!id.empty()) {
      EXPECT_EQ(line["query"], id);
      line.erase("query");
    }
    EXPECT_EQ(line, Parse(PageWith(hit))["hits"][0]) << "the same as in a page";
  }
}

TEST(RenderJson, EveryDateSourceHasAName) {
  const std::pair<DateSource, std::string> names[] = {
      {DateSource::kNone, "none"},        {DateSource::kField, "field"},
      {DateSource::kUrl, "url"},          {DateSource::kPath, "path"},
      {DateSource::kText, "text"},        {DateSource::kFile, "file"},
      {DateSource::kDateline, "dateline"}};
  for (const auto& [source, name] : names) {
    Hit hit;
    hit.article.date_source = source;
    EXPECT_EQ(Parse(PageWith(hit))["hits"][0]["date_from"], name);
  }
}

TEST(RenderJson, HowCloseTheWordsStandHasAName) {
  const std::pair<Closeness, std::string> cases[] = {
      {Closeness::kApart, "apart"},
      {Closeness::kNear, "near"},
      {Closeness::kNearInOrder, "near_in_order"},
      {Closeness::kAnyFormPhrase, "any_form_phrase"},
      {Closeness::kPhrase, "phrase"},
      {Closeness::kTitle, "title"},
  };
  for (const auto& [closeness, name] : cases) {
    Hit hit;
    hit.closeness = closeness;
    EXPECT_EQ(Parse(PageWith(hit))["hits"][0]["closeness"], name);
  }
}

}  // namespace
}  // namespace warta
