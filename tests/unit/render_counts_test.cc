#include "searcher/render/render_counts.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/columns.h"

namespace warta {
namespace {

std::string Render(const Facet& facet) {
  std::ostringstream out;
  TerminalStream stream(out);
  RenderFacet(facet, stream);
  return out.str();
}

std::string Render(const Histogram& histogram, const TextStyle& style) {
  std::ostringstream out;
  TerminalStream stream(out);
  RenderHistogram(histogram, style, stream);
  return out.str();
}

TEST(RenderFacet, NumbersStandInAColumn) {
  EXPECT_EQ(Render(Facet{"source", {{"Kabar Pagi", 12'345}, {"\u4EAC", 7}, {"", 3}}, 3}),
            "Sources:\n"
            "   Kabar Pagi  12,345\n"
            "   \u4EAC               7\n"
            "   (unknown)        3\n"
            "\n");
}

TEST(RenderFacet, SaysHowManyValuesAreLeftOut) {
  EXPECT_EQ(Render(Facet{"category", {{"Dunia", 2}}, 1'201}),
            "Categories:\n   Dunia  2\n   and 1,200 more\n\n");
}

TEST(RenderFacet, EachFieldHasAName) {
  for (const std::string_view field : kFacetFields) {
    EXPECT_NE(Render(Facet{std::string(field), {}, 0}), std::string(field) + ":\n\n");
  }
  EXPECT_EQ(Render(Facet{"year", {}, 0}), "Years:\n\n");
  EXPECT_EQ(Render(Facet{"month", {}, 0}), "Months:\n\n");
}

TEST(RenderFacet, ValuesCannotActOnTheTerminal) {
  EXPECT_EQ(Render(Facet{"source", {{"a\x1B[2J\n\u202E", 1}}, 1}), "Sources:\n   a [2J   1\n\n");
}

Histogram MakeHistogram() {
  return {Granularity::kMonth,
          {{"2022-01", 80, 1'000}, {"2022-02", 0, 50}, {"2022-03", 1, 3}, {"2022-04", 15, 15}},
          4};
}

TEST(RenderHistogram, BarsFillTheWidth) {
  EXPECT_EQ(Render(MakeHistogram(), {.blocks = false, .width = 46}),
            "2022-01 ################# 80 (8.00 % of 1,000)\n"
            "2022-02 0\n"
            "2022-03 # 1 (33.33 % of 3)\n"
            "2022-04 #### 15 (100.00 % of 15)\n"
            "without a date: 4\n"
            "\n");
}

TEST(RenderHistogram, BlocksHaveEighths) {
  Histogram histogram{Granularity::kYear, {{"2021", 16, 16}, {"2022", 9, 16}, {"2023", 1, 16}}, 0};
  // 10 columns are the least.
  EXPECT_EQ(
      Render(histogram, {.width = 20}),
      "2021 \u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588 16 (100.00 % of 16)\n"
      "2022 \u2588\u2588\u2588\u2588\u2588\u258B 9 (56.25 % of 16)\n"
      "2023 \u258B 1 (6.25 % of 16)\n"
      "\n");
}

TEST(RenderHistogram, NoLineIsWiderThanTheTerminal) {
  Histogram histogram = MakeHistogram();
  histogram.granularity = Granularity::kDay;
  for (HistogramBar& bar : histogram.bars) {
    bar.period += "-01";
    bar.articles *= 12'345;
    bar.all *= 12'345;
  }
  for (const std::size_t width : {60U, 80U, 200U}) {
    std::istringstream lines(Render(histogram, {.width = width}));
    std::size_t widest = 0;
    for (std::string line; std::getline(lines, line);) widest = std::max(widest, Columns(line));
    EXPECT_LE(widest, width);
    EXPECT_GE(widest, width - 8);
  }
}

TEST(RenderHistogram, NothingIsNoBar) {
  EXPECT_EQ(Render(Histogram{}, {}), "\n");
  EXPECT_EQ(Render(Histogram{Granularity::kDay, {}, 2}, {}), "without a date: 2\n\n");
}

}  // namespace
}  // namespace warta
