#include "common/store/database_check.h"

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "common/store/database_lock.h"
#include "common/store/file_record.h"
#include "common/store/files.h"
#include "common/store/generation_checksums.h"
#include "common/store/schema.h"
#include "common/store/stored_article.h"
#include "tests/unit/fatal_matcher.h"
#include "tests/unit/random.h"
#include "tests/unit/small_database.h"

namespace warta {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Role = GenerationReport::Role;

constexpr std::chrono::seconds kNoWait(0);

class DatabaseCheckTest : public SmallDatabaseTest {
 protected:
  DatabaseReport Check() const { return CheckDatabase(Db(), kNoWait); }
  std::vector<std::string> DamageOfLive() const { return Check().generations.front().damage; }

  // Name and content of every file below the database, but for LOCK.
  std::vector<std::pair<std::string, std::string>> Files() const {
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& entry : fs::recursive_directory_iterator(Db())) {
      if (entry.is_regular_file() && entry.path().filename() != "LOCK")
        files.emplace_back(entry.path().string(), ReadSmallFile(entry.path().string()));
    }
    return files;
  }
};

TEST_F(DatabaseCheckTest, ASoundDatabase) {
  Build();
  Build();
  const DatabaseReport report = Check();
  EXPECT_THAT(report.damage, IsEmpty());
  ASSERT_EQ(report.generations.size(), 2U);
  for (const GenerationReport& generation : report.generations) {
    EXPECT_THAT(generation.damage, IsEmpty());
    EXPECT_EQ(generation.articles, 4U);
    EXPECT_TRUE(generation.has_checksums);
    EXPECT_GT(generation.bytes, 0U);
  }
  EXPECT_EQ(report.generations[0].number, 2U);
  EXPECT_EQ(report.generations[0].role, Role::kLive);
  EXPECT_EQ(report.generations[1].role, Role::kBefore);
  EXPECT_NO_THROW(VerifyGeneration(Generation(2), 4));
}

TEST_F(DatabaseCheckTest, AnInterruptedRunIsNoDamage) {
  Build();
  RemoveChecksums(Generation());
  const DatabaseReport report = Check();
  EXPECT_THAT(report.generations.front().damage, IsEmpty());
  EXPECT_EQ(report.generations.front().articles, 4U);
  EXPECT_FALSE(report.generations.front().has_checksums);
}

TEST_F(DatabaseCheckTest, AGenerationAboveTheLiveOneIsNotLookedAt) {
  Build();
  Write("db/gen-000002/postlist.glass", "setengah jadi");
  const DatabaseReport report = Check();
  ASSERT_EQ(report.generations.size(), 2U);
  EXPECT_EQ(report.generations[0].role, Role::kLeftover);
  EXPECT_THAT(report.generations[0].damage, IsEmpty());
}

TEST_F(DatabaseCheckTest, ChangesBehindTheIndexersBack) {
  Build();
  Change([](Xapian::WritableDatabase& database) { database.set_metadata("x", "y"); }, false);
  EXPECT_THAT(DamageOfLive(), Contains("iamglass: its checksum does not fit"));
}

TEST_F(DatabaseCheckTest, ADocumentThatDoesNotAgreeWithItsArticle) {
  const std::string other = EncodeArticle(MakeArticle(3));
  const std::string place(PlaceTerm(MakeArticle(2)));
  const std::pair<std::function<void(Xapian::Document&)>, std::string> cases[] = {
      {[](auto& d) { d.set_data(d.get_data().substr(1)); },
       "document 2: the stored article has an unknown format"},
      {[](auto& d) { d.set_data("x"); }, "document 2: the stored article is cut short"},
      {[](auto& d) { d.add_value(kDateSlot, "20240503"); },
       "document 2 (id a2): its date is kept differently as a value"},
      {[](auto& d) { d.remove_value(kSourceSlot); },
       "document 2 (id a2): its source is kept differently as a value"},
      {[](auto& d) { d.add_value(kCategorySlot, "x"); },
       "document 2 (id a2): its category is kept differently as a value"},
      {[](auto& d) { d.remove_term("Qa2"); }, "document 2 (id a2): it is not found by its id"},
      {[&](auto& d) { d.remove_term(place); }, "document 2 (id a2): it is not found by its place"},
      {[](auto& d) { d.add_term("Qa3", 0); },
       "document 3 (id a3): its id is that of another article too"},
  };
  for (const auto& [change, finding] : cases) {
    fs::remove_all(Db());
    Build();
    ChangeDocument(change);
    EXPECT_THAT(DamageOfLive(), ElementsAre(finding));
    const auto fatal = FatalOf([&] { VerifyGeneration(Generation(), 4); });
    ASSERT_TRUE(fatal);
    EXPECT_EQ(fatal->code(), ExitCode::kDamaged);
    EXPECT_THAT(fatal->what(), HasSubstr(finding));
  }
}

