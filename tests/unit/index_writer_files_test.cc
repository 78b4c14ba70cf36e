// What the index writer knows of files, and what becomes of articles that their files do not give any more:
// index_writer_test.cc has the rest.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>
#include <xapian.h>

#include "common/fatal.h"
#include "common/store/open_database.h"
#include "common/store/schema.h"
#include "common/store/stored_article.h"
#include "common/text/token.h"
#include "indexer/index_writer.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;
using Articles = std::vector<Article>;

class IndexWriterFilesTest : public TempDirectoryTest {
 protected:
  WriteOptions Options() const {
    WriteOptions options;
    options.directory = Path("db");
    return options;
  }

  // The article of a whole file.
  static Article Whole(const std::string& path, const std::string& body) {
    Article article;
    article.id = fs::path(path).filename().string();
    article.path = path;
    article.title = "Judul";
    article.body = body;
    return article;
  }

  // One of the records of a file.
  static Article Line(const std::string& path, std::uint64_t line, const std::string& id,
                      const std::string& body = "isi") {
    Article article = Whole(path, body);
    article.id = id;
    article.line = line;
    return article;
  }

  // The records of a file with these ids, one a line.
  static Articles Lines(const std::string& path, const Strings& ids) {
    Articles articles;
    for (const std::string& id : ids)
      articles.push_back(Line(path, articles.size() + 1, id, "isi " + id));
    return articles;
  }

  static FileRecord RecordOf(const std::string& path, std::size_t articles) {
    FileRecord record;
    record.path = path;
    record.stamp = {1, 2, 3};
    record.hash = 4;
    record.reading = "1";
    record.articles = articles;
    return record;
  }

  // A file gives these articles.
  static std::vector<Outcome> Give(IndexWriter& writer, const std::string& path,
                                   const Articles& articles, const std::string& former = {},
                                   std::uint64_t unread = 0) {
    writer.BeginFile(path, former);
    std::vector<Outcome> outcomes;
    for (const Article& article : articles) {
      outcomes.push_back(writer.Put(article, article.id == fs::path(path).filename()));
    }
    writer.EndFile(RecordOf(path, articles.size()), unread);
    return outcomes;
  }

  // The same in a run of its own, which removes what has to be removed. Returns the places of that.
  Strings GiveAndRemove(const std::string& path, const Articles& articles,
                        const std::string& former = {}) const {
    IndexWriter writer(Options());
    Give(writer, path, articles, former);
    Strings removed = RemoveAll(writer);
    writer.Finish();
    return removed;
  }

  // A run in which a file is gone.
  Strings VanishAndRemove(const std::string& path) const {
    IndexWriter writer(Options());
    writer.Vanish(path);
    Strings removed = RemoveAll(writer);
    writer.Finish();
    return removed;
  }

  static Strings RemoveAll(IndexWriter& writer) {
    Strings removed;
    for (const Departure& departure : writer.TakeDepartures()) {
      writer.Remove(departure, [&](const std::string& place) { removed.push_back(place); });
    }
    return removed;
  }

  // A run that commits after each of these articles of a file, and ends there.
  void KillAmong(const Articles& articles) const {
    WriteOptions options = Options();
    options.batch_bytes = 1;
    const auto run = [&] {
      IndexWriter writer(options);
      writer.BeginFile(articles[0].path, {});
      for (const Article& article : articles) writer.Put(article, false);
      ::_exit(0);
    };
    EXPECT_EXIT(run(), ::testing::ExitedWithCode(0), "");
  }

  // By id: number of the document and the article.
  std::map<std::string, std::pair<Xapian::docid, Article>> Stored() const {
    std::map<std::string, std::pair<Xapian::docid, Article>> stored;
    const Xapian::Database database = OpenForReading(Path("db"));
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      const Result<Article> article = DecodeArticle(database.get_document(*it).get_data());
      EXPECT_TRUE(article.ok());
      if (!article.ok()) continue;
      stored[article.value().id] = {*it, article.value()};
      EXPECT_EQ(database.get_termfreq(IdTerm(article.value().id)), 1U) << article.value().id;
      EXPECT_EQ(database.get_termfreq(PlaceTerm(article.value())), 1U) << Place(article.value());
    }
    EXPECT_EQ(stored.size(), database.get_doccount()) << "an id twice";
    return stored;
  }

  Strings Ids() const {
    Strings ids;
    for (const auto& [id, article] : Stored()) ids.push_back(id);
    return ids;
  }

  Xapian::docid DocumentOf(const std::string& id) const {
    const auto stored = Stored();
    const auto found = stored.find(id);
    return found == stored.end() ? 0 : found->second.first;
  }

  // The terms of a document but for its keys.
  std::set<std::string> Terms(Xapian::docid document) const {
    std::set<std::string> terms;
    const Xapian::Database database = OpenForReading(Path("db"));
    for (auto term = database.termlist_begin(document); term != database.termlist_end(document);
         ++term) {
      if ((*term).starts_with(kPlacePrefix) || (*term).starts_with(kIdPrefix)) continue;
      terms.insert(*term);
    }
    return terms;
  }

  std::optional<FileRecord> Record(const std::string& path) const {
    return IndexWriter(Options()).FindFile(path);
  }

  Strings Recorded() const {
    Strings paths;
    IndexWriter(Options()).ForEachFile([&](FileRecord&& record) { paths.push_back(record.path); });
    return paths;
  }
};

