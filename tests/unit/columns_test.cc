#include "common/text/columns.h"

#include <ostream>
#include <string_view>

#include <gtest/gtest.h>

namespace warta {
namespace {

struct ColumnsCase {
  std::string_view text;
  std::size_t columns;
};

void PrintTo(const ColumnsCase& c, std::ostream* out) {
  *out << ::testing::PrintToString(c.text);
}

TEST(Columns, AsATerminalCountsThem) {
  constexpr ColumnsCase kCases[] = {
      {"", 0},
      {"Harga beras", 11},
      {"caf\u00E9", 4},
      {"cafe\u0301", 4},                // the accent is a character of its own
      {"\u4EAC\u90FD", 4},              // Han
      {"\uD55C\uAE00 \u304B", 7},       // Hangul, kana
      {"\uFF21a", 3},                   // a wide A
      {"\U0001F600", 2},                // emoji
      {"a\u200Bb\u200Dc", 3},           // invisible
      {"\u2026\u00B7\u201C\u201D", 4},  // ambiguous ones are narrow
      {"a\xFFz", 3},
  };
  for (const ColumnsCase& c : kCases) {
    EXPECT_EQ(Columns(c.text), c.columns) << ::testing::PrintToString(c);
  }
}

}  // namespace
}  // namespace warta
