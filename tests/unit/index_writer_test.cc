#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <unistd.h>
#include <xapian.h>

#include "common/store/database_directory.h"
#include "common/store/database_lock.h"
#include "common/store/open_database.h"
#include "common/store/schema.h"
#include "common/store/stored_article.h"
#include "tests/unit/article_writer.h"
#include "tests/unit/fatal_matcher.h"
#include "tests/unit/temp_directory.h"
#include "tests/unit/without_privileges.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

Article Make(const std::string& id, const std::string& body, const std::string& path = "/a.txt") {
  Article article;
  article.id = id;
  article.path = path;
  article.title = "Judul";
  article.body = body;
  return article;
}

class IndexWriterTest : public TempDirectoryTest {
 protected:
  std::string Db() const { return Path("db"); }

  // Puts one article in, in a run of its own.
  Outcome PutOne(const Article& article, bool rebuild = false) const {
    ArticleWriter writer(Db(), rebuild);
    const Outcome outcome = writer.Put(article, false);
    writer.Finish();
    return outcome;
  }

  // Id and body of every document of the live generation.
  std::map<std::string, std::string> Stored() const {
    std::map<std::string, std::string> stored;
    const Xapian::Database database = OpenForReading(Db());
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      const Result<Article> article = DecodeArticle(database.get_document(*it).get_data());
      EXPECT_TRUE(article.ok());
      if (!article.ok()) continue;
      EXPECT_TRUE(stored.emplace(article.value().id, article.value().body).second) << "twice";
      EXPECT_EQ(database.get_termfreq(IdTerm(article.value().id)), 1U);
    }
    return stored;
  }

  void Restamp(const char* key, const std::string& value) const {
    const DatabaseDirectory directory(Db());
    Xapian::WritableDatabase database(directory.GenerationPath(*directory.LiveGeneration()),
                                      Xapian::DB_OPEN);
    database.set_metadata(key, value);
    database.commit();
  }

  std::size_t Generations() const {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(Db()))
      count += entry.path().filename().string().starts_with("gen-") ? 1U : 0U;
    return count;
  }
};

using Articles = std::map<std::string, std::string>;

TEST_F(IndexWriterTest, AFirstBuildIsSeenOnlyWhenFinished) {
  ArticleWriter writer(Db(), false);
  EXPECT_EQ(writer.Put(Make("a", "satu"), false), Outcome::kAdded);
  EXPECT_EQ(writer.Put(Make("b", "dua"), false), Outcome::kAdded);
  ExpectFatal(ExitCode::kRefused, [&] { OpenForReading(Db()); });
  writer.Finish();
  EXPECT_EQ(Stored(), (Articles{{"a", "satu"}, {"b", "dua"}}));
}

TEST_F(IndexWriterTest, UpdatesAndLeavesEqualArticlesAlone) {
  EXPECT_EQ(PutOne(Make("a", "satu")), Outcome::kAdded);
  EXPECT_EQ(PutOne(Make("a", "satu")), Outcome::kUnchanged);
  EXPECT_EQ(PutOne(Make("a", "baru")), Outcome::kChanged);
  EXPECT_EQ(PutOne(Make("b", "dua")), Outcome::kAdded);
  EXPECT_EQ(Stored(), (Articles{{"a", "baru"}, {"b", "dua"}}));
  EXPECT_EQ(Generations(), 1U);
  // The old words of an article that changed are gone.
  EXPECT_FALSE(OpenForReading(Db()).term_exists("satu"));
}

TEST_F(IndexWriterTest, TheSameIdTwiceInOneRun) {
  ArticleWriter writer(Db(), false);
  EXPECT_EQ(writer.Put(Make("a", "satu"), false), Outcome::kAdded);
  EXPECT_EQ(writer.Put(Make("a", "dua"), false), Outcome::kRepeated);
  EXPECT_EQ(writer.Put(Make("a", "dua"), false), Outcome::kUnchanged);
  EXPECT_EQ(writer.Put(Make("a", "tiga"), false), Outcome::kRepeated);
  writer.Finish();
  EXPECT_EQ(Stored(), (Articles{{"a", "tiga"}}));
}

TEST_F(IndexWriterTest, TheSameIdTwiceInARunThatUpdates) {
  PutOne(Make("a", "satu"));
  ArticleWriter writer(Db(), false);
  EXPECT_EQ(writer.Put(Make("a", "dua"), false), Outcome::kChanged);
  EXPECT_EQ(writer.Put(Make("a", "tiga"), false), Outcome::kRepeated);
  writer.Finish();
  EXPECT_EQ(Stored(), (Articles{{"a", "tiga"}}));
}