TEST_F(IndexWriterFilesTest, TheRecordOfAFileIsKept) {
  const std::string path = Write("a.txt", "x");
  GiveAndRemove(path, {Whole(path, "satu")});
  EXPECT_EQ(Record(path), RecordOf(path, 1));
  EXPECT_EQ(Recorded(), Strings{path});
  EXPECT_EQ(Record(Path("b.txt")), std::nullopt);
}

TEST_F(IndexWriterFilesTest, ARecordOfAFileWithoutArticlesIsKeptToo) {
  FileRecord record = RecordOf("/arsip/rusak.txt", 0);
  record.problems = {": is empty: skipped"};
  {
    IndexWriter writer(Options());
    writer.KeepRecord(record);
    EXPECT_EQ(writer.FindFile(record.path), record);
    Give(writer, "/arsip/a.txt", {Whole("/arsip/a.txt", "satu")});
    writer.Finish();
  }
  EXPECT_EQ(Record(record.path), record);
}

TEST_F(IndexWriterFilesTest, ADamagedRecordIsLeftOut) {
  const std::string path = Write("a.txt", "x");
  GiveAndRemove(path, {Whole(path, "satu")});
  {
    Xapian::WritableDatabase database(Path("db/gen-000001"), Xapian::DB_OPEN);
    std::string bytes = database.get_metadata(FileKey(path));
    bytes.back() ^= 1;
    database.set_metadata(FileKey(path), bytes);
    database.commit();
  }
  fs::remove(Path("db/gen-000001/CHECKSUMS"));
  EXPECT_EQ(Record(path), std::nullopt);
  EXPECT_EQ(Recorded(), Strings{});
  // It is read again; what it has lost meanwhile is missed.
  EXPECT_EQ(GiveAndRemove(path, {}), Strings{path});
}

TEST_F(IndexWriterFilesTest, AFileThatGivesTheSameWritesNothing) {
  const std::string path = Write("a.jsonl", "x");
  GiveAndRemove(path, Lines(path, {"a", "b"}));
  const auto written = fs::last_write_time(Path("db/gen-000001/postlist.glass"));
  EXPECT_EQ(GiveAndRemove(path, Lines(path, {"a", "b"})), Strings{});
  EXPECT_EQ(fs::last_write_time(Path("db/gen-000001/postlist.glass")), written);
}

TEST_F(IndexWriterFilesTest, WhatAFileDoesNotGiveAnyMoreDeparts) {
  const std::string path = Write("a.jsonl", "x");
  GiveAndRemove(path, Lines(path, {"a", "b", "c"}));
  IndexWriter writer(Options());
  Give(writer, path, Lines(path, {"a", "c"}));
  const std::vector<Departure> departures = writer.TakeDepartures();
  ASSERT_EQ(departures.size(), 1U);
  EXPECT_EQ(departures[0].path, path);
  EXPECT_FALSE(departures[0].file_is_gone);
  EXPECT_EQ(departures[0].documents.size(), 1U);
  EXPECT_EQ(departures[0].record.articles, 2U);
  // Not before it is removed does the record say that it is.
  EXPECT_EQ(writer.FindFile(path)->articles, 3U);
  Strings removed;
  writer.Remove(departures[0], [&](const std::string& place) { removed.push_back(place); });
  EXPECT_EQ(removed, Strings{path + "#2"});
  EXPECT_EQ(writer.FindFile(path)->articles, 2U);
  EXPECT_TRUE(writer.TakeDepartures().empty());
  writer.Finish();
  EXPECT_EQ(Ids(), (Strings{"a", "c"}));
}

