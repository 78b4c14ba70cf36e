#include "common/store/database_directory.h"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "common/store/files.h"
#include "common/store/generation_checksums.h"
#include "tests/unit/fatal_matcher.h"
#include "tests/unit/temp_directory.h"
#include "tests/unit/variable.h"
#include "tests/unit/without_privileges.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

class DatabaseDirectoryTest : public TempDirectoryTest {
 protected:
  DatabaseDirectory Db() const { return DatabaseDirectory(Path("db")); }

  void MakeGeneration(unsigned number) const {
    fs::create_directories(Db().GenerationPath(number));
    ReplaceFile(Db().GenerationPath(number) + "/postlist.glass", "x");
  }
  bool HasGeneration(unsigned number) const { return fs::exists(Db().GenerationPath(number)); }
};

TEST_F(DatabaseDirectoryTest, SlashesAtTheEndDoNotMatter) {
  EXPECT_EQ(DatabaseDirectory("/a/b//").path(), "/a/b");
  EXPECT_EQ(DatabaseDirectory("/").path(), "/");
  EXPECT_EQ(DatabaseDirectory("a").GenerationPath(3), "a/gen-000003");
}

TEST_F(DatabaseDirectoryTest, NothingIsLiveWhereThereIsNoDatabaseYet) {
  EXPECT_EQ(Db().LiveGeneration(), std::nullopt);
  Db().Create();
  EXPECT_EQ(Db().LiveGeneration(), std::nullopt);
  Write("db/LOCK", "123\n");
  Write("db/XAPIANDB.tmp", "");
  MakeGeneration(1);
  EXPECT_EQ(Db().LiveGeneration(), std::nullopt);
}

TEST_F(DatabaseDirectoryTest, CreateMakesParentsAndKeepsWhatIsThere) {
  const DatabaseDirectory deep(Path("a/b/c"));
  deep.Create();
  Write("a/b/c/LOCK", "");
  deep.Create();
  EXPECT_TRUE(fs::exists(Path("a/b/c/LOCK")));
  ExpectFatal(ExitCode::kIoError, [&] { DatabaseDirectory(Write("berkas", "") + "/db").Create(); });
}

TEST_F(DatabaseDirectoryTest, ReadsItsOwnPointer) {
  MakeGeneration(12);
  Write("db/XAPIANDB", "auto gen-000012\n");
  EXPECT_EQ(Db().LiveGeneration(), 12U);
  Write("db/XAPIANDB", "auto gen-000012");
  EXPECT_EQ(Db().LiveGeneration(), 12U);
}

TEST_F(DatabaseDirectoryTest, ForeignDirectoriesAreRefused) {
  Write("db/foto.jpg", "x");
  ExpectFatal(ExitCode::kRefused, [&] { Db().LiveGeneration(); });
  Write("xapian/iamglass", "x");  // a Xapian database that is none of ours
  ExpectFatal(ExitCode::kRefused, [&] { DatabaseDirectory(Path("xapian")).LiveGeneration(); });
  ExpectFatal(ExitCode::kRefused,
              [&] { DatabaseDirectory(Write("berkas", "x")).LiveGeneration(); });
}

TEST_F(DatabaseDirectoryTest, ForeignPointersAreRefused) {
  for (const std::string pointer :
       {"", "auto /srv/lain", "remote host:1", "auto gen-1", "auto gen-0000012", "auto gen-00001x",
        "auto ../gen-000001", "auto gen-000001\nauto gen-000002\n", "gen-000001"}) {
    Write("db/XAPIANDB", pointer);
    ExpectFatal(ExitCode::kRefused, [&] { Db().LiveGeneration(); });
  }
}

TEST_F(DatabaseDirectoryTest, AFolderInPlaceOfThePointerIsFatal) {
  fs::create_directories(Path("db/XAPIANDB"));
  const auto fatal = FatalOf([&] { Db().LiveGeneration(); });
  EXPECT_TRUE(fatal);
}