TEST_F(IndexWriterTest, TheSameRelativePathOfAnotherFolderDoesNotReplace) {
  const std::string first = Write("x/01.txt", "");
  const std::string second = Write("y/01.txt", "");
  const Articles both = {{"01.txt", "satu"}, {second, "dua"}};
  {
    ArticleWriter writer(Db(), false);
    EXPECT_EQ(writer.Put(Make("01.txt", "satu", first), true), Outcome::kAdded);
    EXPECT_EQ(writer.Put(Make("01.txt", "dua", second), true), Outcome::kAdded);
    writer.Finish();
    EXPECT_EQ(Stored(), both);
  }
  // In another run, in another order, everything is where it was.
  ArticleWriter writer(Db(), false);
  EXPECT_EQ(writer.Put(Make("01.txt", "dua", second), true), Outcome::kUnchanged);
  EXPECT_EQ(writer.Put(Make("01.txt", "satu", first), true), Outcome::kUnchanged);
  EXPECT_EQ(writer.Put(Make("01.txt", "dua baru", second), true), Outcome::kRepeated);
  writer.Finish();
  EXPECT_EQ(Stored(), (Articles{{"01.txt", "satu"}, {second, "dua baru"}}));
}

TEST_F(IndexWriterTest, TheSameRelativePathOfAFileThatIsGoneIsReplaced) {
  const std::string now = Write("y/01.txt", "");
  ArticleWriter writer(Db(), false);
  writer.Put(Make("01.txt", "satu", Path("x/01.txt")), true);
  writer.NoteGone({Path("x/01.txt")});
  writer.Put(Make("01.txt", "dua", now), true);
  writer.Finish();
  EXPECT_EQ(Stored(), (Articles{{"01.txt", "dua"}}));
}

TEST_F(IndexWriterTest, ThatOfAFileThatMayOnlyBeOutOfReachIsNot) {
  const std::string now = Write("y/01.txt", "");
  ArticleWriter writer(Db(), false);
  writer.Put(Make("01.txt", "satu", Path("x/01.txt")), true);
  writer.Put(Make("01.txt", "dua", now), true);
  writer.Finish();
  EXPECT_EQ(Stored(), (Articles{{"01.txt", "satu"}, {now, "dua"}}));
}

TEST_F(IndexWriterTest, AnIdOfItsOwnReplacesWhateverTheFile) {
  const std::string first = Write("x/01.txt", "");
  const std::string second = Write("y/01.txt", "");
  ArticleWriter writer(Db(), false);
  writer.Put(Make("a", "satu", first), false);
  EXPECT_EQ(writer.Put(Make("a", "dua", second), false), Outcome::kRepeated);
  writer.Finish();
  EXPECT_EQ(Stored(), (Articles{{"a", "dua"}}));
}

TEST_F(IndexWriterTest, AnArticleKeepsItsIdWhicheverRootIsNamed) {
  const std::string path = Write("berita/2024/a.txt", "x");
  for (const char* id : {"2024/a.txt", "a.txt"}) {
    ArticleWriter writer(Db(), false);
    writer.Put(Make(id, "satu", path), true);
    writer.Finish();
  }
  EXPECT_EQ(Stored(), (Articles{{"2024/a.txt", "satu"}}));
}

TEST_F(IndexWriterTest, TheRecordOfAnotherPaperWithTheSameNumberIsAnotherArticle) {
  Article first = Make("1", "satu", Write("a.jsonl", "x"));
  Article second = Make("1", "dua", Write("b.jsonl", "x"));
  first.source = "Kabar Pagi";
  second.source = "Suara Kota";
  for (int run = 0; run < 2; ++run) {
    ArticleWriter writer(Db(), false);
    EXPECT_EQ(writer.Put(first, false), run == 0 ? Outcome::kAdded : Outcome::kUnchanged);
    EXPECT_EQ(writer.Put(second, false), run == 0 ? Outcome::kAdded : Outcome::kUnchanged);
    writer.Finish();
  }
  EXPECT_EQ(Stored(), (Articles{{"1", "satu"}, {second.path, "dua"}}));
}

TEST_F(IndexWriterTest, ACopyInAnotherFileOfTheRunIsNoChange) {
  ArticleWriter writer(Db(), false);
  EXPECT_EQ(writer.Put(Make("1", "satu", Write("a.jsonl", "x")), false), Outcome::kAdded);
  EXPECT_EQ(writer.Put(Make("1", "satu", Write("b.jsonl", "x")), false), Outcome::kUnchanged);
}

TEST_F(IndexWriterTest, OfCopiesOfAPageTheFullestStays) {
  const auto copy = [this](const std::string& name, const std::string& body) {
    Article article = Make("https://kabar.example/1", body, Write(name, "x"));
    article.url = article.id;
    return article;
  };
  for (int run = 0; run < 2; ++run) {
    ArticleWriter writer(Path("db"), false);
    EXPECT_EQ(writer.Put(copy("umpan.xml", "Pendek."), false),
              run == 0 ? Outcome::kAdded : Outcome::kUnchanged);
    EXPECT_EQ(writer.Put(copy("halaman.html", "Pendek. Lalu panjang."), false),
              run == 0 ? Outcome::kChanged : Outcome::kUnchanged);
    EXPECT_EQ(writer.Put(copy("umpan2.xml", "Pendek."), false), Outcome::kUnchanged);
    writer.Finish();
  }
}

