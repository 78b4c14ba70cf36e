#include "common/store/database_summary.h"

#include <string>

#include <gtest/gtest.h>

#include "common/store/database_directory.h"
#include "common/store/files.h"
#include "common/store/open_database.h"
#include "common/store/schema.h"
#include "tests/unit/fatal_matcher.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

class DatabaseSummaryTest : public TempDirectoryTest {
 protected:
  // A database with metadata, as `fill` writes it.
  template <class Fill>
  std::string Make(const Fill& fill) const {
    const DatabaseDirectory directory(Path("db"));
    directory.Create();
    auto database = OpenForWriting(directory.path(), directory.GenerationPath(1), true);
    fill(database);
    database.commit();
    directory.Publish(1);
    return directory.path();
  }
};

TEST_F(DatabaseSummaryTest, AnEmptyDatabase) {
  const DatabaseSummary summary = Summarise(Make([](auto&) {}));
  EXPECT_EQ(summary.articles, 0U);
  EXPECT_EQ(summary.files, 0U);
  EXPECT_TRUE(summary.failing.empty());
}

TEST_F(DatabaseSummaryTest, CountsFilesAndTellsThoseThatFail) {
  constexpr int kFiles = 2500;
  const std::string path = Make([](auto& database) {
    for (int i = 1; i <= kFiles; ++i) {
      FileRecord record;
      record.path = "/berita/" + std::to_string(100000 + i);
      if (i % 1000 == 0) record.problems = {record.path + ": satu", record.path + ": dua"};
      database.set_metadata(FileKey(record.path), EncodeFileRecord(record));
    }
    database.set_metadata(FileKey("/berita/rusak"), "rusak");
    database.set_metadata("warta.filf", "of something else");
    database.add_document(Xapian::Document());
  });
  const DatabaseSummary summary = Summarise(path);
  EXPECT_EQ(summary.articles, 1U);
  EXPECT_EQ(summary.files, kFiles + 1U);
  ASSERT_EQ(summary.failing.size(), 2U);
  EXPECT_EQ(summary.failing[0].path, "/berita/101000");
  EXPECT_EQ(summary.failing[1].path, "/berita/102000");
  EXPECT_EQ(summary.failing[0].problems.size(), 2U);
}

TEST_F(DatabaseSummaryTest, ADamagedRecordIsFatal) {
  const std::string path = Make([](auto& database) {
    for (int i = 1; i <= 2500; ++i) {
      FileRecord record;
      record.path = "/berita/" + std::to_string(100000 + i);
      database.set_metadata(FileKey(record.path), EncodeFileRecord(record));
    }
  });
  // The table as it is, but for the block of one record, far from the stamps.
  const std::string table = DatabaseDirectory(path).GenerationPath(1) + "/postlist.glass";
  constexpr std::size_t kBlock = 8192;
  std::string content = ReadSmallFile(table);
  const std::size_t at = content.find("/berita/101500");
  ASSERT_NE(at, std::string::npos);
  content.replace(at / kBlock * kBlock, kBlock, kBlock, '\0');
  ReplaceFile(table, content);
  const auto fatal = FatalOf([&] { Summarise(path); });
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kDamaged);
  EXPECT_TRUE(std::string(fatal->what()).starts_with("cannot read " + path + ": "))
      << fatal->what();
}

TEST_F(DatabaseSummaryTest, ThereIsNoDatabase) {
  ExpectFatal(ExitCode::kRefused, [&] { Summarise(Path("tidak-ada")); });
}

}  // namespace
}  // namespace warta