TEST_F(DatabaseDirectoryTest, ADirectoryThatCannotBeLookedAtIsFatal) {
  fs::create_symlink("db", Path("db"));
  for (const auto& step : {+[](const DatabaseDirectory& db) { db.LiveGeneration(); },
                           +[](const DatabaseDirectory& db) { db.Generations(); }}) {
    const auto fatal = FatalOf([&] { step(Db()); });
    ASSERT_TRUE(fatal);
    EXPECT_EQ(fatal->code(), ExitCode::kIoError);
    EXPECT_NE(std::string(fatal->what()).find(Path("db") + ": Too many levels"), std::string::npos)
        << fatal->what();
  }
}

TEST_F(DatabaseDirectoryTest, ADirectoryThatMayNotBeListedIsFatal) {
  const WithoutPrivileges unprivileged;
  Db().Create();
  fs::permissions(Path("db"), fs::perms::owner_exec);
  const auto fatal = FatalOf([&] { Db().LiveGeneration(); });
  fs::permissions(Path("db"), fs::perms::owner_all);
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kIoError);
  EXPECT_EQ(fatal->what(), "cannot open " + Path("db") + ": Permission denied");
}

TEST_F(DatabaseDirectoryTest, PrepareRemovesWhatAKilledBuildLeft) {
  Db().Create();
  EXPECT_EQ(Db().PrepareGeneration(), 1U);
  MakeGeneration(1);
  MakeGeneration(7);
  EXPECT_EQ(Db().PrepareGeneration(), 1U);
  EXPECT_FALSE(HasGeneration(1));
  EXPECT_FALSE(HasGeneration(7));

  for (const unsigned number : {2U, 3U, 4U, 5U}) MakeGeneration(number);
  Write("db/XAPIANDB", "auto gen-000003\n");
  EXPECT_EQ(Db().PrepareGeneration(), 4U);
  EXPECT_TRUE(HasGeneration(2));
  EXPECT_TRUE(HasGeneration(3));
  EXPECT_FALSE(HasGeneration(4));
  EXPECT_FALSE(HasGeneration(5));
}

TEST_F(DatabaseDirectoryTest, PublishKeepsTheOneBeforeAndRemovesOlderOnes) {
  MakeGeneration(1);
  Db().Publish(1);
  EXPECT_EQ(Db().LiveGeneration(), 1U);
  EXPECT_EQ(ReadSmallFile(Path("db/XAPIANDB")), "auto gen-000001\n");
  MakeGeneration(2);
  Db().Publish(2);
  EXPECT_TRUE(HasGeneration(1));
  MakeGeneration(3);
  Db().Publish(3);
  EXPECT_EQ(Db().LiveGeneration(), 3U);
  EXPECT_FALSE(HasGeneration(1));
  EXPECT_TRUE(HasGeneration(2));
  EXPECT_TRUE(HasGeneration(3));
}

TEST_F(DatabaseDirectoryTest, PublishingWhatIsNotThereLeavesThePointer) {
  MakeGeneration(1);
  Db().Publish(1);
  ExpectFatal(ExitCode::kIoError, [&] { Db().Publish(2); });
  EXPECT_EQ(Db().LiveGeneration(), 1U);
}

TEST_F(DatabaseDirectoryTest, TheAccountOfTheLastRunIsOurs) {
  Write("db/state.json", "{}");
  Write("db/state.json.tmp", "{");
  EXPECT_EQ(Db().LiveGeneration(), std::nullopt);
  MakeGeneration(1);
  Db().Publish(1);
  Write("db/XAPIANDB.tmp", "auto");
  MakeGeneration(2);
  Db().RemoveLeftovers();
  EXPECT_FALSE(HasGeneration(2));
  EXPECT_FALSE(fs::exists(Path("db/state.json.tmp")));
  EXPECT_FALSE(fs::exists(Path("db/XAPIANDB.tmp")));
  EXPECT_TRUE(fs::exists(Path("db/state.json")));
  EXPECT_EQ(Db().LiveGeneration(), 1U);
}

