#include "common/store/files.h"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "tests/unit/fatal_matcher.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

class FilesTest : public TempDirectoryTest {};

TEST_F(FilesTest, ReadsTheWholeFile) {
  const std::string content("satu\0dua\r\n\xFF", 11);
  EXPECT_EQ(ReadSmallFile(Write("a", content)), content);
  EXPECT_EQ(ReadSmallFile(Write("kosong", "")), "");
}

TEST_F(FilesTest, AMissingFileIsFatal) {
  ExpectFatal(ExitCode::kIoError, [&] { ReadSmallFile(Path("tidak-ada")); });
}

TEST_F(FilesTest, AFolderInPlaceOfTheFileIsFatal) {
  ExpectFatal(ExitCode::kIoError, [&] { ReadSmallFile(directory()); });
}

TEST_F(FilesTest, ReplacesAndLeavesNothingBeside) {
  const std::string path = Path("XAPIANDB");
  ReplaceFile(path, "satu");
  EXPECT_EQ(ReadSmallFile(path), "satu");
  ReplaceFile(path, "");
  EXPECT_EQ(ReadSmallFile(path), "");
  const std::string large(3'000'000, 'x');
  ReplaceFile(path, large);
  EXPECT_EQ(ReadSmallFile(path), large);
  EXPECT_EQ(std::distance(fs::directory_iterator(directory()), fs::directory_iterator()), 1);
}

TEST_F(FilesTest, ALeftoverOfAKilledRunIsNoObstacle) {
  Write("XAPIANDB.tmp", "sisa yang lebih panjang");
  ReplaceFile(Path("XAPIANDB"), "baru");
  EXPECT_EQ(ReadSmallFile(Path("XAPIANDB")), "baru");
}

TEST_F(FilesTest, FailingToReplaceIsFatalAndLeavesTheOldFile) {
  ExpectFatal(ExitCode::kIoError, [&] { ReplaceFile(Path("tidak/ada"), "x"); });
  const std::string old = Write("lama", "isi lama");
  fs::create_directory(old + ".tmp");  // the file beside it cannot be made
  ExpectFatal(ExitCode::kIoError, [&] { ReplaceFile(old, "baru"); });
  EXPECT_EQ(ReadSmallFile(old), "isi lama");
}

TEST_F(FilesTest, ANameWithoutAFolderMeansTheCurrentOne) {
  const fs::path before = fs::current_path();
  fs::current_path(directory());
  EXPECT_NO_THROW(ReplaceFile("state.json", "{}"));
  fs::current_path(before);
  EXPECT_EQ(ReadSmallFile(Path("state.json")), "{}");
}

TEST_F(FilesTest, RemovesAFileWhetherItIsThereOrNot) {
  const std::string path = Write("a", "1");
  RemoveFile(path);
  EXPECT_FALSE(fs::exists(path));
  EXPECT_NO_THROW(RemoveFile(path));
  ExpectFatal(ExitCode::kIoError, [&] { RemoveFile(directory()); });
}

TEST_F(FilesTest, FolderBytesAreThoseOfItsFiles) {
  Write("a", "123");
  Write("b", "45");
  Write("dalam/c", "6");
  EXPECT_EQ(FolderBytes(directory()), 5U);
  EXPECT_EQ(FolderBytes(Path("tidak-ada")), 0U);
}

TEST_F(FilesTest, SyncFolderNeedsAFolder) {
  Write("a", "1");
  Write("dalam/b", "2");
  EXPECT_NO_THROW(SyncFolder(directory()));
  ExpectFatal(ExitCode::kIoError, [&] { SyncFolder(Path("tidak-ada")); });
  ExpectFatal(ExitCode::kIoError, [&] { SyncFolder(Path("a")); });
}

}  // namespace
}  // namespace warta
