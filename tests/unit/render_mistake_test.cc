#include <ostream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "searcher/render/render.h"

namespace warta {
namespace {

struct MistakeCase {
  std::string query;
  std::string wrong;  // the part of it that is
  std::string shown;  // second line
  std::string mark;   // third
};

void PrintTo(const MistakeCase& c, std::ostream* out) {
  *out << ::testing::PrintToString(c.query);
}

TEST(RenderMistake, PointsAtThePlaceWhereATerminalShowsIt) {
  const std::string long_word(60, 'x');
  const MistakeCase cases[] = {
      {"sanksi foo:bar", "foo", "sanksi foo:bar", "       ^~~"},
      {"foo:x", "foo", "foo:x", "^~~"},
      {"x", "", "x", " ^"},                                             // an empty place at the end
      {"caf\u00E9 foo:x", "foo", "caf\u00E9 foo:x", "     ^~~"},        // a letter of two bytes
      {"\u4EAC\u90FD foo:x", "foo", "\u4EAC\u90FD foo:x", "     ^~~"},  // letters of two columns
      {"tanggal:\u4EAC", "\u4EAC", "tanggal:\u4EAC", "        ^~"},
      {"a\tb foo:x", "foo", "a b foo:x", "    ^~~"},
      {"a\u202Eb foo:x", "foo", "ab foo:x", "   ^~~"},
      {"\x1B[31m foo:x", "foo", " [31m foo:x", "      ^~~"},
      {long_word + " foo:" + long_word, "foo",
       "\u2026" + std::string(39, 'x') + " foo:" + std::string(39, 'x') + "\u2026",
       std::string(41, ' ') + "^~~"},
  };
  for (const MistakeCase& c : cases) {
    QueryMistake mistake{{"no {1}", {"field"}}, c.query.size(), c.query.size()};
    if (!c.wrong.empty()) {
      mistake.begin = c.query.find(c.wrong);
      mistake.end = mistake.begin + c.wrong.size();
    }
    std::ostringstream out;
    TerminalStream stream(out);
    RenderMistake(mistake, c.query, stream);
    EXPECT_EQ(out.str(),
              "searcher: no field\nsearcher:   " + c.shown + "\nsearcher:   " + c.mark + '\n')
        << ::testing::PrintToString(c);
  }
}

TEST(RenderMistake, WhatTheMessageRepeatsOfTheQueryCannotActOnTheTerminal) {
  std::ostringstream out;
  TerminalStream stream(out);
  RenderMistake({{"\"{1}\" is no date", {"\x1B]0;x\x07\n"}}, 0, 1}, "x", stream);
  EXPECT_EQ(out.str(), "searcher: \" ]0;x  \" is no date\nsearcher:   x\nsearcher:   ^\n");
}

TEST(RenderMistake, CutsBetweenCharactersOnly) {
  std::string query;
  for (int i = 0; i < 40; ++i) query += "\u20AC";
  query += "foo";
  for (int i = 0; i < 40; ++i) query += "\u20AC";
  for (const std::size_t shift : {0U, 1U, 2U}) {
    const std::string text = std::string(shift, 'a') + query;
    std::ostringstream out;
    TerminalStream stream(out);
    RenderMistake({{"x", {}}, text.find("foo"), text.find("foo") + 3}, text, stream);
    std::string euros;
    for (int i = 0; i < 13; ++i) euros += "\u20AC";
    EXPECT_NE(out.str().find("\u2026" + euros + "foo" + euros), std::string::npos) << out.str();
  }
}

}  // namespace
}  // namespace warta
