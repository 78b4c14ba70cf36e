#include "common/text/frequent_word.h"

#include <gtest/gtest.h>

namespace warta {
namespace {

TEST(FrequentWord, IsOneOfTheList) {
  for (const char* word : {"ada", "di", "dilakukan", "masyarakat", "tidak", "yang"}) {
    EXPECT_TRUE(IsVeryFrequent(word)) << word;
  }
  for (const char* word : {"", "a", "yan", "yangs", "beras", "masyarakatnya", "\u0000"}) {
    EXPECT_FALSE(IsVeryFrequent(word)) << word;
  }
}

}  // namespace
}  // namespace warta
