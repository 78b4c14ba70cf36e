#pragma once

#include <ostream>
#include <string_view>

#include <gtest/gtest.h>

namespace warta {

/// A line of a table: what goes in, and how what comes out is shown.
struct TextCase {
  std::string_view input;
  std::string_view shown;
};

inline void PrintTo(const TextCase& c, std::ostream* out) {
  *out << "for input " << ::testing::PrintToString(c.input);
}

/// Checks every line of a table against `show`, a function from the input to a string.
template <class Cases, class Show>
void ExpectShown(const Cases& cases, const Show& show) {
  for (const auto& c : cases) EXPECT_EQ(show(c.input), c.shown) << ::testing::PrintToString(c);
}

}  // namespace warta