TEST_F(IndexWriterFilesTest, ADepartureThatIsNotRemovedComesBackInTheNextRun) {
  const std::string path = Write("a.jsonl", "x");
  GiveAndRemove(path, Lines(path, {"a", "b", "c"}));
  for (int run = 0; run < 2; ++run) {
    IndexWriter writer(Options());
    Give(writer, path, Lines(path, {"a", "b"}));
    const std::vector<Departure> departures = writer.TakeDepartures();
    ASSERT_EQ(departures.size(), 1U) << run;
    EXPECT_EQ(departures[0].documents.size(), 1U);
    writer.Finish();
    EXPECT_EQ(Ids(), (Strings{"a", "b", "c"}));
  }
}

// The newest stand first, as in a feed: what moves up takes the places of those that are gone.
TEST_F(IndexWriterFilesTest, ADepartureFromTheFrontComesBackInTheNextRun) {
  const std::string path = Write("a.jsonl", "x");
  GiveAndRemove(path, Lines(path, {"a"}));
  GiveAndRemove(path, Lines(path, {"b", "a"}));
  GiveAndRemove(path, Lines(path, {"c", "b", "a"}));
  {
    IndexWriter writer(Options());
    Give(writer, path, Lines(path, {"b", "a"}));
    EXPECT_EQ(writer.TakeDepartures().size(), 1U);
    writer.Finish();  // refused, or killed
  }
  GiveAndRemove(path, Lines(path, {"b", "a"}));
  EXPECT_EQ(Ids(), (Strings{"a", "b"}));
}

TEST_F(IndexWriterFilesTest, AFileThatIsGoneDepartsWithItsArticlesAndItsRecord) {
  const std::string path = Path("a.jsonl");
  const std::string other = Path("a.jsonl.bak");
  GiveAndRemove(path, Lines(path, {"a", "b"}));
  GiveAndRemove(other, Lines(other, {"c"}));
  EXPECT_EQ(VanishAndRemove(path), (Strings{path + "#1", path + "#2"}));
  EXPECT_EQ(Ids(), Strings{"c"});
  EXPECT_EQ(Recorded(), Strings{other});
  EXPECT_FALSE(OpenForReading(Path("db")).term_exists("a"));
}

TEST_F(IndexWriterFilesTest, TheArticlesOfMembersDepartWithTheirArchive) {
  const std::string path = Path("a.zip");
  Article member = Whole(path, "isi");
  member.id = "satu";
  member.member = "2024/1.txt";
  Article record = Line(path, 3, "dua");
  record.member = "2024/2.jsonl";
  GiveAndRemove(path, {member, record});
  EXPECT_EQ(IndexWriter(Options()).ArticlesBelow(path), 2U);
  EXPECT_EQ(VanishAndRemove(path).size(), 2U);
}

TEST_F(IndexWriterFilesTest, BrokenRecordsMayBeTheArticlesThatAreMissing) {
  const std::string path = Write("a.jsonl", "x");
  for (const std::uint64_t unread : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{2}}) {
    SCOPED_TRACE(unread);
    fs::remove_all(Path("db"));
    GiveAndRemove(path, Lines(path, {"a", "b", "c", "d"}));
    IndexWriter writer(Options());
    Give(writer, path, Lines(path, {"a", "b"}), {}, unread);
    EXPECT_EQ(writer.TakeDepartures().size(), unread < 2 ? 1U : 0U);
    EXPECT_EQ(writer.FindFile(path)->articles, unread < 2 ? 4U : 2U);
  }
}

TEST_F(IndexWriterFilesTest, ARenamedFileKeepsItsDocument) {
  const std::string before = Path("lama.txt");
  GiveAndRemove(before, {Whole(before, "harga kopi naik")});
  const Xapian::docid document = DocumentOf("lama.txt");
  const std::set<std::string> terms = Terms(document);
  const std::string after = Write("baru.txt", "x");
  {
    IndexWriter writer(Options());
    EXPECT_EQ(Give(writer, after, {Whole(after, "harga kopi naik")}, before),
              std::vector<Outcome>{Outcome::kMoved});
    EXPECT_EQ(writer.former_place(), before);
    EXPECT_EQ(writer.overlong(), 0U);
    EXPECT_EQ(RemoveAll(writer), Strings{});
    writer.Finish();
  }
  EXPECT_EQ(Ids(), Strings{"baru.txt"});
  EXPECT_EQ(DocumentOf("baru.txt"), document);
  EXPECT_EQ(Terms(document), terms);
  EXPECT_EQ(Stored().at("baru.txt").second.path, after);
  EXPECT_EQ(Recorded(), Strings{after});
}

