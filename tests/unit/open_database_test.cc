#include "common/store/open_database.h"

#include <cerrno>
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/store/schema.h"
#include "common/text/analyser.h"
#include "tests/unit/fatal_matcher.h"
#include "tests/unit/small_database.h"

namespace warta {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class OpenDatabaseTest : public SmallDatabaseTest {
 protected:
  void Stamp(const char* key, const std::string& value) const {
    Change([&](Xapian::WritableDatabase& database) { database.set_metadata(key, value); });
  }

  // What stops reading, which must be what stops writing too.
  Fatal Refusal() const {
    const auto reading = FatalOf([&] { OpenForReading(Db()); });
    const auto writing = FatalOf([&] { OpenForWriting(Db(), Generation(), false); });
    EXPECT_TRUE(reading && writing);
    if (!reading || !writing) return {ExitCode::kOk, ""};
    EXPECT_STREQ(reading->what(), writing->what());
    EXPECT_EQ(reading->code(), writing->code());
    return *reading;
  }
};

TEST_F(OpenDatabaseTest, ReadsTheLiveGeneration) {
  Build();
  EXPECT_EQ(OpenForReading(Db()).get_doccount(), 4U);
  Build();
  Change([](Xapian::WritableDatabase& database) { database.delete_document(1); });
  EXPECT_EQ(OpenForReading(Db()).get_doccount(), 4U);
}

TEST_F(OpenDatabaseTest, WhereThereIsNoneTheHintSaysHowToMakeOne) {
  const auto fatal = FatalOf([&] { OpenForReading(Db()); });
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kRefused);
  EXPECT_EQ(fatal->what(), "there is no database at " + Db());
  EXPECT_EQ(fatal->hint(), "make one: indexer --db " + Db() + " FOLDER...");
}

TEST_F(OpenDatabaseTest, ThatOfAnotherProgramIsRefused) {
  Build();
  Stamp(kSchemaKey, "");
  const Fatal fatal = Refusal();
  EXPECT_EQ(fatal.code(), ExitCode::kRefused);
  EXPECT_EQ(fatal.what(), Db() + " is not a Warta database: it has no schema stamp");
  EXPECT_EQ(fatal.hint(), "build it again: indexer --rebuild --db " + Db() + " FOLDER...");
}

TEST_F(OpenDatabaseTest, AnotherSchemaIsRefused) {
  Build();
  Stamp(kSchemaKey, "0");
  const Fatal fatal = Refusal();
  EXPECT_EQ(fatal.code(), ExitCode::kRefused);
  EXPECT_EQ(fatal.what(), Db() + " has schema 0; this program uses " + std::string(kSchemaVersion));
  EXPECT_THAT(fatal.hint(), HasSubstr("--rebuild"));
}

TEST_F(OpenDatabaseTest, AnotherAnalyserIsRefused) {
  Build();
  Stamp(kAnalyserKey, "lain");
  const Fatal fatal = Refusal();
  EXPECT_EQ(fatal.code(), ExitCode::kRefused);
  EXPECT_EQ(fatal.what(), Db() + " was made with the analyser lain; this program has " +
                              std::string(AnalyserIdentity()));
  EXPECT_THAT(fatal.hint(), HasSubstr("--rebuild"));
}

TEST_F(OpenDatabaseTest, AGenerationThatIsGoneIsDamage) {
  Build();
  fs::remove_all(Generation());
  const auto fatal = FatalOf([&] { OpenForReading(Db()); });
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kDamaged);
  EXPECT_THAT(fatal->what(), HasSubstr("cannot open " + Db() + ": DatabaseNotFoundError"));
  EXPECT_THAT(fatal->hint(), HasSubstr("from a backup"));
}

TEST_F(OpenDatabaseTest, ANewGenerationIsStamped) {
  const DatabaseDirectory directory(Db());
  directory.Create();
  {
    const auto database = OpenForWriting(Db(), Generation(), true);
    EXPECT_NO_THROW(CheckStamps(database, Db()));
  }
  directory.Publish(1);
  for (const auto& [key, value] : Stamps())
    EXPECT_EQ(OpenForReading(Db()).get_metadata(key), value) << key;
}

TEST_F(OpenDatabaseTest, OneThatSomeoneWritesIsBusy) {
  Build();
  const auto writer = OpenForWriting(Db(), Generation(), false);
  const auto fatal = FatalOf([&] { OpenForWriting(Db(), Generation(), false); });
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kBusy);
  EXPECT_THAT(fatal->what(), HasSubstr("cannot open " + Generation() + " for writing: "));
  EXPECT_EQ(fatal->hint(), "try again when it is done");
}

TEST(ThrowFatal, WhatAnErrorOfXapianAmountsTo) {
  const auto code = [](const Xapian::Error& error) {
    const auto fatal = FatalOf([&] { ThrowFatal(error, {"cannot read {1}: {2}", {"/db"}}); });
    EXPECT_TRUE(fatal);
    EXPECT_EQ(fatal->what(), "cannot read /db: " + error.get_description());
    return fatal->code();
  };
  EXPECT_EQ(code(Xapian::DatabaseCorruptError("Block 7 is wrong")), ExitCode::kDamaged);
  EXPECT_EQ(code(Xapian::DatabaseNotFoundError("no such file")), ExitCode::kDamaged);
  // Cut short, but not where a disk is full or was.
  EXPECT_EQ(code(Xapian::DatabaseError("Unexpected end of file")), ExitCode::kDamaged);
  EXPECT_EQ(code(Xapian::DatabaseError("Error writing block", ENOSPC)), ExitCode::kIoError);
  EXPECT_EQ(code(Xapian::DatabaseError("Modifications failed (…), and cannot set consistent")),
            ExitCode::kIoError);
  EXPECT_EQ(code(Xapian::DatabaseLockError("Unable to get write lock on /db: already locked")),
            ExitCode::kBusy);
  EXPECT_EQ(code(Xapian::DatabaseLockError("Unable to get write lock on /db: no permission")),
            ExitCode::kIoError);
  EXPECT_EQ(code(Xapian::DatabaseOpeningError("Couldn't open", EACCES)), ExitCode::kIoError);
}

}  // namespace
}  // namespace warta
