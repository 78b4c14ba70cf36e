#include "indexer/file_plan.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indexer/content_hash.h"
#include "tests/unit/temp_directory.h"
#include "tests/unit/without_privileges.h"

namespace warta {
namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

// A folder, and the records that runs over it have left.
class FilePlanTest : public TempDirectoryTest {
 protected:
  FilePlan Plan(const Strings& roots, const std::string& reading = "1") const {
    return PlanFiles(roots, reading, [this](const auto& each) {
      for (const auto& [path, record] : records_) each(FileRecord(record));
    });
  }

  // Does what is planned, of the records.
  FilePlan Run(const Strings& roots, const std::string& reading = "1") {
    FilePlan plan = Plan(roots, reading);
    for (const FileToRead& next : plan.read) {
      FileRecord& record = records_[next.file.path];
      record = {};
      record.path = next.file.path;
      record.stamp = next.file.stamp;
      record.hash = HashContent(next.file);
      record.reading = reading;
      record.articles = 1;
      records_.erase(next.former);
    }
    for (const std::string& path : plan.vanished) records_.erase(path);
    return plan;
  }

  // The files to be read, below the directory: "+" is new, "former > " was renamed.
  Strings Read(const FilePlan& plan) const {
    Strings read;
    for (const FileToRead& next : plan.read) {
      std::string name = next.file.path.substr(directory().size() + 1);
      if (!next.former.empty()) {
        name = next.former.substr(directory().size() + 1) + " > " + name;
      } else if (next.is_new) {
        name = '+' + name;
      }
      read.push_back(std::move(name));
    }
    return read;
  }

  Strings Vanished(const FilePlan& plan) const {
    Strings names;
    for (const std::string& path : plan.vanished) {
      names.push_back(path.substr(directory().size() + 1));
    }
    return names;
  }

  // Nothing is to be done with what was found.
  void ExpectIdle(const FilePlan& plan, std::uint64_t files) const {
    EXPECT_EQ(Read(plan), Strings{});
    EXPECT_EQ(Vanished(plan), Strings{});
    EXPECT_EQ(plan.files, files);
    EXPECT_EQ(plan.known_articles, files);
    EXPECT_EQ(plan.bytes_to_read, 0U);
  }

  // Sets the time of the content; that of the entry moves on by itself.
  static void SetModified(const std::string& path, std::int64_t seconds, long nanoseconds = 0) {
    const timespec times[2] = {{0, UTIME_OMIT}, {seconds, nanoseconds}};
    ASSERT_EQ(::utimensat(AT_FDCWD, path.c_str(), times, 0), 0);
  }