TEST_F(IndexWriterFilesTest, ARenamedFileOfManyKeepsItsDocuments) {
  const std::string before = Path("lama.jsonl");
  const std::string after = Write("baru.jsonl", "x");
  Articles articles = Lines(before, {"a", "lama.jsonl#2"});
  GiveAndRemove(before, articles);
  const auto stored = Stored();
  for (Article& article : articles) article.path = after;
  articles[1].id = "baru.jsonl#2";
  {
    IndexWriter writer(Options());
    writer.BeginFile(after, before);
    EXPECT_EQ(writer.Put(articles[0], false), Outcome::kMoved);
    EXPECT_EQ(writer.Put(articles[1], true), Outcome::kMoved);
    writer.EndFile(RecordOf(after, 2), 0);
    EXPECT_EQ(RemoveAll(writer), Strings{});
    writer.Finish();
  }
  EXPECT_EQ(DocumentOf("a"), stored.at("a").first);
  EXPECT_EQ(DocumentOf("baru.jsonl#2"), stored.at("lama.jsonl#2").first);
  EXPECT_EQ(Recorded(), Strings{after});
}

TEST_F(IndexWriterFilesTest, ARenamedFileDoesNotTakeTheIdOfAnother) {
  const std::string taken = Write("x/01.txt", "x");
  const std::string before = Path("lama.txt");
  const std::string after = Write("y/01.txt", "x");
  GiveAndRemove(taken, {Whole(taken, "satu")});
  GiveAndRemove(before, {Whole(before, "dua")});
  GiveAndRemove(after, {Whole(after, "dua")}, before);
  const auto stored = Stored();
  ASSERT_EQ(stored.size(), 2U);
  EXPECT_EQ(stored.at("01.txt").second.path, taken);
  EXPECT_EQ(stored.at(after).second.body, "dua");
}

// Its id is its place no more than that of a file that was not renamed.
TEST_F(IndexWriterFilesTest, WhatAnotherFormatMakesOfARenamedFileDeparts) {
  const std::string before = Path("lama.txt");
  const std::string after = Write("baru.txt", "x");
  GiveAndRemove(before, {Whole(before, "satu")});
  EXPECT_EQ(GiveAndRemove(after, Lines(after, {"a"}), before), Strings{before});
  EXPECT_EQ(Ids(), Strings{"a"});
  EXPECT_EQ(Recorded(), Strings{after});
}

TEST_F(IndexWriterFilesTest, AnArticleMovesFromAFileThatIsGone) {
  const std::string before = Path("a.jsonl");
  const std::string after = Write("b.jsonl", "x");
  GiveAndRemove(before, Lines(before, {"a"}));
  const Xapian::docid document = DocumentOf("a");
  {
    IndexWriter writer(Options());
    writer.NoteGone({before});
    EXPECT_EQ(Give(writer, after, Lines(after, {"a"})), std::vector<Outcome>{Outcome::kMoved});
    EXPECT_EQ(writer.former_place(), before + "#1");
    writer.Vanish(before);
    EXPECT_EQ(RemoveAll(writer), Strings{});
    writer.Finish();
  }
  EXPECT_EQ(DocumentOf("a"), document);
  EXPECT_EQ(Recorded(), Strings{after});
}

// In either order of the files: the one that it has left still exists.
TEST_F(IndexWriterFilesTest, AnArticleMovesFromAFileToAnotherWithinARun) {
  const std::string first = Write("a.jsonl", "x");
  const std::string second = Write("b.jsonl", "x");
  for (const bool to_second : {true, false}) {
    SCOPED_TRACE(to_second ? "to the file that is read later" : "to the one that is read earlier");
    fs::remove_all(Path("db"));
    const std::string& from = to_second ? first : second;
    const std::string& to = to_second ? second : first;
    {
      IndexWriter writer(Options());
      Give(writer, from, Lines(from, {"a", "x"}));
      Give(writer, to, Lines(to, {"y"}));
      writer.Finish();
    }
    IndexWriter writer(Options());
    for (const std::string& path : {first, second}) {
      Give(writer, path, Lines(path, path == from ? Strings{"a"} : Strings{"y", "x"}));
    }
    EXPECT_EQ(RemoveAll(writer), Strings{});
    // A file that was read too early to take it is woken.
    if (writer.WakeCopies() > 0) {
      EXPECT_EQ(writer.FindFile(to)->stamp, FileStamp{});
      Give(writer, to, Lines(to, {"y", "x"}));
    }
    writer.Finish();
    EXPECT_EQ(Ids(), (Strings{"a", "x", "y"}));
    EXPECT_EQ(Stored().at("x").second.path, to);
  }
}

