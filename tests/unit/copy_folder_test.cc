#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/date.h"
#include "common/text/sketch.h"
#include "searcher/search/fold.h"
#include "tests/unit/random.h"
#include "tests/unit/random_sketch.h"

namespace warta {
namespace {

// The sketch of a text that has most in common. From the 16th byte on no band changes.
std::string Changed(std::string sketch, std::size_t from, std::size_t count) {
  for (std::size_t i = from; i < from + count; ++i) sketch[i] = static_cast<char>(sketch[i] ^ 1);
  return sketch;
}

// "0 1 =0": the first two hits lead groups, the third is a copy of the first.
std::string Show(const std::vector<std::string>& sketches) {
  CopyFolder folder;
  std::string shown;
  for (std::size_t i = 0; i < sketches.size(); ++i) {
    const auto leader = folder.Add({sketches[i], std::nullopt, "paper " + std::to_string(i)});
    shown += (i == 0 ? "" : " ") + (leader ? '=' + std::to_string(*leader) : std::to_string(i));
  }
  return shown;
}

TEST(CopyFolder, FoldsCopiesIntoTheFirst) {
  Random random(1);
  const std::string a = RandomSketch(random);
  const std::string b = RandomSketch(random);
  EXPECT_EQ(Show({a, b, a, b, a}), "0 1 =0 =1 =0");
  EXPECT_EQ(Show({a, Changed(a, 0, 10), b, Changed(a, 30, 10)}), "0 =0 2 =0");
}

TEST(CopyFolder, ComparesWithLeadersOnly) {
  Random random(2);
  const std::string a = RandomSketch(random);
  const std::string b = Changed(a, 20, 15);  // a copy of a
  const std::string c = Changed(b, 35, 15);  // a copy of b, but not of a
  ASSERT_TRUE(AreCopies(a, b, {}) && AreCopies(b, c, {}) && !AreCopies(a, c, {}));
  EXPECT_EQ(Show({a, b, c}), "0 =0 2");
}

TEST(CopyFolder, TheEarliestOfSeveralLeadersWins) {
  Random random(3);
  const std::string b = RandomSketch(random);
  const std::string a = Changed(b, 20, 15);
  const std::string c = Changed(b, 35, 15);
  ASSERT_FALSE(AreCopies(a, c, {}));
  EXPECT_EQ(Show({a, c, b}), "0 1 =0");
  EXPECT_EQ(Show({c, a, b}), "0 1 =0");
}

TEST(CopyFolder, HitsWithoutSketchesAreNeverFolded) {
  Random random(4);
  const std::string a = RandomSketch(random);
  EXPECT_EQ(Show({"", a, "", "", a}), "0 1 2 3 =1");
}

TEST(CopyFolder, DaysOfPublicationTellGroupsApart) {
  Random random(5);
  const std::string a = RandomSketch(random);
  CopyFolder folder;
  EXPECT_EQ(folder.Add({a, MakeDate(2022, 2, 7), "antara"}), std::nullopt);
  EXPECT_EQ(folder.Add({a, MakeDate(2022, 2, 14), "antara"}), std::nullopt);
  EXPECT_EQ(folder.Add({a, MakeDate(2022, 2, 15), "antara"}), 1U);
  EXPECT_EQ(folder.Add({a, MakeDate(2022, 2, 6), "antara"}), 0U);
  EXPECT_EQ(folder.Add({a, std::nullopt, "antara"}), 0U) << "an unknown day tells nothing";
}

TEST(CopyFolder, PublishersAreComparedAndUnknownOnesMayBeTheSame) {
  Random random(7);
  const std::string a = RandomSketch(random);
  const std::string b = Changed(a, 20, 15);
  ASSERT_TRUE(AreCopies(a, b, {0, false}) && !AreCopies(a, b, {0, true}));
  const auto second = [&](std::string_view publisher, std::string_view other) {
    CopyFolder folder;
    folder.Add({a, std::nullopt, std::string(publisher)});
    return folder.Add({b, std::nullopt, std::string(other)});
  };
  EXPECT_EQ(second("antara", "harian"), 0U);
  EXPECT_EQ(second("antara", "antara"), std::nullopt);
  EXPECT_EQ(second("", "harian"), 0U);
  EXPECT_EQ(second("", ""), std::nullopt);
}

// Against the definition, every hit with every leader.
TEST(CopyFolder, FindsWhatComparingAllFinds) {
  Random random(6);
  std::vector<std::string> sketches;
  std::vector<std::size_t> leaders;
  CopyFolder folder;
  for (std::size_t hit = 0; hit < 1000; ++hit) {
    sketches.push_back(hit % 3 == 0 ? RandomSketch(random)
                                    : Changed(sketches[random.Below(hit)], 16 + random.Below(20),
                                              random.Below(20)));
    std::optional<std::size_t> expected;
    for (const std::size_t leader : leaders) {
      if (!expected && AreCopies(sketches[leader], sketches[hit], {})) expected = leader;
    }
    if (!expected) leaders.push_back(hit);
    ASSERT_EQ(folder.Add({sketches[hit], std::nullopt, std::to_string(hit)}), expected) << hit;
  }
  EXPECT_LT(leaders.size(), 900U);
}

}  // namespace
}  // namespace warta