TEST_F(DatabaseCheckTest, FilesThatAreKnown) {
  const auto keep = [](int number) {
    FileRecord record;
    record.path = MakeArticle(number).path;
    return std::pair(FileKey(record.path), EncodeFileRecord(record));
  };
  Build();
  Change([&](Xapian::WritableDatabase& database) {
    for (int i = 1; i <= 4; ++i) database.set_metadata(keep(i).first, keep(i).second);
    database.set_metadata(FileKey("/tanpa/artikel"), keep(4).second);
  });
  EXPECT_THAT(DamageOfLive(),
              ElementsAre("warta.file:/tanpa/artikel: it is the record of /berita/a4.txt"));
  Change([&](Xapian::WritableDatabase& database) {
    database.set_metadata(FileKey("/tanpa/artikel"), "");
    database.set_metadata(keep(3).first, "");
    database.set_metadata(keep(4).first, keep(4).second.substr(1));
  });
  EXPECT_THAT(DamageOfLive(),
              ElementsAre(HasSubstr("warta.file:/berita/a4.txt: the record of a file"),
                          "document 3 (id a3): there is no record of its file"));
}

TEST_F(DatabaseCheckTest, ArticlesThatAreMissing) {
  Build();
  Change([](Xapian::WritableDatabase& database) { database.delete_document(3); });
  EXPECT_THAT(DamageOfLive(), ElementsAre("it holds 3 articles; 4 were written"));
  ExpectFatal(ExitCode::kDamaged, [&] { VerifyGeneration(Generation(), 4); });
  EXPECT_NO_THROW(VerifyGeneration(Generation(), 3));
}

TEST_F(DatabaseCheckTest, OfManyFindingsOfAKindTheRestIsCounted) {
  Build();
  Change([](Xapian::WritableDatabase& database) {
    for (int i = 0; i < 26; ++i) database.add_document(Xapian::Document());
  });
  const std::vector<std::string> damage = DamageOfLive();
  EXPECT_THAT(damage, Contains("document 24: the stored article is cut short"));
  EXPECT_THAT(damage, Not(Contains("document 25: the stored article is cut short")));
  EXPECT_THAT(damage, Contains("and 6 more articles that cannot be read"));
}

TEST_F(DatabaseCheckTest, ADatabaseThatXapianCannotOpen) {
  Build();
  const std::string path = Generation() + "/iamglass";
  ReplaceFile(path, std::string(fs::file_size(path), '\0'));
  WriteChecksums(Generation(), 4);
  const std::string finding = "DatabaseCorruptError: Rev file magic incorrect";
  EXPECT_THAT(DamageOfLive(), ElementsAre(finding, finding));  // its structure, its articles
}