// TakeDepartures: without articles that another file has given since.
TEST_F(IndexWriterFilesTest, AnArticleThatAnotherFileGivesNowDoesNotDepart) {
  const std::string first = Write("a.jsonl", "x");
  const std::string second = Write("b.jsonl", "x");
  for (const bool to_second : {true, false}) {
    SCOPED_TRACE(to_second);
    fs::remove_all(Path("db"));
    const std::string& from = to_second ? first : second;
    {
      IndexWriter writer(Options());
      Give(writer, from, Lines(from, {"a", "b", "c"}));
      writer.Finish();
    }
    IndexWriter writer(Options());
    for (const std::string& path : {first, second}) {
      Give(writer, path, Lines(path, path == from ? Strings{} : Strings{"a", "b", "c"}));
    }
    std::size_t departing = 0;
    for (const Departure& departure : writer.TakeDepartures())
      departing += departure.documents.size();
    EXPECT_EQ(departing, 0U);
  }
}

TEST_F(IndexWriterFilesTest, CopiesWakeWhenWhatTheyCopyIsRemoved) {
  const std::string first = Write("a.jsonl", "x");
  const std::string second = Write("b.jsonl", "x");
  {
    IndexWriter writer(Options());
    Give(writer, first, Lines(first, {"a", "b"}));
    EXPECT_EQ(Give(writer, second, Lines(second, {"a"})),
              std::vector<Outcome>{Outcome::kUnchanged});
    EXPECT_EQ(writer.FindFile(second)->copies, std::vector<std::uint64_t>{HashId("a")});
    writer.Finish();
  }
  fs::remove(first);
  IndexWriter writer(Options());
  writer.Vanish(first);
  EXPECT_EQ(RemoveAll(writer).size(), 2U);
  EXPECT_EQ(writer.WakeCopies(), 1U);
  EXPECT_EQ(writer.FindFile(second)->stamp, FileStamp{});
  EXPECT_EQ(writer.WakeCopies(), 0U) << "once";
  EXPECT_EQ(Give(writer, second, Lines(second, {"a"})), std::vector<Outcome>{Outcome::kAdded});
  EXPECT_TRUE(writer.FindFile(second)->copies.empty());
  writer.Finish();
  EXPECT_EQ(Ids(), Strings{"a"});
}

// The file was read in this run; its record is not committed yet.
TEST_F(IndexWriterFilesTest, CopiesOfThisRunWakeToo) {
  const std::string first = Write("a.jsonl", "x");
  const std::string second = Write("b.jsonl", "x");
  GiveAndRemove(first, Lines(first, {"a", "b"}));
  IndexWriter writer(Options());
  Give(writer, first, Lines(first, {"a"}));
  Give(writer, second, Lines(second, {"b"}));
  if (!RemoveAll(writer).empty()) {
    EXPECT_EQ(writer.WakeCopies(), 1U);
  }
}

// Those that are woken can be found by who plans what is read.
TEST_F(IndexWriterFilesTest, WhatWasWokenIsSeenAmongTheRecords) {
  const std::string first = Write("a.jsonl", "x");
  const std::string second = Write("b.jsonl", "x");
  {
    IndexWriter writer(Options());
    Give(writer, first, Lines(first, {"a"}));
    Give(writer, second, Lines(second, {"a"}));
    writer.Finish();
  }
  IndexWriter writer(Options());
  writer.Vanish(first);
  RemoveAll(writer);
  ASSERT_EQ(writer.WakeCopies(), 1U);
  std::size_t woken = 0;
  writer.ForEachFile([&](FileRecord&& record) { woken += record.stamp == FileStamp{} ? 1U : 0U; });
  EXPECT_EQ(woken, 1U);
}

// As a file does that holds copies of what was removed.
TEST_F(IndexWriterFilesTest, AFileMayBeReadAgainInTheRunThatRemovedItsArticles) {
  const std::string path = Write("a.jsonl", "x");
  GiveAndRemove(path, Lines(path, {"a", "b"}));
  IndexWriter writer(Options());
  for (int reading = 0; reading < 2; ++reading) {
    Give(writer, path, Lines(path, {"a"}));
    EXPECT_EQ(RemoveAll(writer).size(), reading == 0 ? 1U : 0U);
  }
  writer.Finish();
  EXPECT_EQ(Ids(), Strings{"a"});
}

