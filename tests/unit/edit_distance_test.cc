#include "searcher/expand/edit_distance.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/utf8.h"

namespace warta {
namespace {

std::u32string CodePoints(std::string_view text) {
  std::u32string code_points;
  for (std::size_t at = 0; at < text.size();) code_points += NextCodePoint(text, at);
  return code_points;
}

// By the definition, without any band: the whole table.
std::size_t Slow(std::string_view one, std::string_view other) {
  const std::u32string a = CodePoints(one);
  const std::u32string b = CodePoints(other);
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

struct Pair {
  std::string one;
  std::string other;
  std::size_t edits;
};

void PrintTo(const Pair& pair, std::ostream* out) {
  *out << pair.one << " " << pair.other;
}

class EditDistanceTest : public ::testing::TestWithParam<Pair> {};

TEST_P(EditDistanceTest, CountsEdits) {
  const Pair& pair = GetParam();
  EXPECT_EQ(EditDistance(pair.one, 10).To(pair.other), pair.edits);
  EXPECT_EQ(EditDistance(pair.other, 10).To(pair.one), pair.edits);
  EXPECT_EQ(EditDistance(pair.one, pair.edits).To(pair.other), pair.edits);
  if (pair.edits > 0) {
    EXPECT_EQ(EditDistance(pair.one, pair.edits - 1).To(pair.other), std::nullopt);
  }
}

INSTANTIATE_TEST_SUITE_P(Pairs, EditDistanceTest,
                         ::testing::Values(Pair{"beras", "beras", 0}, Pair{"beras", "bera", 1},
                                           Pair{"beras", "eras", 1}, Pair{"beras", "berras", 1},
                                           Pair{"beras", "kberas", 1}, Pair{"beras", "betas", 1},
                                           Pair{"beras", "beras2", 1}, Pair{"beras", "ebras", 1},
                                           Pair{"beras", "bears", 1}, Pair{"beras", "berasa", 1},
                                           Pair{"presiden", "persidne", 2},
                                           Pair{"presiden", "pesidn", 2},
                                           Pair{"soekarno", "sukarno", 2}, Pair{"", "", 0},
                                           Pair{"", "dua", 3}, Pair{"satu", "", 4},
                                           // No letter is edited twice: ca, ac, abc.
                                           Pair{"ca", "abc", 3},
                                           // Code points, not bytes.
                                           Pair{"čevapi", "ćevapi", 1}, Pair{"日本", "本日", 1},
                                           Pair{"東京都", "東都", 1}, Pair{"a", "日", 1}));

std::string RandomWord(std::mt19937& random, std::size_t longest) {
  static const std::vector<std::string> kLetters = {"a", "b", "c", "é", "日"};
  std::string word;
  for (std::size_t left = random() % (longest + 1); left > 0; --left) {
    word += kLetters[random() % kLetters.size()];
  }
  return word;
}

TEST(EditDistance, IsTheDefinitionWithinItsBand) {
  std::mt19937 random(1);
  for (int round = 0; round < 400; ++round) {
    const std::string word = RandomWord(random, 8);
    for (std::size_t most = 0; most <= 3; ++most) {
      EditDistance distance(word, most);
      for (int i = 0; i < 25; ++i) {  // in no order
        const std::string other = RandomWord(random, 8);
        const std::size_t edits = Slow(word, other);
        EXPECT_EQ(distance.To(other),
                  edits <= most ? std::optional<std::size_t>(edits) : std::nullopt)
            << word << " " << other << " " << most;
      }
    }
  }
}

TEST(EditDistance, NothingNearHasAHopelessBeginning) {
  std::mt19937 random(2);
  std::set<std::string> words;
  while (words.size() < 1500) words.insert(RandomWord(random, 6));
  std::size_t hopeless = 0;
  for (const std::string& word :
       {std::string("abca"), std::string("é日a"), std::string("ccbbaa")}) {
    EditDistance distance(word, 1);
    for (const std::string& other : words) {
      if (distance.To(other)) {
        EXPECT_EQ(distance.hopeless_bytes(), std::nullopt);
        continue;
      }
      const auto bytes = distance.hopeless_bytes();
      if (!bytes) continue;
      ++hopeless;
      ASSERT_LE(*bytes, other.size());
      const std::string beginning = other.substr(0, *bytes);
      for (const std::string& any : words) {
        if (any.compare(0, *bytes, beginning) == 0) {
          EXPECT_GT(Slow(word, any), 1U) << word << " " << any << " " << beginning;
        }
      }
    }
  }
  EXPECT_GT(hopeless, 1000U);
}

TEST(EditDistance, AHopelessBeginningEndsWhereItIsSeen) {
  EditDistance distance("beras", 1);
  EXPECT_FALSE(distance.To("bulog"));
  EXPECT_EQ(distance.hopeless_bytes(), 3U);
  EXPECT_FALSE(distance.To("beranda"));  // too long, but beras begins so
  EXPECT_EQ(distance.hopeless_bytes(), 6U);
  EXPECT_FALSE(distance.To("ber"));
  EXPECT_EQ(distance.hopeless_bytes(), std::nullopt);
}

}  // namespace
}  // namespace warta