TEST_F(IndexWriterTest, AnOldGenerationThatCannotBeRemovedCostsNothing) {
  const WithoutPrivileges unprivileged;
  PutOne(Make("a", "satu"));
  PutOne(Make("a", "dua"), true);
  fs::permissions(Path("db/gen-000001"), fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(PutOne(Make("a", "tiga"), true), Outcome::kAdded);
  EXPECT_EQ(Stored(), (Articles{{"a", "tiga"}}));
  fs::permissions(Path("db/gen-000001"), fs::perms::owner_all);
}

TEST_F(IndexWriterTest, ManyBatchesFindWhatEarlierOnesWrote) {
  const std::string filler(1'000'000, ' ');  // several batches without the cost of many words
  ArticleWriter writer(Db(), false);
  for (int i = 0; i < 20; ++i)
    writer.Put(Make(std::to_string(i), "isi " + std::to_string(i) + filler), false);
  EXPECT_EQ(writer.Put(Make("0", "isi 0" + filler), false), Outcome::kUnchanged);
  EXPECT_EQ(writer.Put(Make("1", "lain"), false), Outcome::kRepeated);
  EXPECT_EQ(writer.Put(Make("19", "lain"), false), Outcome::kRepeated);
  writer.Finish();
  const auto stored = Stored();
  EXPECT_EQ(stored.size(), 20U);
  EXPECT_EQ(stored.at("1"), "lain");
  EXPECT_EQ(stored.at("19"), "lain");
}

TEST_F(IndexWriterTest, ARebuildReplacesEverythingAtOnce) {
  PutOne(Make("a", "satu"));
  {
    ArticleWriter writer(Db(), true);
    EXPECT_EQ(writer.Put(Make("b", "dua"), false), Outcome::kAdded);
    EXPECT_EQ(Stored(), (Articles{{"a", "satu"}}));  // readers keep the old one
    writer.Finish();
  }
  EXPECT_EQ(Stored(), (Articles{{"b", "dua"}}));
  EXPECT_EQ(Generations(), 2U);
  PutOne(Make("c", "tiga"), true);
  EXPECT_EQ(Generations(), 2U);
}

TEST_F(IndexWriterTest, AnEmptyRebuildDoesNotTakeThePlaceOfAFullDatabase) {
  PutOne(Make("a", "satu"));
  {
    ArticleWriter writer(Db(), true);
    writer.Finish();
  }
  EXPECT_EQ(Stored(), (Articles{{"a", "satu"}}));
  EXPECT_EQ(Generations(), 1U);
}

TEST_F(IndexWriterTest, AnEmptyFirstBuildLeavesNoDatabase) {
  {
    ArticleWriter writer(Db(), false);
    writer.Finish();
  }
  ExpectFatal(ExitCode::kRefused, [&] { OpenForReading(Db()); });
  EXPECT_EQ(Generations(), 0U);
  EXPECT_EQ(PutOne(Make("a", "satu")), Outcome::kAdded);
}

TEST_F(IndexWriterTest, ARebuildThatIsNotFinishedChangesNothing) {
  PutOne(Make("a", "satu"));
  {
    ArticleWriter writer(Db(), true);
    writer.Put(Make("b", "dua"), false);
  }
  EXPECT_EQ(Stored(), (Articles{{"a", "satu"}}));
  EXPECT_EQ(Generations(), 1U);
}

TEST_F(IndexWriterTest, LeftoversOfAKilledBuildAreCleaned) {
  PutOne(Make("a", "satu"));
  Write("db/gen-000002/postlist.glass", "setengah jadi");
  Write("db/gen-000009/iamglass", "");
  Write("db/XAPIANDB.tmp", "auto");
  EXPECT_EQ(PutOne(Make("b", "dua"), true), Outcome::kAdded);
  EXPECT_EQ(Stored(), (Articles{{"b", "dua"}}));
  EXPECT_FALSE(fs::exists(Path("db/gen-000009")));
}

TEST_F(IndexWriterTest, LeftoversOfAKilledFirstBuildAreCleaned) {
  Write("db/gen-000001/postlist.glass", "setengah jadi");
  Write("db/LOCK", "1\n");
  EXPECT_EQ(PutOne(Make("a", "satu")), Outcome::kAdded);
  EXPECT_EQ(Stored(), (Articles{{"a", "satu"}}));
}

TEST_F(IndexWriterTest, AForeignDirectoryIsRefusedAndLeftAsItWas) {
  Write("db/foto.jpg", "x");
  for (const bool rebuild : {false, true})
    ExpectFatal(ExitCode::kRefused, [&] { const ArticleWriter writer(Db(), rebuild); });
  EXPECT_EQ(std::distance(fs::directory_iterator(Db()), fs::directory_iterator()), 1);
}

TEST_F(IndexWriterTest, AXapianDatabaseOfAnotherProgramIsRefused) {
  { Xapian::WritableDatabase(Path("xapian"), Xapian::DB_CREATE); }
  for (const bool rebuild : {false, true})
    ExpectFatal(ExitCode::kRefused, [&] { const ArticleWriter writer(Path("xapian"), rebuild); });
  EXPECT_FALSE(fs::exists(Path("xapian/LOCK")));
}

TEST_F(IndexWriterTest, AnotherSchemaIsRefusedButMayBeRebuilt) {
  for (const char* schema : {"0", "1", "2", "3", "4", "6", ""}) {
    PutOne(Make("a", "satu"), true);
    Restamp(kSchemaKey, schema);
    const auto fatal = FatalOf([&] { const ArticleWriter writer(Db(), false); });
    ASSERT_TRUE(fatal);
    EXPECT_EQ(fatal->code(), ExitCode::kRefused);
    EXPECT_NE(fatal->hint().find("--rebuild"), std::string::npos);
    ExpectFatal(ExitCode::kRefused, [&] { OpenForReading(Db()); });
    EXPECT_EQ(PutOne(Make("b", "dua"), true), Outcome::kAdded);
    EXPECT_EQ(Stored(), (Articles{{"b", "dua"}}));
  }
}

TEST_F(IndexWriterTest, AnotherAnalyserIsRefusedAndNamed) {
  PutOne(Make("a", "satu"));
  Restamp(kAnalyserKey, "warta-0+lain");
  const auto fatal = FatalOf([&] { const ArticleWriter writer(Db(), false); });
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kRefused);
  EXPECT_NE(std::string(fatal->what()).find("warta-0+lain"), std::string::npos);
  ExpectFatal(ExitCode::kRefused, [&] { OpenForReading(Db()); });
}