TEST_F(IndexWriterFilesTest, WhoLosesAPageToAFullerCopyKnowsIt) {
  const std::string feed = Write("umpan.xml", "x");
  const std::string page = Write("halaman.html", "x");
  Article brief = Line(feed, 1, "https://kabar.example/1", "Pendek.");
  Article full = Whole(page, "Pendek. Lalu panjang.");
  brief.url = full.url = full.id = brief.id;
  {
    IndexWriter writer(Options());
    Give(writer, feed, {brief});
    EXPECT_EQ(Give(writer, page, {full}), std::vector<Outcome>{Outcome::kChanged});
    EXPECT_EQ(writer.FindFile(feed)->copies, std::vector<std::uint64_t>{HashId(brief.id)});
    EXPECT_TRUE(writer.FindFile(page)->copies.empty());
    writer.Finish();
  }
  // The page goes: the feed gives the article again.
  fs::remove(page);
  IndexWriter writer(Options());
  writer.Vanish(page);
  RemoveAll(writer);
  EXPECT_EQ(writer.WakeCopies(), 1U);
  Give(writer, feed, {brief});
  writer.Finish();
  EXPECT_EQ(Stored().at(brief.id).second, brief);
}

TEST_F(IndexWriterFilesTest, ALineThatShiftsIsNotAnalysedAgain) {
  const std::string path = Write("a.jsonl", "x");
  const std::string over(kMaxTokenCodePoints + 1, 'x');
  Articles articles = {Line(path, 1, "a", "kopi " + over), Line(path, 2, "b", "teh " + over)};
  GiveAndRemove(path, articles);
  const Xapian::docid document = DocumentOf("a");
  const std::set<std::string> terms = Terms(document);
  for (Article& article : articles) ++article.line;
  {
    IndexWriter writer(Options());
    writer.BeginFile(path, {});
    EXPECT_EQ(writer.Put(Line(path, 1, "baru", over), false), Outcome::kAdded);
    EXPECT_EQ(writer.overlong(), 1U);
    for (const Article& article : articles) {
      EXPECT_EQ(writer.Put(article, false), Outcome::kMoved);
      EXPECT_EQ(writer.overlong(), 0U);
      EXPECT_EQ(writer.former_place(), path + "#" + std::to_string(article.line - 1));
    }
    writer.EndFile(RecordOf(path, 3), 0);
    EXPECT_EQ(RemoveAll(writer), Strings{});
    writer.Finish();
  }
  EXPECT_EQ(DocumentOf("a"), document);
  EXPECT_EQ(Terms(document), terms);
  EXPECT_EQ(Stored().at("a").second.line, 2U);
}

TEST_F(IndexWriterFilesTest, AFieldThatChangesIsChangedWithoutAnalysis) {
  const std::string path = Write("a.jsonl", "x");
  Article article = Line(path, 1, "a", "kopi");
  article.source = "Kabar Pagi";
  GiveAndRemove(path, {article});
  const Xapian::docid document = DocumentOf("a");
  article.source = "Suara Kota";
  article.category = "Ekonomi";
  IndexWriter writer(Options());
  EXPECT_EQ(Give(writer, path, {article}), std::vector<Outcome>{Outcome::kChanged});
  writer.Finish();
  EXPECT_EQ(Stored().at("a").second, article);
  EXPECT_EQ(DocumentOf("a"), document);
  const Xapian::Document stored = OpenForReading(Path("db")).get_document(document);
  EXPECT_EQ(stored.get_value(kSourceSlot), "Suara Kota");
  EXPECT_EQ(stored.get_value(kCategorySlot), "Ekonomi");
}

TEST_F(IndexWriterFilesTest, LinesWithoutIdsChangePlaces) {
  const std::string path = Write("a.csv", "x");
  const auto give = [&](const Strings& bodies) {
    IndexWriter writer(Options());
    writer.BeginFile(path, {});
    for (std::size_t i = 0; i < bodies.size(); ++i) {
      writer.Put(Line(path, i + 1, "a.csv#" + std::to_string(i + 1), bodies[i]), true);
    }
    writer.EndFile(RecordOf(path, bodies.size()), 0);
    RemoveAll(writer);
    writer.Finish();
  };
  for (const Strings& bodies : {Strings{"satu", "dua"}, Strings{"baru", "satu", "dua"},
                                Strings{"satu", "dua"}, Strings{"dua"}}) {
    give(bodies);
    Strings stored;
    for (const auto& [id, article] : Stored()) stored.push_back(article.second.body);
    EXPECT_EQ(stored, bodies);
  }
}

// Commits fall between any two articles; each leaves a state that the next run can go on from.
TEST_F(IndexWriterFilesTest, AFileWhoseReadingWasKilledIsReadAgain) {
  const std::string path = Write("a.jsonl", "x");
  GiveAndRemove(path, Lines(path, {"a"}));
  KillAmong(Lines(path, {"a", "b", "c"}));
  EXPECT_EQ(Ids(), (Strings{"a", "b", "c"}));
  ASSERT_TRUE(Record(path));
  EXPECT_EQ(Record(path)->stamp, FileStamp{});
  // It is gone before it is read again: nothing of it stays.
  EXPECT_EQ(VanishAndRemove(path).size(), 3U);
}

