#include "common/printable.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/utf8.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

TEST(Printable, NothingReachesTheTerminalThatActsOnIt) {
  using namespace std::string_view_literals;
  constexpr TextCase kCases[] = {
      {"", ""},
      {"Harga beras naik 5%.", "Harga beras naik 5%."},
      {"caf\u00E9 \u4EAC \U0001F600", "caf\u00E9 \u4EAC \U0001F600"},
      {"a\x1B[31mb", "a [31mb"},
      {"a\x1B]0;judul\x07"
       "b",
       "a ]0;judul b"},
      {"a\nb\tc\rd\be\x7F", "a b c d e "},
      {"a\0b"sv, "a b"},
      {"a\u009B31mb", "a 31mb"},  // CSI as one character
      {"a\u0080\u009Fb", "a  b"},
      {"a\u00A0b", "a\u00A0b"},    // no control
      {"a\u202Eb\u202Cc", "abc"},  // right-to-left override
      {"a\u2066b\u2069", "ab"},
      {"a\u200E\u200F\u061Cb", "ab"},
      {"a\u202A\u202B\u202D\u2067\u2068z", "az"},
      {"a\u2027b\u2030\u2065", "a\u2027b\u2030\u2065"},  // their neighbours stay
      {"a\u2028b\u2029", "a b "},
      {"a\xC2", "a\xC2"},
  };
  ExpectShown(kCases, Printable);
}

TEST(PrintableProperty, ValidTextStaysValidWithoutControls) {
  Random random(81);
  for (int round = 0; round < 3000; ++round) {
    const std::string safe = Printable(random.Utf8(40));
    ASSERT_TRUE(IsValidUtf8(safe));
    ASSERT_EQ(Printable(safe), safe);
    for (std::size_t at = 0; at < safe.size(); ++at) {
      ASSERT_EQ(UnprintableLength(std::string_view(safe).substr(at)), 0U);
    }
    for (const char c : safe) {
      ASSERT_TRUE(static_cast<unsigned char>(c) >= 0x20 && c != '\x7F')
          << ::testing::PrintToString(safe);
    }
  }
}

}  // namespace
}  // namespace warta
