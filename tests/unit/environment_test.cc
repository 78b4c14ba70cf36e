#include "common/environment.h"

#include <gtest/gtest.h>

#include "tests/unit/variable.h"

namespace warta {
namespace {

TEST(EnvironmentVariable, EmptyWhereThereIsNone) {
  const Variable there("WARTA_COBA", "isi");
  EXPECT_EQ(EnvironmentVariable("WARTA_COBA"), "isi");
  const Variable gone("WARTA_COBA", nullptr);
  EXPECT_EQ(EnvironmentVariable("WARTA_COBA"), "");
}

TEST(EnvironmentLocale, FirstOfThreeVariablesThatIsNotEmpty) {
  const Variable all("LC_ALL", "en_GB.UTF-8");
  const Variable category("LC_MESSAGES", "id_ID.UTF-8");
  const Variable language("LANG", "de_DE.UTF-8");
  EXPECT_EQ(EnvironmentLocale("LC_MESSAGES"), "en_GB.UTF-8");
  const Variable no_all("LC_ALL", "");
  EXPECT_EQ(EnvironmentLocale("LC_MESSAGES"), "id_ID.UTF-8");
  const Variable no_category("LC_MESSAGES", nullptr);
  EXPECT_EQ(EnvironmentLocale("LC_MESSAGES"), "de_DE.UTF-8");
  const Variable no_language("LANG", "");
  EXPECT_EQ(EnvironmentLocale("LC_MESSAGES"), "C");
}

}  // namespace
}  // namespace warta
