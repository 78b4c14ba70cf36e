#include <sstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "searcher/render/render.h"

namespace warta {
namespace {

std::string Render(const ResultPage& page, std::string_view id) {
  std::ostringstream out;
  for (const Hit& hit : page.hits) RenderTrecLine(hit, id, out);
  return out.str();
}

// One that nothing but its score has put in its place.
Hit MakeHit(std::size_t rank, double score, const std::string& id) {
  Hit hit;
  hit.rank = rank;
  hit.score = score;
  hit.order = score;
  hit.all_words = false;
  hit.article.id = id;
  return hit;
}

TEST(RenderTrec, ALineAHit) {
  ResultPage page;
  EXPECT_EQ(Render(page, "q1"), "");
  page.hits = {MakeHit(1, 12.5, "a"), MakeHit(2, 0.1234567, "b"), MakeHit(3, 0, "c")};
  EXPECT_EQ(Render(page, "q1"),
            "q1 Q0 a 1 12.500000 warta\n"
            "q1 Q0 b 2 0.123457 warta\n"
            "q1 Q0 c 3 -3.000000 warta\n");
}

TEST(RenderTrec, IdsWithWhiteSpaceStayOneColumn) {
  ResultPage page;
  page.hits = {MakeHit(1, 1, "a b\tc\nd\re.txt")};
  EXPECT_EQ(Render(page, "q1"), "q1 Q0 a_b_c_d_e.txt 1 1.000000 warta\n");
}

TEST(RenderTrec, TheIdOfTheQueryIsOneColumnToo) {
  ResultPage page;
  page.hits = {MakeHit(1, 1, "a")};
  EXPECT_EQ(Render(page, "q 1"), "q_1 Q0 a 1 1.000000 warta\n");
}

TEST(RenderTokens, FiveColumnsAndWhatIsNoWordInASixth) {
  std::ostringstream out;
  RenderTokens("Harga e-KTP", out);
  EXPECT_EQ(out.str(),
            "harga\tharga\t0\t0\t5\n"
            "e\te\t1\t6\t7\n"
            "ektp\tektp\t1\t6\t11\tvariant\n"
            "ktp\tktp\t2\t8\t11\n");
}

TEST(RenderTrec, WhatCountsMoreThanTheScoreStaysFirstWhereToolsSortByIt) {
  ResultPage page;
  page.hits = {MakeHit(1, 1, "a"), MakeHit(2, 30, "b")};
  page.hits.front().order = 1001;
  EXPECT_EQ(Render(page, "q"), "q Q0 a 1 1001.000000 warta\nq Q0 b 2 30.000000 warta\n");
}

}  // namespace
}  // namespace warta