TEST_F(IndexWriterTest, TwoWritersExcludeEachOther) {
  const ArticleWriter first(Db(), false);
  for (const bool rebuild : {false, true})
    ExpectFatal(ExitCode::kBusy, [&] { const ArticleWriter second(Db(), rebuild); });
}

TEST_F(IndexWriterTest, ADamagedDatabaseIsSaidToBeDamaged) {
  PutOne(Make("a", "satu"));
  for (const auto& entry : fs::directory_iterator(Path("db/gen-000001"))) {
    if (entry.path().extension() == ".glass") fs::resize_file(entry.path(), 0);
  }
  Write("db/gen-000001/iamglass", "rusak");
  const auto fatal = FatalOf([&] { OpenForReading(Db()); });
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kDamaged) << fatal->what();
}

TEST_F(IndexWriterTest, APointerToAGenerationThatIsGone) {
  PutOne(Make("a", "satu"));
  fs::remove_all(Path("db/gen-000001"));
  EXPECT_TRUE(FatalOf([&] { OpenForReading(Db()); }));
  EXPECT_TRUE(FatalOf([&] { const ArticleWriter writer(Db(), false); }));
  EXPECT_EQ(PutOne(Make("b", "dua"), true), Outcome::kAdded);
}

TEST_F(IndexWriterTest, LongAndOddIds) {
  const std::string zero("a\0b", 3);
  const std::string one = std::string(300, 'x') + '1';
  const std::string two = std::string(300, 'x') + '2';
  {
    ArticleWriter writer(Db(), false);
    for (const std::string& id : {zero, one, two, std::string("a b")})
      EXPECT_EQ(writer.Put(Make(id, "isi"), false), Outcome::kAdded);
    writer.Finish();
  }
  EXPECT_EQ(Stored().size(), 4U);
  for (const std::string& id : {zero, one, two})
    EXPECT_EQ(PutOne(Make(id, "isi")), Outcome::kUnchanged);
}

TEST_F(IndexWriterTest, CountsWordsTooLongOfTheLastArticle) {
  ArticleWriter writer(Db(), false);
  const std::string over(kMaxTokenCodePoints + 1, 'x');
  writer.Put(Make("a", over + ' ' + over), false);
  EXPECT_EQ(writer.overlong(), 2U);
  writer.Put(Make("a", over + ' ' + over), false);  // unchanged
  EXPECT_EQ(writer.overlong(), 0U);
  writer.Put(Make("b", over), false);
  EXPECT_EQ(writer.overlong(), 1U);
}

}  // namespace
}  // namespace warta
