#include "searcher/expand/typo.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace warta {
namespace {

struct Typo {
  std::string typed;
  std::string meant;
  double cost;
};

void PrintTo(const Typo& typo, std::ostream* out) {
  *out << typo.typed << " " << typo.meant;
}

class TypoCostTest : public ::testing::TestWithParam<Typo> {};

TEST_P(TypoCostTest, Costs) {
  EXPECT_NEAR(TypoCost(GetParam().typed, GetParam().meant), GetParam().cost, 1e-9);
}

INSTANTIATE_TEST_SUITE_P(
    Pairs, TypoCostTest,
    ::testing::Values(
        Typo{"beras", "beras", 0}, Typo{"", "", 0}, Typo{"", "di", 1.2},
        Typo{"pesna", "pesan", 0.4},                                   // exchanged
        Typo{"pessan", "pesan", 0.4},                                  // doubled
        Typo{"muhamad", "muhammad", 0.4}, Typo{"pean", "pesan", 0.6},  // missing
        Typo{"liat", "lihat", 0.5},                                    // h and e that are not heard
        Typo{"trampil", "terampil", 0.5}, Typo{"pedan", "pesan", 0.6},  // the key beside: d for s
        Typo{"pezan", "pesan", 0.4},                                    // and a sound: z for s
        Typo{"pesjan", "pesan", 0.8},                                   // one too many
        Typo{"pesdan", "pesan", 0.6},                                   // two keys at once
        Typo{"nasehat", "nasihat", 0.7},                                // a vowel for another
        Typo{"pemuta", "pemuka", 1},                                    // any letter
        Typo{"aktif", "aktiv", 0.4}, Typo{"aktip", "aktif", 0.4}, Typo{"ijasah", "ijazah", 0.4},
        Typo{"kusus", "khusus", 0.4}, Typo{"rachmad", "rahmad", 0.8}, Typo{"djaja", "jaya", 1.2},
        Typo{"boekoe", "buku", 0.8}, Typo{"tjara", "cara", 0.8},  // the first letter counts more
        Typo{"sukur", "syukur", 0.4}, Typo{"teks", "tex", 0.4}, Typo{"waktu", "aktu", 1},
        Typo{"aktu", "waktu", 1}, Typo{"ebras", "beras", 0.8}, Typo{"braes", "beras", 1.1},
        Typo{"日本", "日木", 1}));

TEST(TypoCost, KeysOfOtherRowsAreNeighboursToo) {
  EXPECT_NEAR(TypoCost("xgx", "xtx"), 0.6, 1e-9);  // t above g
  EXPECT_NEAR(TypoCost("xgx", "xyx"), 0.6, 1e-9);
  EXPECT_NEAR(TypoCost("xtx", "xgx"), 0.6, 1e-9);
  EXPECT_NEAR(TypoCost("xgx", "xbx"), 0.6, 1e-9);
  EXPECT_NEAR(TypoCost("xgx", "xrx"), 1, 1e-9);
  EXPECT_NEAR(TypoCost("xqx", "xmx"), 1, 1e-9);
}

}  // namespace
}  // namespace warta
