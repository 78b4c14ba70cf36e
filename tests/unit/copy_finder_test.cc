#include "indexer/copy_finder.h"

#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/sketch.h"
#include "tests/unit/random.h"
#include "tests/unit/random_sketch.h"

namespace warta {
namespace {

// With as many other bytes as a text may have that is still a copy, or somewhat more.
std::string Edited(std::string sketch, Random& random) {
  for (std::size_t edits = random.Below(30); edits > 0; --edits) {
    sketch[random.Below(sketch.size())] = static_cast<char>(random.Below(256));
  }
  return sketch;
}

bool HaveCommonBand(const std::string& a, const std::string& b) {
  for (const std::uint32_t of_a : Bands(a)) {
    for (const std::uint32_t of_b : Bands(b)) {
      if (of_a == of_b) return true;
    }
  }
  return false;
}

TEST(CopyFinder, FindsWhatComparingEachWithEachFinds) {
  Random random(1);
  for (int round = 0; round < 30; ++round) {
    std::vector<std::string> sketches;
    for (int story = 0; story < 20; ++story) {
      const std::string first = RandomSketch(random);
      sketches.push_back(first);
      for (std::size_t more = random.Below(3); more > 0; --more) {
        sketches.push_back(Edited(first, random));
      }
    }
    CopyFinder finder;
    std::vector<std::uint32_t> expected;
    for (std::size_t i = 0; i < sketches.size(); ++i) {
      finder.Add(static_cast<std::uint32_t>(i + 1), sketches[i]);
      for (std::size_t j = 0; j < sketches.size(); ++j) {
        if (i == j || !MayBeCopies(sketches[i], sketches[j])) continue;
        if (!HaveCommonBand(sketches[i], sketches[j])) continue;
        expected.push_back(static_cast<std::uint32_t>(i + 1));
        break;
      }
    }
    EXPECT_FALSE(expected.empty());
    EXPECT_EQ(finder.Find(), expected);
  }
}

TEST(CopyFinder, PassesOverArticlesWithoutASketch) {
  CopyFinder finder;
  finder.Add(1, "");
  finder.Add(2, "");
  EXPECT_TRUE(finder.articles().empty());
  EXPECT_TRUE(finder.Find().empty());
}

// A pair of words that stands in every article of a paper, which else differ.
TEST(CopyFinder, TakesAllForCopiesWhereTooManyAreAlike) {
  Random random(2);
  CopyFinder finder;
  for (std::uint32_t number = 1; number <= CopyFinder::kMostAlike + 1; ++number) {
    std::string sketch = RandomSketch(random);
    sketch[0] = sketch[1] = 'x';
    finder.Add(number, sketch);
    if (number == CopyFinder::kMostAlike) {
      EXPECT_TRUE(finder.Find().empty());
    }
  }
  EXPECT_EQ(finder.Find().size(), CopyFinder::kMostAlike + 1);
}

TEST(CopyFinder, BeginsAnew) {
  Random random(3);
  const std::string sketch = RandomSketch(random);
  CopyFinder finder;
  finder.Add(7, sketch);
  finder.clear();
  finder.Add(8, sketch);
  EXPECT_TRUE(finder.Find().empty());
  finder.Add(9, sketch);
  EXPECT_EQ(finder.Find(), (std::vector<std::uint32_t>{8, 9}));
}

}  // namespace
}  // namespace warta