TEST_F(DatabaseDirectoryTest, ListsItsGenerations) {
  EXPECT_TRUE(Db().Generations().empty());
  MakeGeneration(10);
  MakeGeneration(9);
  Write("db/XAPIANDB", "auto gen-000009\n");
  const auto generations = Db().Generations();
  ASSERT_EQ(generations.size(), 2U);
  EXPECT_EQ(generations[0].number, 9U);
  EXPECT_EQ(generations[0].path, Path("db/gen-000009"));
  EXPECT_EQ(generations[0].bytes, 1U);
  EXPECT_TRUE(generations[0].live);
  EXPECT_FALSE(generations[1].live);
  Write("db/XAPIANDB", "auto gen-?");
  EXPECT_EQ(Db().Generations().size(), 2U);
}

TEST_F(DatabaseDirectoryTest, RollsBackToTheGenerationBefore) {
  for (const unsigned number : {1U, 2U}) {
    MakeGeneration(number);
    WriteChecksums(Db().GenerationPath(number), 1);
    Db().Publish(number);
  }
  MakeGeneration(3);
  EXPECT_EQ(Db().RollBack(), 1U);
  EXPECT_EQ(Db().LiveGeneration(), 1U);
  ExpectFatal(ExitCode::kRefused, [&] { Db().RollBack(); });
  EXPECT_EQ(Db().LiveGeneration(), 1U);
  EXPECT_EQ(Db().PrepareGeneration(), 2U);
  EXPECT_FALSE(HasGeneration(2));
}

TEST_F(DatabaseDirectoryTest, RollsBackFromAGenerationThatIsGone) {
  MakeGeneration(1);
  MakeGeneration(3);
  Write("db/XAPIANDB", "auto gen-000002\n");
  EXPECT_EQ(Db().RollBack(), 1U);
}

TEST_F(DatabaseDirectoryTest, NeverRollsBackToWhatIsDamaged) {
  MakeGeneration(1);
  WriteChecksums(Db().GenerationPath(1), 1);
  Db().Publish(1);
  MakeGeneration(2);
  Db().Publish(2);
  Write("db/gen-000001/postlist.glass", "y");
  ExpectFatal(ExitCode::kDamaged, [&] { Db().RollBack(); });
  EXPECT_EQ(Db().LiveGeneration(), 2U);
}

TEST_F(DatabaseDirectoryTest, WithoutAPointerTheNewestCompleteGenerationComesBack) {
  for (const unsigned number : {1U, 2U, 3U}) MakeGeneration(number);
  ExpectFatal(ExitCode::kRefused, [&] { Db().RollBack(); });
  for (const unsigned number : {1U, 2U}) WriteChecksums(Db().GenerationPath(number), 1);
  for (const char* pointer : {"", "auto gem-000003"}) {
    Write("db/XAPIANDB", pointer);
    EXPECT_EQ(Db().RollBack(), 2U);
  }
}

TEST(DefaultDatabasePath, FirstOfThreeVariablesThatIsNotEmpty) {
  const Variable home("HOME", "/home/sari");
  const Variable data("XDG_DATA_HOME", "/data");
  const Variable own("WARTA_DB", "/srv/berita.db");
  EXPECT_EQ(DefaultDatabasePath(), "/srv/berita.db");
  const Variable no_own("WARTA_DB", "");
  EXPECT_EQ(DefaultDatabasePath(), "/data/warta/db");
  const Variable no_data("XDG_DATA_HOME", nullptr);
  EXPECT_EQ(DefaultDatabasePath(), "/home/sari/.local/share/warta/db");
  const Variable no_home("HOME", nullptr);
  ExpectFatal(ExitCode::kUsage, [] { DefaultDatabasePath(); });
}

}  // namespace
}  // namespace warta