TEST_F(DatabaseCheckTest, AnArticleThatXapianCannotRead) {
  Build();
  // Larger than a block and not to be compressed, so that one of its blocks can be found.
  constexpr std::size_t kBlock = 8192;
  Article large = MakeArticle(2);
  Random random(1);
  large.body.clear();
  for (std::size_t i = 0; i < 10 * kBlock; ++i)
    large.body.push_back(static_cast<char>(random.Below(256)));
  ChangeDocument([&](Xapian::Document& document) { document.set_data(EncodeArticle(large)); });
  EXPECT_THAT(DamageOfLive(), IsEmpty());

  const std::string path = Generation() + "/docdata.glass";
  std::string content = ReadSmallFile(path);
  const std::size_t at = content.find(large.body.substr(5 * kBlock, 16));
  ASSERT_NE(at, std::string::npos);
  ReplaceFile(path, content.replace(at / kBlock * kBlock, kBlock, kBlock, '\0'));
  WriteChecksums(Generation(), 4);
  EXPECT_THAT(DamageOfLive(), Contains(::testing::StartsWith("document 2: Database")));
  ExpectFatal(ExitCode::kDamaged, [&] { VerifyGeneration(Generation(), 4); });
}

TEST_F(DatabaseCheckTest, StampsOfAnotherVersionAreNoDamageButDamagedOnesAre) {
  Build();
  const auto stamp = [](Xapian::WritableDatabase& db) { db.set_metadata(kSchemaKey, "0"); };
  Change(stamp);
  ExpectFatal(ExitCode::kRefused, [&] { Check(); });
  fs::remove_all(Db());
  Build();
  Change(stamp, false);
  EXPECT_THAT(DamageOfLive(), Contains(HasSubstr("has schema 0")));
}

TEST_F(DatabaseCheckTest, ADamagedPointer) {
  Build();
  for (const char* pointer : {"", "auto gem-000001", "auto gen-00000", "\xFF\xFF"}) {
    Write("db/XAPIANDB", pointer);
    const DatabaseReport report = Check();
    EXPECT_THAT(report.damage, ElementsAre(HasSubstr("XAPIANDB does not point to")));
    EXPECT_THAT(report.generations.front().damage, IsEmpty());
  }
  fs::remove(Path("db/XAPIANDB"));
  EXPECT_EQ(Check().damage.size(), 1U);
  Write("db/XAPIANDB", "auto gen-000007\n");
  EXPECT_THAT(Check().damage, ElementsAre("the live generation, 7, is missing"));
  fs::remove_all(Generation());
  EXPECT_THAT(Check().damage, ElementsAre("the live generation, 7, is missing"));
}

TEST_F(DatabaseCheckTest, WhereThereIsNoDatabase) {
  ExpectFatal(ExitCode::kRefused, [&] { Check(); });
  Write("db/gen-000001/postlist.glass", "setengah jadi");  // a first build that was killed
  ExpectFatal(ExitCode::kRefused, [&] { Check(); });
  Write("lain/foto.jpg", "x");
  ExpectFatal(ExitCode::kRefused, [&] { CheckDatabase(Path("lain"), kNoWait); });
  ExpectFatal(ExitCode::kRefused, [&] { CheckDatabase(Path("lain/foto.jpg"), kNoWait); });
  EXPECT_FALSE(fs::exists(Path("lain/LOCK")));
}

TEST_F(DatabaseCheckTest, NotBesideAWriter) {
  Build();
  const DatabaseLock lock(Db());
  ExpectFatal(ExitCode::kBusy, [&] { Check(); });
}

// Also where Xapian throws, or crashes, over it; and nothing is changed by looking.
TEST_F(DatabaseCheckTest, AFlippedBitAnywhereIsFoundAndLeft) {
  Build();
  Random random(1);
  for (const auto& [path, content] : Files()) {
    if (content.empty() || !path.starts_with(Generation())) continue;
    for (int flip = 0; flip < 30; ++flip) {
      std::string damaged = content;
      const std::size_t bit = random.Below(damaged.size() * 8);
      damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
      std::ofstream(path, std::ios::binary) << damaged;
      const auto before = Files();
      EXPECT_THAT(DamageOfLive(), Not(IsEmpty())) << path << ", bit " << bit;
      EXPECT_EQ(Files(), before);
    }
    std::ofstream(path, std::ios::binary) << content;
  }
  EXPECT_THAT(DamageOfLive(), IsEmpty());
}

}  // namespace
}  // namespace warta
