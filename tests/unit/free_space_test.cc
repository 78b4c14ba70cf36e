#include "common/store/free_space.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/unit/fatal_matcher.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

class FreeSpaceTest : public TempDirectoryTest {};

TEST_F(FreeSpaceTest, OfTheNearestParentThatExists) {
  EXPECT_GT(FreeBytes(directory()), 0U);
  EXPECT_GT(FreeBytes(Path("belum/ada/sama/sekali/")), 0U);
  EXPECT_GT(FreeBytes("belum-ada"), 0U);
  EXPECT_NO_THROW(FreeBytes("/tidak-ada"));
}

TEST_F(FreeSpaceTest, BelowWhatIsNoFolderIsFatal) {
  const std::string path = Write("berkas", "x") + "/db";
  const auto fatal = FatalOf([&] { FreeBytes(path); });
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kIoError);
  EXPECT_EQ(fatal->what(), "cannot tell the free space of " + path + ": Not a directory");
}

TEST_F(FreeSpaceTest, TooLittleIsFatalWithBothFigures) {
  EXPECT_NO_THROW(RequireSpace(Path("db"), 1, "the index"));
  const auto fatal =
      FatalOf([&] { RequireSpace(Path("db"), 5'000'000'000'000'000'001, "the index"); });
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kIoError);
  const std::string message = fatal->what();
  EXPECT_TRUE(
      message.starts_with("not enough free space for the index: 5,000,000,000,001 MB needed, "))
      << message;
  EXPECT_TRUE(message.ends_with(" MB free at " + Path("db"))) << message;
  EXPECT_NE(fatal->hint(), "");
}

}  // namespace
}  // namespace warta