TEST_F(IndexWriterFilesTest, ANewFileWhoseReadingWasKilledIsOnRecord) {
  const std::string old = Write("0.txt", "x");
  GiveAndRemove(old, {Whole(old, "lama")});
  const std::string path = Write("a.jsonl", "x");
  KillAmong(Lines(path, {"a", "b"}));
  ASSERT_TRUE(Record(path));
  EXPECT_EQ(Record(path)->stamp, FileStamp{});
  EXPECT_EQ(GiveAndRemove(path, Lines(path, {"a"})), Strings{path + "#2"});
}

TEST_F(IndexWriterFilesTest, AnAbandonedFileIsReadAgainAndItsArticlesAreMissed) {
  const std::string old = Write("0.txt", "x");
  GiveAndRemove(old, {Whole(old, "lama")});
  const std::string path = Path("a.jsonl");
  {
    IndexWriter writer(Options());
    writer.BeginFile(path, {});
    for (const Article& article : Lines(path, {"a", "b"})) writer.Put(article, false);
    writer.AbandonFile();
    EXPECT_TRUE(writer.TakeDepartures().empty());
    writer.Finish();
  }
  EXPECT_EQ(Record(path)->stamp, FileStamp{});
  EXPECT_EQ(VanishAndRemove(path), (Strings{path + "#1", path + "#2"}));
  EXPECT_EQ(Recorded(), Strings{old});
}

TEST_F(IndexWriterFilesTest, AnAbandonedFileKeepsWhatWasKnownOfIt) {
  const std::string path = Write("a.jsonl", "x");
  GiveAndRemove(path, Lines(path, {"a", "b"}));
  IndexWriter writer(Options());
  writer.BeginFile(path, {});
  writer.Put(Lines(path, {"a"})[0], false);
  writer.AbandonFile();
  EXPECT_TRUE(writer.TakeDepartures().empty());
  EXPECT_EQ(writer.FindFile(path)->stamp, FileStamp{});
  EXPECT_EQ(writer.FindFile(path)->articles, 2U);
}

// The same with a commit after every article, and with one at the end.
TEST_F(IndexWriterFilesTest, BatchesMakeNoDifference) {
  const std::string path = Write("a.jsonl", "x");
  const std::string other = Write("b.jsonl", "x");
  for (const std::size_t batch : {std::size_t{1}, std::size_t{600}, std::size_t{1} << 30}) {
    SCOPED_TRACE(batch);
    fs::remove_all(Path("db"));
    WriteOptions options = Options();
    options.batch_bytes = batch;
    const auto run = [&](const Strings& in_path, const Strings& in_other) {
      IndexWriter writer(options);
      Give(writer, path, Lines(path, in_path));
      Give(writer, other, Lines(other, in_other));
      RemoveAll(writer);
      writer.Finish();
    };
    run({"a", "b", "c"}, {"x"});
    run({"baru", "a", "b", "c"}, {"x", "y"});
    EXPECT_EQ(Ids(), (Strings{"a", "b", "baru", "c", "x", "y"}));
    run({"b", "c"}, {"y"});
    EXPECT_EQ(Ids(), (Strings{"b", "c", "y"}));
    EXPECT_EQ(Stored().at("c").second.line, 2U);
    run({"c", "b"}, {"y"});
    EXPECT_EQ(Ids(), (Strings{"b", "c", "y"}));
  }
}

TEST_F(IndexWriterFilesTest, CountsArticlesBelowAFolder) {
  const std::string whole = Path("arsip/a.txt");
  const std::string many = Path("arsip/b.jsonl");
  const std::string beside = Path("arsip-lama/c.txt");
  GiveAndRemove(whole, {Whole(whole, "satu")});
  GiveAndRemove(many, Lines(many, {"a", "b"}));
  GiveAndRemove(beside, {Whole(beside, "dua")});
  const IndexWriter reader(Options());
  EXPECT_EQ(reader.ArticlesBelow(Path("arsip")), 3U);
  EXPECT_EQ(reader.ArticlesBelow(Path("arsip-lama")), 1U);
  EXPECT_EQ(reader.ArticlesBelow(directory()), 4U);
  EXPECT_EQ(reader.ArticlesBelow("/"), 4U);
  EXPECT_EQ(reader.ArticlesBelow(whole), 1U);
  EXPECT_EQ(reader.ArticlesBelow(many), 2U);
  EXPECT_EQ(reader.ArticlesBelow(Path("ars")), 0U);
}

