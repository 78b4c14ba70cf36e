// Queries over articles written for them: which stand first, which below, which are not found. The
// cases are in ranking_cases.txt, which says how they are written.

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "common/exit_code.h"
#include "indexer/run.h"
#include "searcher/search/search.h"

namespace warta {
namespace {

using Ids = std::vector<std::string>;

struct RankingCase {
  std::size_t line = 0;  // of its first line, counted from 1
  std::string query;     // empty: only names articles that are filler
  Ids top;               // the first hits, in this order
  Ids top_any;           // the first hits, or those behind `top`, in any order
  Ids below;             // found, behind all of these
  Ids absent;            // not found
  Ids filler;            // of no case
  std::string why;
};

struct CaseFile {
  std::vector<RankingCase> cases;
  std::vector<std::string> mistakes;  // each begins with its line
};

Ids Words(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

std::string Joined(const Ids& ids) {
  std::string joined;
  for (const std::string& id : ids) joined += " " + id;
  return joined;
}

// All ids that the case names.
Ids Named(const RankingCase& one) {
  Ids named;
  for (const Ids* ids : {&one.top, &one.top_any, &one.below, &one.absent, &one.filler})
    named.insert(named.end(), ids->begin(), ids->end());
  return named;
}

std::string MistakeIn(const RankingCase& one) {
  if (one.why.empty()) return "no why";
  if (one.query.empty() == one.filler.empty()) return "a case has either a query or a filler";
  const Ids named = Named(one);
  if (named.empty()) return "nothing is expected";
  if (std::set<std::string>(named.begin(), named.end()).size() != named.size())
    return "an article is named twice";
  if (!one.below.empty() && one.top.empty() && one.top_any.empty()) return "below nothing";
  return {};
}

// The field that a key names; null if there is none.
Ids* ListOf(RankingCase& one, std::string_view key) {
  if (key == "top") return &one.top;
  if (key == "top-any") return &one.top_any;
  if (key == "below") return &one.below;
  if (key == "absent") return &one.absent;
  if (key == "filler") return &one.filler;
  return nullptr;
}

// What is wrong with the line, if anything.
std::string AddLine(const std::string& line, RankingCase& one) {
  const std::size_t colon = line.find(": ");
  if (colon == std::string::npos) return "no key before a colon and a space";
  const std::string key = line.substr(0, colon);
  const std::string value = line.substr(colon + 2);
  std::string* text = key == "query" ? &one.query : key == "why" ? &one.why : nullptr;
  if (text != nullptr) {
    if (!text->empty()) return "a second " + key;
    *text = value;
    return {};
  }
  Ids* list = ListOf(one, key);
  if (list == nullptr) return "unknown key " + key;
  if (!list->empty()) return "a second " + key;
  *list = Words(value);
  return list->empty() ? "no article" : "";
}

CaseFile ParseCases(std::istream& in) {
  CaseFile file;
  RankingCase one;
  const auto add_mistake = [&](std::size_t line, const std::string& mistake) {
    if (!mistake.empty()) file.mistakes.push_back(std::to_string(line) + ": " + mistake);
  };
  const auto end_case = [&] {
    if (one.line == 0) return;
    add_mistake(one.line, MistakeIn(one));
    file.cases.push_back(one);
    one = {};
  };
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with('#')) continue;
    if (line.empty()) {
      end_case();
      continue;
    }
    if (one.line == 0) one.line = number;
    add_mistake(number, AddLine(line, one));
  }
  end_case();
  return file;
}

std::size_t RankOf(const Ids& hits, const std::string& id) {
  return static_cast<std::size_t>(std::find(hits.begin(), hits.end(), id) - hits.begin());
}

// What the case expects and the hits do not have.
Ids Deviations(const RankingCase& one, const Ids& hits) {
  Ids deviations;
  for (std::size_t i = 0; i < one.top.size(); ++i) {
    if (RankOf(hits, one.top[i]) != i)
      deviations.push_back("top: " + one.top[i] + " is not hit " + std::to_string(i + 1));
  }
  const std::size_t tops = one.top.size() + one.top_any.size();
  for (const std::string& id : one.top_any) {
    const std::size_t rank = RankOf(hits, id);
    if (rank < one.top.size() || rank >= tops)
      deviations.push_back("top-any: " + id + " is not among the first " + std::to_string(tops));
  }
  std::size_t behind = 0;
  for (const Ids* ids : {&one.top, &one.top_any}) {
    for (const std::string& id : *ids) behind = std::max(behind, RankOf(hits, id));
  }
  for (const std::string& id : one.below) {
    const std::size_t rank = RankOf(hits, id);
    if (rank == hits.size()) deviations.push_back("below: " + id + " is not found");
    if (rank < behind) deviations.push_back("below: " + id + " stands too high");
  }
  for (const std::string& id : one.absent) {
    if (RankOf(hits, id) != hits.size()) deviations.push_back("absent: " + id + " is found");
  }
  return deviations;
}

std::string Ranking(const Ids& hits) {
  constexpr std::size_t kShown = 12;
  std::string ranking;
  for (std::size_t i = 0; i < std::min(hits.size(), kShown); ++i)
    ranking += "\n    " + std::to_string(i + 1) + " " + hits[i];
  if (hits.size() > kShown)
    ranking += "\n    and " + std::to_string(hits.size() - kShown) + " more";
  return ranking;
}

std::set<std::string> IdsOfArticles(const std::string& path) {
  std::set<std::string> ids;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const std::string id = nlohmann::json::parse(line).at("id");
    EXPECT_TRUE(ids.insert(id).second) << path << ": two articles " << id;
  }
  return ids;
}