  std::map<std::string, FileRecord> records_;
};

TEST_F(FilePlanTest, WhatIsNewIsReadInTheOrderOfTheWalk) {
  Write("b.txt", "Dua");
  Write("a/1.jsonl", "{}");
  Write("a/2", "Satu");
  const FilePlan plan = Plan({directory()});
  EXPECT_EQ(Read(plan), (Strings{"+a/1.jsonl", "+a/2", "+b.txt"}));
  EXPECT_EQ(plan.files, 3U);
  EXPECT_EQ(plan.bytes_to_read, 9U);
  EXPECT_EQ(plan.known_articles, 0U);
  ASSERT_EQ(plan.roots.size(), 1U);
  EXPECT_EQ(plan.roots[0].path, directory());
  EXPECT_EQ(plan.roots[0].problem, "");
  EXPECT_TRUE(plan.roots[0].has_files);
  EXPECT_FALSE(plan.roots[0].has_articles);
  EXPECT_EQ(plan.read[0].file.relative, "a/1.jsonl");
}

TEST_F(FilePlanTest, WhatIsAsOnRecordIsNotRead) {
  Write("a.txt", "Satu");
  Write("b/c.txt", "Dua");
  Run({directory()});
  const FilePlan plan = Plan({directory()});
  ExpectIdle(plan, 2);
  EXPECT_TRUE(plan.roots[0].has_files);
  EXPECT_TRUE(plan.roots[0].has_articles);
}

TEST_F(FilePlanTest, AFileWithoutArticlesMakesNoRootOfArticles) {
  const std::string path = Write("a.txt", "");
  Run({directory()});
  records_[path].articles = 0;
  const FilePlan plan = Plan({directory()});
  EXPECT_EQ(Read(plan), Strings{});
  EXPECT_TRUE(plan.roots[0].has_files);
  EXPECT_FALSE(plan.roots[0].has_articles);
}

TEST_F(FilePlanTest, EveryPartOfTheStampCounts) {
  const std::string path = Write("a.txt", "Satu");
  Run({directory()});
  const FileStamp stamp = records_[path].stamp;
  for (const FileStamp& other :
       {FileStamp{stamp.size + 1, stamp.modified, stamp.changed},
        FileStamp{stamp.size, stamp.modified - 1, stamp.changed},
        FileStamp{stamp.size, stamp.modified, stamp.changed + 1}, FileStamp{0, 0, 0}}) {
    records_[path].stamp = other;
    EXPECT_EQ(Plan({directory()}).read.size(), 1U);
  }
  // One that was not read to its end counts as new.
  EXPECT_TRUE(Plan({directory()}).read[0].is_new);
  records_[path].stamp = {stamp.size, stamp.modified, stamp.changed - 1};
  EXPECT_FALSE(Plan({directory()}).read[0].is_new);
}

TEST_F(FilePlanTest, AChangeOfTheContentIsSeen) {
  Write("a.txt", "Satu");
  Run({directory()});
  Write("a.txt", "Satu, dua");
  EXPECT_EQ(Read(Run({directory()})), Strings{"a.txt"});
  ExpectIdle(Plan({directory()}), 1);
}

TEST_F(FilePlanTest, ATimeThatIsSetBackOrIsInTheFutureIsSeen) {
  const std::string path = Write("a.txt", "Satu");
  for (const std::int64_t seconds :
       {std::int64_t{4'102'444'800}, std::int64_t{0}, std::int64_t{-86'400}}) {
    SetModified(path, seconds, 5);
    EXPECT_EQ(Read(Run({directory()})).size(), 1U) << seconds;
    ExpectIdle(Plan({directory()}), 1);
  }
  SetModified(path, -86'400, 6);  // a nanosecond later
  EXPECT_EQ(Read(Plan({directory()})), Strings{"a.txt"});
}

// As long, and as old, as before: only the time of the entry tells.
TEST_F(FilePlanTest, AChangeBehindATimeThatIsSetBackIsSeen) {
  const std::string path = Write("a.txt", "Satu");
  SetModified(path, 1'714'525'200);
  Run({directory()});
  const std::int64_t before = records_[path].stamp.changed;
  do {
    Write("a.txt", "Dua!");
    SetModified(path, 1'714'525'200);
  } while (CurrentStamp(path).changed == before);
  EXPECT_EQ(Read(Plan({directory()})), Strings{"a.txt"});
}

TEST_F(FilePlanTest, AFileThatIsGoneHasVanished) {
  Write("a.txt", "Satu");
  Write("b.txt", "Dua");
  Run({directory()});
  fs::remove(Path("a.txt"));
  const FilePlan plan = Run({directory()});
  EXPECT_EQ(Vanished(plan), Strings{"a.txt"});
  EXPECT_EQ(plan.files, 1U);
  ExpectIdle(Plan({directory()}), 1);
}

TEST_F(FilePlanTest, AFolderThatIsEmptyNowHasLostItsFiles) {
  Write("a/1.txt", "Satu");
  Run({directory()});
  fs::remove_all(Path("a"));
  const FilePlan plan = Plan({directory()});
  EXPECT_EQ(Vanished(plan), Strings{"a/1.txt"});
  EXPECT_FALSE(plan.roots[0].has_files);
  EXPECT_FALSE(plan.roots[0].has_articles);
}

TEST_F(FilePlanTest, ARenamedFileIsKnownByItsContent) {
  Write("lama.txt", "Harga kopi naik.");
  Write("tetap.txt", "Harga beras turun.");
  Run({directory()});
  fs::rename(Path("lama.txt"), Path("baru.txt"));
  const FilePlan plan = Run({directory()});
  EXPECT_EQ(Read(plan), Strings{"lama.txt > baru.txt"});
  EXPECT_EQ(Vanished(plan), Strings{});
  ExpectIdle(Plan({directory()}), 2);
}

TEST_F(FilePlanTest, ARenamedFolderTakesItsFilesAlong) {
  for (const char* name : {"2023/a.txt", "2023/b/c.txt", "2024/d.txt"}) Write(name, name);
  Run({directory()});
  fs::rename(Path("2023"), Path("arsip"));
  const FilePlan plan = Plan({directory()});
  EXPECT_EQ(Read(plan), (Strings{"2023/a.txt > arsip/a.txt", "2023/b/c.txt > arsip/b/c.txt"}));
  EXPECT_EQ(Vanished(plan), Strings{});
}

TEST_F(FilePlanTest, AFileThatWasCopiedWasNotRenamed) {
  Write("a.txt", "Harga kopi naik.");
  Run({directory()});
  Write("b.txt", "Harga kopi naik.");
  EXPECT_EQ(Read(Plan({directory()})), Strings{"+b.txt"});
}

TEST_F(FilePlanTest, AnotherContentOfTheSameSizeIsAnotherFile) {
  Write("a.txt", "Harga kopi naik.");
  Run({directory()});
  fs::remove(Path("a.txt"));
  Write("b.txt", "Harga kopi nyak.");
  const FilePlan plan = Plan({directory()});
  EXPECT_EQ(Read(plan), Strings{"+b.txt"});
  EXPECT_EQ(Vanished(plan), Strings{"a.txt"});
}

TEST_F(FilePlanTest, OfTwoEqualFilesOnlyTheOneThatIsGoneWasRenamed) {
  Write("a.txt", "Harga kopi naik.");
  Write("b.txt", "Harga kopi naik.");
  Run({directory()});
  fs::rename(Path("b.txt"), Path("c.txt"));
  EXPECT_EQ(Read(Run({directory()})), Strings{"b.txt > c.txt"});
  // Both: each new name has a former one of its own.
  fs::create_directory(Path("x"));
  fs::rename(Path("a.txt"), Path("x/a.txt"));
  fs::rename(Path("c.txt"), Path("x/c.txt"));
  const FilePlan plan = Plan({directory()});
  ASSERT_EQ(plan.read.size(), 2U);
  EXPECT_NE(plan.read[0].former, "");
  EXPECT_NE(plan.read[1].former, "");
  EXPECT_NE(plan.read[0].former, plan.read[1].former);
  EXPECT_EQ(Vanished(plan), Strings{});
}

TEST_F(FilePlanTest, OfTwoNamesOfOneContentOneWasRenamed) {
  Write("a.txt", "Harga kopi naik.");
  Run({directory()});
  fs::rename(Path("a.txt"), Path("b.txt"));
  Write("c.txt", "Harga kopi naik.");
  EXPECT_EQ(Read(Plan({directory()})), (Strings{"a.txt > b.txt", "+c.txt"}));
}

TEST_F(FilePlanTest, AFileThatTookThePlaceOfAnotherHasChanged) {
  Write("a.txt", "Harga kopi naik.");
  Write("b.txt", "Harga beras turun.");
  Run({directory()});
  fs::rename(Path("a.txt"), Path("b.txt"));
  const FilePlan plan = Plan({directory()});
  EXPECT_EQ(Read(plan), Strings{"b.txt"});
  EXPECT_EQ(Vanished(plan), Strings{"a.txt"});
}

TEST_F(FilePlanTest, AFileOfUnknownContentWasNotRenamed) {
  const std::string path = Write("a.txt", "Harga kopi naik.");
  Run({directory()});
  records_[path].hash = 0;  // it could not be read
  fs::rename(path, Path("b.txt"));
  const FilePlan plan = Plan({directory()});
  EXPECT_EQ(Read(plan), Strings{"+b.txt"});
  EXPECT_EQ(Vanished(plan), Strings{"a.txt"});
}

TEST_F(FilePlanTest, OnlyWhatIsBelowTheRootsCanHaveVanished) {
  Write("utara/a.txt", "Satu");
  Write("utara-lama/b.txt", "Dua");
  Write("selatan/c.txt", "Tiga");
  Run({directory()});
  for (const char* name : {"utara/a.txt", "utara-lama/b.txt", "selatan/c.txt"})
    fs::remove(Path(name));
  EXPECT_EQ(Vanished(Plan({Path("utara")})), Strings{"utara/a.txt"});
  EXPECT_EQ(Vanished(Plan({Path("selatan"), Path("utara-lama")})),
            (Strings{"selatan/c.txt", "utara-lama/b.txt"}));
}

TEST_F(FilePlanTest, TheRootMayBeAFile) {
  const std::string path = Write("a.txt", "Satu");
  Write("b.txt", "Dua");
  EXPECT_EQ(Read(Run({path})), Strings{"+a.txt"});
  ExpectIdle(Plan({path}), 1);
  EXPECT_EQ(Read(Plan({directory()})), Strings{"+b.txt"});
  fs::remove(path);
  const FilePlan plan = Plan({path});
  EXPECT_NE(plan.roots[0].problem, "");
  EXPECT_EQ(Vanished(plan), Strings{});
}

TEST_F(FilePlanTest, ARootGivenTwiceIsReadOnce) {
  Write("a.txt", "Satu");
  fs::create_directory_symlink(directory(), Path("akar"));
  const Strings roots = {directory(), directory() + "/", Path("akar")};
  const FilePlan plan = Run(roots);
  EXPECT_EQ(Read(plan), Strings{"+a.txt"});
  EXPECT_EQ(plan.files, 1U);
  EXPECT_EQ(plan.read[0].root, 0U);
  ASSERT_EQ(plan.roots.size(), 3U);
  for (const RootPlan& root : plan.roots) {
    EXPECT_EQ(root.path, directory());
    EXPECT_TRUE(root.has_files);
  }
  ExpectIdle(Plan(roots), 1);
}

TEST_F(FilePlanTest, OfNestedRootsTheFirstOwnsTheFile) {
  Write("a/b/1.txt", "Satu");
  Write("a/2.txt", "Dua");
  const FilePlan outer_first = Plan({Path("a"), Path("a/b")});
  EXPECT_EQ(Read(outer_first), (Strings{"+a/2.txt", "+a/b/1.txt"}));
  EXPECT_EQ(outer_first.read[1].root, 0U);
  EXPECT_EQ(outer_first.read[1].file.relative, "b/1.txt");
  EXPECT_TRUE(outer_first.roots[1].has_files);

  const FilePlan inner_first = Run({Path("a/b"), Path("a")});
  EXPECT_EQ(Read(inner_first), (Strings{"+a/b/1.txt", "+a/2.txt"}));
  EXPECT_EQ(inner_first.read[0].root, 0U);
  EXPECT_EQ(inner_first.read[0].file.relative, "1.txt");
  EXPECT_EQ(inner_first.read[1].root, 1U);

  ExpectIdle(Plan({Path("a/b"), Path("a")}), 2);
  const FilePlan swapped = Plan({Path("a"), Path("a/b")});
  ExpectIdle(swapped, 2);
  EXPECT_TRUE(swapped.roots[0].has_articles);
  EXPECT_TRUE(swapped.roots[1].has_articles);
}

TEST_F(FilePlanTest, AMissingRootIsNamedAndLosesNothing) {
  Write("a/1.txt", "Satu");
  Write("b/2.txt", "Dua");
  Run({Path("a"), Path("b")});
  fs::rename(Path("b"), Path("dilepas"));
  const FilePlan plan = Plan({Path("a"), Path("b")});
  EXPECT_EQ(plan.roots[0].problem, "");
  EXPECT_EQ(plan.roots[1].path, "");
  EXPECT_EQ(plan.roots[1].given, Path("b"));
  EXPECT_EQ(plan.roots[1].problem, Path("b") + ": No such file or directory");
  EXPECT_FALSE(plan.roots[1].has_files);
  ExpectIdle(plan, 1);
}

TEST_F(FilePlanTest, AMissingRootWithinOneThatIsThereLosesNothing) {
  Write("a/1.txt", "Satu");
  Write("a/b/2.txt", "Dua");
  Write("a/b2/3.txt", "Tiga");
  Run({Path("a")});
  fs::remove_all(Path("a/b"));
  fs::remove_all(Path("a/b2"));
  for (const std::string& given : {Path("a/b"), Path("a/b/"), Path("a/../a/./b")}) {
    EXPECT_EQ(Vanished(Plan({Path("a"), given})), Strings{"a/b2/3.txt"}) << given;
    EXPECT_EQ(Vanished(Plan({given, Path("a")})), Strings{"a/b2/3.txt"}) << given;
  }
  // The outer one alone says nothing of it.
  EXPECT_EQ(Vanished(Plan({Path("a")})), (Strings{"a/b/2.txt", "a/b2/3.txt"}));
}

TEST_F(FilePlanTest, AMissingRootWithinOneThatIsThereMayBeGivenFromTheWorkingDirectory) {
  Write("a/1.txt", "Satu");
  Write("a/b/2.txt", "Dua");
  Run({Path("a")});
  fs::remove_all(Path("a/b"));
  const fs::path before = fs::current_path();
  fs::current_path(directory());
  const FilePlan plan = Plan({"a", "a/b"});
  fs::current_path(before);
  EXPECT_EQ(Vanished(plan), Strings{});
}

TEST_F(FilePlanTest, NothingOfAMissingRootIsTakenForRenamed) {
  Write("a/1.txt", "Satu");
  Write("b/2.txt", "Dua");
  Run({Path("a"), Path("b")});
  fs::rename(Path("b"), Path("dilepas"));
  Write("a/2.txt", "Dua");
  EXPECT_EQ(Read(Plan({Path("a"), Path("b")})), Strings{"+a/2.txt"});
}

TEST_F(FilePlanTest, WhatCannotBeListedKeepsWhatIsBelowIt) {
  const WithoutPrivileges unprivileged;
  Write("a/1.txt", "Satu");
  Write("b/c/2.txt", "Dua");
  Write("b2/3.txt", "Tiga");
  Run({directory()});
  fs::remove(Path("b2/3.txt"));
  fs::permissions(Path("b"), fs::perms::none);
  const FilePlan plan = Plan({directory()});
  // The same folder as a root, within one that can be listed.
  const FilePlan nested = Plan({Path("b"), directory()});
  fs::permissions(Path("b"), fs::perms::owner_all);
  EXPECT_EQ(Vanished(plan), Strings{"b2/3.txt"});
  ASSERT_EQ(plan.unreadable.size(), 1U);
  EXPECT_EQ(plan.unreadable[0].first, Path("b"));
  EXPECT_EQ(plan.unreadable[0].second, "cannot list the folder: Permission denied");
  EXPECT_EQ(Vanished(nested), Strings{"b2/3.txt"});
  EXPECT_NE(nested.roots[0].problem, "");
}

// A folder may be reached through a link whose target is not mounted.
TEST_F(FilePlanTest, ALinkToNowhereKeepsWhatWasBelowIt) {
  Write("disk/2.txt", "Dua");
  Write("akar/1.txt", "Satu");
  fs::create_directory_symlink(Path("disk"), Path("akar/tautan"));
  EXPECT_EQ(Read(Run({Path("akar")})), (Strings{"+akar/1.txt", "+akar/tautan/2.txt"}));
  fs::rename(Path("disk"), Path("dilepas"));
  const FilePlan plan = Plan({Path("akar")});
  EXPECT_EQ(Vanished(plan), Strings{});
  ASSERT_EQ(plan.unreadable.size(), 1U);
  EXPECT_EQ(plan.unreadable[0].first, Path("akar/tautan"));
}

TEST_F(FilePlanTest, TheRecordOfWhatCouldNotBeListedGoesWithIt) {
  Write("a/1.txt", "Satu");
  Run({directory()});
  records_[Path("b")].path = Path("b");  // a folder; it is not there any more, or can be listed
  records_[Path("a")].path = Path("a");
  EXPECT_EQ(Vanished(Plan({directory()})), (Strings{"a", "b"}));
}

TEST_F(FilePlanTest, AFileChangesWithItsSidecar) {
  Write("a.txt", "Harga kopi naik.");
  Run({directory()});
  Write("a.json", R"({"date": "2024-05-01"})");
  EXPECT_EQ(Read(Run({directory()})), (Strings{"+a.json", "a.txt"}));
  ExpectIdle(Plan({directory()}), 2);
  SetModified(Path("a.json"), 4'102'444'800);
  EXPECT_EQ(Read(Run({directory()})), (Strings{"a.json", "a.txt"}));
  fs::remove(Path("a.json"));
  const FilePlan plan = Run({directory()});
  EXPECT_EQ(Read(plan), Strings{"a.txt"});
  EXPECT_EQ(Vanished(plan), Strings{"a.json"});
  ExpectIdle(Plan({directory()}), 1);
}

TEST_F(FilePlanTest, AFileIsRenamedWithItsSidecar) {
  Write("a.txt", "Harga kopi naik.");
  Write("a.json", R"({"date": "2024-05-01"})");
  Run({directory()});
  fs::rename(Path("a.txt"), Path("b.txt"));
  fs::rename(Path("a.json"), Path("b.json"));
  EXPECT_EQ(Read(Plan({directory()})), (Strings{"a.json > b.json", "a.txt > b.txt"}));
}

// What is beside a file decides what it is: this one holds an article of its own now.
TEST_F(FilePlanTest, ASidecarWithoutItsFileIsReadAgain) {
  Write("a.txt", "Harga kopi naik.");
  Write("a.json", R"({"title": "Harga Kopi", "date": "2024-05-01"})");
  Run({directory()});
  fs::remove(Path("a.txt"));
  EXPECT_EQ(Read(Plan({directory()})), Strings{"a.json"});
}

TEST_F(FilePlanTest, AFileThatBecomesASidecarIsReadAgain) {
  Write("a.json", R"({"title": "Harga Kopi", "date": "2024-05-01"})");
  Run({directory()});
  Write("a.txt", "Harga kopi naik.");
  EXPECT_EQ(Read(Plan({directory()})), (Strings{"a.json", "+a.txt"}));
}

TEST_F(FilePlanTest, AnotherWayOfReadingReadsAllAgain) {
  Write("a.txt", "Satu");
  Write("b.jsonl", "{}");
  Run({directory()});
  const FilePlan plan = Run({directory()}, "1/2");
  EXPECT_EQ(Read(plan), (Strings{"a.txt", "b.jsonl"}));
  EXPECT_EQ(plan.known_articles, 0U);
  ExpectIdle(Plan({directory()}, "1/2"), 2);
  EXPECT_EQ(Plan({directory()}, "1").read.size(), 2U);
}

TEST_F(FilePlanTest, PicturesAreNoFilesOfArticles) {
  Write("foto.jpg", "x");
  Write("gaya.css", "x");
  FilePlan plan = Plan({directory()});
  EXPECT_EQ(Read(plan), Strings{});
  EXPECT_EQ(plan.files, 0U);
  EXPECT_FALSE(plan.roots[0].has_files);
  Write("a.txt", "Satu");
  plan = Plan({directory()});
  EXPECT_EQ(Read(plan), Strings{"+a.txt"});
  EXPECT_EQ(plan.files, 1U);
}

TEST_F(FilePlanTest, NamesWithOddBytesAreKnownAgain) {
  Write("a\nb.txt", "Satu");
  Write("c\xFF.txt", "Dua");
  Write(std::string(200, 'x') + "/" + std::string(200, 'y') + ".txt", "Tiga");
  Run({directory()});
  ExpectIdle(Plan({directory()}), 3);
}

TEST_F(FilePlanTest, NothingIsKnownOfNothing) {
  const FilePlan plan = Plan({});
  EXPECT_EQ(plan.files, 0U);
  EXPECT_TRUE(plan.roots.empty());
  ExpectIdle(Plan({directory()}), 0);
}

TEST(IsBelowTest, WholeNamesOnly) {
  EXPECT_TRUE(IsBelow("/a", "/a"));
  EXPECT_TRUE(IsBelow("/a/b", "/a"));
  EXPECT_TRUE(IsBelow("/a/b", "/a/"));
  EXPECT_TRUE(IsBelow("/a", "/"));
  EXPECT_FALSE(IsBelow("/ab", "/a"));
  EXPECT_FALSE(IsBelow("/a-b/c", "/a"));
  EXPECT_FALSE(IsBelow("/", "/a"));
  EXPECT_FALSE(IsBelow("", "/a"));
}

}  // namespace
}  // namespace warta
