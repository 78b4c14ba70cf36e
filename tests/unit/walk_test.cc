#include "indexer/walk.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/fatal_matcher.h"
#include "tests/unit/temp_directory.h"
#include "tests/unit/without_privileges.h"

namespace warta {
namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

class WalkTest : public TempDirectoryTest {
 protected:
  // The relative names in their order; problems as "!path".
  Strings Names(const std::string& root) const {
    Strings names;
    Walk(
        root,
        [&](const SourceFile& file) {
          EXPECT_TRUE(file.path.starts_with('/')) << file.path;
          EXPECT_TRUE(fs::is_regular_file(file.path)) << file.path;
          names.push_back(file.relative);
        },
        [&](const std::string& path, const std::string& message) {
          EXPECT_NE(message, "");
          names.push_back('!' + fs::path(path).filename().string());
        });
    return names;
  }

  // By relative name.
  static std::map<std::string, FileStamp> Stamps(const std::string& root) {
    std::map<std::string, FileStamp> stamps;
    Walk(
        root, [&](const SourceFile& file) { stamps[file.relative] = file.stamp; },
        [](const std::string&, const std::string&) {});
    return stamps;
  }
};

TEST_F(WalkTest, InTheOrderOfTheNames) {
  for (const char* name : {"b.txt", "a/2.txt", "a/10.txt", "a.txt", "c/d/e.txt"}) Write(name, "x");
  const Strings expected = {"a/10.txt", "a/2.txt", "a.txt", "b.txt", "c/d/e.txt"};
  EXPECT_EQ(Names(directory()), expected);
  EXPECT_EQ(Names(directory() + "/"), expected);
  EXPECT_EQ(Names(directory() + "/a/.."), expected);
}

TEST_F(WalkTest, ADatabaseHoldsNoArticles) {
  for (const char* name : {"a.txt", "db/XAPIANDB", "db/state.json", "db/gen-000001/iamglass"})
    Write(name, "x");
  EXPECT_EQ(Names(directory()), Strings{"a.txt"});
}

TEST_F(WalkTest, AnEmptyFolderHoldsNothing) {
  EXPECT_EQ(Names(directory()), Strings{});
}

TEST_F(WalkTest, HiddenEntriesArePassedOverButNotAHiddenRoot) {
  Write(".git/x.txt", "x");
  Write(".a.txt", "x");
  Write("b/.c/x.txt", "x");
  Write("b/d.txt", "x");
  EXPECT_EQ(Names(directory()), Strings{"b/d.txt"});
  EXPECT_EQ(Names(Path(".git")), Strings{"x.txt"});
}

TEST_F(WalkTest, TheRootMayBeAFile) {
  const std::string path = Write("a/b.txt", "x");
  EXPECT_EQ(Names(path), Strings{"b.txt"});
}

TEST_F(WalkTest, TellsWhenAFileWasModified) {
  const std::string path = Write("a.txt", "x");
  const timespec times[2] = {{1'000'000'000, 0}, {1'644'192'000, 999'000'000}};
  ASSERT_EQ(::utimensat(AT_FDCWD, path.c_str(), times, 0), 0);
  std::int64_t modified = 0;
  Walk(
      directory(), [&](const SourceFile& file) { modified = file.modified; },
      [](const std::string&, const std::string&) {});
  EXPECT_EQ(modified, 1'644'192'000);
}

TEST_F(WalkTest, TheStampOfAFileIsItsSizeAndItsTimesToTheNanosecond) {
  const std::string path = Write("a.txt", "Harga kopi naik.");
  const timespec times[2] = {{1'000'000'000, 0}, {1'644'192'000, 999'000'001}};
  ASSERT_EQ(::utimensat(AT_FDCWD, path.c_str(), times, 0), 0);
  struct stat status = {};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  const FileStamp stamp = Stamps(directory()).at("a.txt");
  EXPECT_EQ(stamp.size, 16U);
  EXPECT_EQ(stamp.modified, 1'644'192'000'999'000'001);
  EXPECT_EQ(stamp.changed, status.st_ctim.tv_sec * 1'000'000'000 + status.st_ctim.tv_nsec);
  EXPECT_EQ(CurrentStamp(path), stamp);
  EXPECT_EQ(Stamps(path).at("a.txt"), stamp);
}

TEST_F(WalkTest, TheStampIsThatOfWhatALinkLeadsTo) {
  const std::string target = Write("luar/a.txt", "Harga kopi naik.");
  Write("akar/b.txt", "");
  fs::create_symlink(target, Path("akar/tautan.txt"));
  EXPECT_EQ(Stamps(Path("akar")).at("tautan.txt"), CurrentStamp(target));
}

TEST_F(WalkTest, AFileOfNoBytesHasAStampAndAMissingOneHasNone) {
  EXPECT_NE(CurrentStamp(Write("a.txt", "")), FileStamp{});
  EXPECT_EQ(CurrentStamp(Path("tidak-ada.txt")), FileStamp{});
  fs::create_symlink("tidak-ada.txt", Path("putus.txt"));
  EXPECT_EQ(CurrentStamp(Path("putus.txt")), FileStamp{});
}

TEST_F(WalkTest, ASidecarBelongsToTheStampOfItsFile) {
  const std::string path = Write("a.txt", "Harga kopi naik.");
  Write("b.jsonl", "{}");
  Write("b.json", "{}");
  const FileStamp alone = CurrentStamp(path);
  const std::string sidecar = Write("a.json", R"({"date": "2024-05-01"})");
  const timespec times[2] = {{0, UTIME_OMIT}, {4'102'444'800, 0}};
  ASSERT_EQ(::utimensat(AT_FDCWD, sidecar.c_str(), times, 0), 0);
  std::map<std::string, FileStamp> stamps = Stamps(directory());
  EXPECT_EQ(stamps.at("a.txt").size, alone.size + 22);
  EXPECT_EQ(stamps.at("a.txt").modified, 4'102'444'800 * 1'000'000'000);
  EXPECT_EQ(stamps.at("a.txt"), CurrentStamp(path));
  EXPECT_EQ(stamps.at("a.json").size, alone.size + 22) << "whose sidecar it is decides what it is";
  EXPECT_EQ(stamps.at("b.jsonl").size, 2U) << "files of records have none";
  // Given itself, the file has the same stamp.
  EXPECT_EQ(Stamps(path).at("a.txt"), stamps.at("a.txt"));
  fs::remove(sidecar);
  EXPECT_EQ(CurrentStamp(path), alone);
}

// A time of before is older than the file's own, and yet it has to be seen.
TEST_F(WalkTest, ASidecarWithAnOlderTimeChangesTheStamp) {
  const std::string path = Write("a.txt", "Harga kopi naik.");
  const std::string sidecar = Write("a.json", R"({"date": "2024-05-01"})");
  const FileStamp before = CurrentStamp(path);
  do {
    Write("a.json", R"({"date": "2024-05-02"})");
    const timespec times[2] = {{0, UTIME_OMIT}, {0, 0}};
    ASSERT_EQ(::utimensat(AT_FDCWD, sidecar.c_str(), times, 0), 0);
  } while (CurrentStamp(sidecar).changed <= before.changed);
  EXPECT_NE(CurrentStamp(path), before);
}

TEST_F(WalkTest, LoopsOfSymbolicLinksEnd) {
  Write("a/x.txt", "x");
  fs::create_directory_symlink(directory(), Path("a/naik"));
  fs::create_directory_symlink("..", Path("a/atas"));
  fs::create_directory_symlink(".", Path("a/sini"));
  EXPECT_EQ(Names(directory()), Strings{"a/x.txt"});
}

TEST_F(WalkTest, ALinkToItselfIsAProblemNotAnEnd) {
  Write("z.txt", "x");
  fs::create_symlink("diri", Path("diri"));
  fs::create_symlink("tidak-ada", Path("putus"));
  EXPECT_EQ(Names(directory()), (Strings{"!diri", "!putus", "z.txt"}));
}

TEST_F(WalkTest, AFolderReachedTwiceIsVisitedOnce) {
  Write("b/x.txt", "x");
  fs::create_directory_symlink("b", Path("a"));
  fs::create_directory_symlink("b", Path("c"));
  EXPECT_EQ(Names(directory()).size(), 1U);
}

TEST_F(WalkTest, WhatALinkLeadsToBelowTheRootKeepsItsOwnName) {
  Write("b/x.txt", "x");
  fs::create_directory_symlink("b", Path("a"));
  fs::create_symlink("b/x.txt", Path("c.txt"));
  EXPECT_EQ(Names(directory()), Strings{"b/x.txt"});
}

TEST_F(WalkTest, LinksToFilesAndToFoldersOutsideAreFollowed) {
  Write("luar/x.txt", "x");
  Write("akar/y.txt", "x");
  fs::create_directory_symlink(Path("luar"), Path("akar/tautan"));
  fs::create_symlink(Path("luar/x.txt"), Path("akar/z.txt"));
  EXPECT_EQ(Names(Path("akar")), (Strings{"tautan/x.txt", "y.txt", "z.txt"}));
  fs::create_directory_symlink(Path("akar"), Path("jalan"));
  EXPECT_EQ(Names(Path("jalan")).size(), 3U);
}

TEST_F(WalkTest, PipesArePassedOverWithoutBeingOpened) {
  ASSERT_EQ(::mkfifo(Path("pipa.txt").c_str(), 0600), 0);
  Write("z.txt", "x");
  EXPECT_EQ(Names(directory()), Strings{"z.txt"});
}

TEST_F(WalkTest, NamesWithOddBytesAreKept) {
  Write("a\nb.txt", "x");
  Write("c\xFF.txt", "x");
  EXPECT_EQ(Names(directory()), (Strings{"a\nb.txt", "c\xFF.txt"}));
}

TEST_F(WalkTest, AMissingRootIsFatal) {
  ExpectFatal(ExitCode::kNoInput, [&] { CanonicalRoot(Path("tidak-ada")); });
  ExpectFatal(ExitCode::kNoInput, [&] { CanonicalRoot(""); });
  ExpectFatal(ExitCode::kNoInput, [&] { Names(Path("tidak-ada")); });
  fs::create_symlink("tidak-ada", Path("putus"));
  ExpectFatal(ExitCode::kNoInput, [&] { CanonicalRoot(Path("putus")); });
  EXPECT_NO_THROW(CanonicalRoot(directory()));
  EXPECT_NO_THROW(CanonicalRoot(Write("a.txt", "")));
}

TEST_F(WalkTest, AFolderThatMayNotBeListedIsAProblem) {
  const WithoutPrivileges unprivileged;
  Write("a/x.txt", "x");
  Write("b/y.txt", "x");
  fs::permissions(Path("a"), fs::perms::none);
  EXPECT_EQ(Names(directory()), (Strings{"!a", "b/y.txt"}));
  ExpectFatal(ExitCode::kNoInput, [&] { CanonicalRoot(Path("a")); });
  fs::permissions(Path("a"), fs::perms::owner_all);
}

TEST_F(WalkTest, AFileThatMayNotBeReadIsNoRoot) {
  const WithoutPrivileges unprivileged;
  const std::string path = Write("a.txt", "x");
  fs::permissions(path, fs::perms::none);
  ExpectFatal(ExitCode::kNoInput, [&] { CanonicalRoot(path); });
}

}  // namespace
}  // namespace warta