TEST(RankingCases, MistakesInTheFileAreNamed) {
  const std::map<std::string, std::string> mistakes = {
      {"query: a\ntop: x\n", "1: no why"},
      {"query: a\nwhy: w\n", "1: nothing is expected"},
      {"top: x\nwhy: w\n", "1: a case has either a query or a filler"},
      {"query: a\nfiller: x\nwhy: w\n", "1: a case has either a query or a filler"},
      {"query: a\nbelow: x\nwhy: w\n", "1: below nothing"},
      {"query: a\ntop: x\nabsent: x\nwhy: w\n", "1: an article is named twice"},
      {"query: a\ntop: x\ntop: y\nwhy: w\n", "3: a second top"},
      {"query: a\nquery: b\ntop: x\nwhy: w\n", "2: a second query"},
      {"# c\n\nquery: a\ntop: \ntop-any: x\nwhy: w\n", "4: no article"},
      {"query: a\ntop: x\nwhy: w\nbellow: y\n", "4: unknown key bellow"},
      {"query: a\ntop: x\nwhy: w\nmore\n", "4: no key before a colon and a space"},
  };
  for (const auto& [text, mistake] : mistakes) {
    std::istringstream in(text);
    EXPECT_EQ(ParseCases(in).mistakes, Ids{mistake}) << text;
  }
}

TEST(RankingCases, ADeviationIsSeen) {
  const Ids hits = {"a", "b", "c", "d"};
  const auto deviations = [&](const std::string& text) {
    std::istringstream in("query: q\nwhy: w\n" + text + "\n");
    const CaseFile file = ParseCases(in);
    EXPECT_TRUE(file.mistakes.empty()) << text;
    return Deviations(file.cases.at(0), hits);
  };
  EXPECT_EQ(deviations("top: a b\nbelow: c d\nabsent: e"), Ids{});
  EXPECT_EQ(deviations("top-any: b a\nbelow: d"), Ids{});
  EXPECT_EQ(deviations("top: a\ntop-any: c b\nbelow: d"), Ids{});
  EXPECT_EQ(deviations("top: b"), Ids{"top: b is not hit 1"});
  EXPECT_EQ(deviations("top: a c").size(), 1U);
  EXPECT_EQ(deviations("top: e").size(), 1U);
  EXPECT_EQ(deviations("top-any: a c"), Ids{"top-any: c is not among the first 2"});
  EXPECT_EQ(deviations("top: b\ntop-any: a").size(), 2U);
  EXPECT_EQ(deviations("top: a\nbelow: e"), Ids{"below: e is not found"});
  EXPECT_EQ(deviations("top-any: a c\nbelow: b").size(), 2U);
  EXPECT_EQ(deviations("absent: d"), Ids{"absent: d is found"});
}

TEST(RankingCases, StandAsAnEditorWantsThem) {
  const std::string folder = WARTA_EVAL;
  const std::string articles = folder + "/ranking_articles.jsonl";
  std::ifstream in(folder + "/ranking_cases.txt");
  const CaseFile file = ParseCases(in);
  for (const std::string& mistake : file.mistakes) ADD_FAILURE() << "ranking_cases.txt:" << mistake;
  ASSERT_GE(file.cases.size(), 80U);

  std::set<std::string> unnamed = IdsOfArticles(articles);
  const std::set<std::string> known = unnamed;
  for (const RankingCase& one : file.cases) {
    for (const std::string& id : Named(one)) {
      EXPECT_TRUE(known.contains(id)) << "ranking_cases.txt:" << one.line << ": no article " << id;
      unnamed.erase(id);
    }
  }
  EXPECT_TRUE(unnamed.empty()) << "named by no case:" << Joined({unnamed.begin(), unnamed.end()});

  std::string work = std::filesystem::temp_directory_path() / "warta-ranking-XXXXXX";
  ASSERT_NE(::mkdtemp(work.data()), nullptr);
  RunOptions options;
  options.database = work + "/db";
  options.roots = {articles};
  options.progress = ProgressMode::kNever;
  ASSERT_EQ(warta::Run(options), ExitCode::kOk);

  Searcher searcher({options.database});
  SearchOptions search;
  search.limit = kNoLimit;
  search.fold_copies = false;
  search.excerpts = false;
  search.suggest = false;
  for (const RankingCase& one : file.cases) {
    if (one.query.empty()) continue;
    Ids hits;
    for (const Hit& hit : searcher.Search(one.query, search).hits) hits.push_back(hit.article.id);
    const Ids deviations = Deviations(one, hits);
    if (deviations.empty()) continue;
    std::string text;
    for (const std::string& deviation : deviations) text += "\n  " + deviation;
    ADD_FAILURE() << "ranking_cases.txt:" << one.line << ": " << one.query << text
                  << "\n  why: " << one.why << "\n  hits:" << Ranking(hits);
  }
  std::filesystem::remove_all(work);
}

}  // namespace
}  // namespace warta