TEST_F(IndexWriterFilesTest, PathsLongerThanTermsAreToldApart) {
  const std::string folder = Path(std::string(190, 'x') + "/" + std::string(90, 'y'));
  const std::string first = folder + "/a.txt";
  const std::string second = folder + "/b.jsonl";
  GiveAndRemove(first, {Whole(first, "satu")});
  GiveAndRemove(second, Lines(second, {"a", "b"}));
  EXPECT_EQ(GiveAndRemove(second, Lines(second, {"b"})), Strings{second + "#1"});
  EXPECT_EQ(VanishAndRemove(first), Strings{first});
  EXPECT_EQ(Ids(), Strings{"b"});
}

TEST_F(IndexWriterFilesTest, ADryRunMakesNoDatabase) {
  WriteOptions options = Options();
  options.dry_run = true;
  const std::string path = Write("a.jsonl", "x");
  IndexWriter writer(options);
  EXPECT_EQ(Give(writer, path, Lines(path, {"a", "b"})),
            (std::vector<Outcome>{Outcome::kAdded, Outcome::kAdded}));
  EXPECT_EQ(RemoveAll(writer), Strings{});
  EXPECT_EQ(writer.WakeCopies(), 0U);
  writer.Finish();
  EXPECT_FALSE(fs::exists(Path("db")));
}

TEST_F(IndexWriterFilesTest, ADryRunTellsWhatItWouldDoAndLeavesTheDatabaseAsItWas) {
  const std::string path = Write("a.jsonl", "x");
  const std::string gone = Path("b.txt");
  GiveAndRemove(gone, {Whole(gone, "dua")});
  GiveAndRemove(path, Lines(path, {"a", "b"}));
  const auto before = Stored();
  fs::remove(Path("db/LOCK"));
  {
    WriteOptions options = Options();
    options.dry_run = true;
    options.batch_bytes = 1;
    IndexWriter writer(options);
    Articles articles = Lines(path, {"a", "c"});
    articles[0].body = "lain";
    EXPECT_EQ(Give(writer, path, articles),
              (std::vector<Outcome>{Outcome::kChanged, Outcome::kAdded}));
    writer.Vanish(gone);
    EXPECT_EQ(RemoveAll(writer), (Strings{path + "#2", gone}));
    writer.Finish();
  }
  EXPECT_FALSE(fs::exists(Path("db/LOCK")));
  EXPECT_EQ(Stored(), before);
  EXPECT_EQ(Recorded(), (Strings{path, gone}));
}

// Moved, therefore not removed as well.
TEST_F(IndexWriterFilesTest, ADryRunDoesNotRemoveWhatHasMoved) {
  const std::string before = Path("a.jsonl");
  const std::string after = Write("b.jsonl", "x");
  GiveAndRemove(before, Lines(before, {"a"}));
  WriteOptions options = Options();
  options.dry_run = true;
  IndexWriter writer(options);
  writer.NoteGone({before});
  EXPECT_EQ(Give(writer, after, Lines(after, {"a"})), std::vector<Outcome>{Outcome::kMoved});
  writer.Vanish(before);
  EXPECT_EQ(RemoveAll(writer), Strings{});
}

TEST_F(IndexWriterFilesTest, ADryRebuildStartsFromNothing) {
  const std::string path = Write("a.jsonl", "x");
  GiveAndRemove(path, Lines(path, {"a"}));
  WriteOptions options = Options();
  options.dry_run = true;
  options.rebuild = true;
  {
    IndexWriter writer(options);
    EXPECT_EQ(Give(writer, path, Lines(path, {"a"})), std::vector<Outcome>{Outcome::kAdded});
    writer.Finish();
  }
  EXPECT_FALSE(fs::exists(Path("db/gen-000002")));
  EXPECT_EQ(Ids(), Strings{"a"});
}

TEST_F(IndexWriterFilesTest, ARebuildThatLosesTooMuchIsRefused) {
  const std::string path = Write("a.jsonl", "x");
  GiveAndRemove(path, Lines(path, {"a", "b", "c", "d"}));
  WriteOptions options = Options();
  options.rebuild = true;
  options.max_removed_percent = 20;
  {
    IndexWriter writer(options);
    Give(writer, path, Lines(path, {"a", "b"}));
    EXPECT_THROW(writer.Finish(), Fatal);
  }
  EXPECT_EQ(Ids(), (Strings{"a", "b", "c", "d"}));
  EXPECT_FALSE(fs::exists(Path("db/gen-000002")));
  options.max_removed_percent = 50;
  IndexWriter writer(options);
  Give(writer, path, Lines(path, {"a", "b"}));
  writer.Finish();
  EXPECT_EQ(Ids(), (Strings{"a", "b"}));
}

}  // namespace
}  // namespace warta
