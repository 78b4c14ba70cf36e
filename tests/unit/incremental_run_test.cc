// Whatever happens to a folder between runs: what the database holds after the last one is what a new database would.

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "common/store/open_database.h"
#include "common/store/stored_article.h"
#include "indexer/run.h"
#include "tests/unit/random.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

// A folder of texts and of files of records, to which things happen at random.
class IncrementalRunProperty : public TempDirectoryTest {
 protected:
  using Records = std::vector<std::string>;

  // Something happens to a text, or the folder of some.
  void ChangeTexts() {
    const std::string name = NewName("txt");
    const std::string some = Some(texts_);
    switch (random_.Below(6)) {
      case 0:
      case 1:
        WriteText(name, "Harga kopi " + std::to_string(++count_));
        break;
      case 2:  // edited
        if (!some.empty()) WriteText(some, "Harga teh " + std::to_string(++count_));
        break;
      case 3:  // copied
        if (!some.empty()) WriteText(name, texts_[some]);
        break;
      case 4:
        if (!some.empty()) Rename(some, name, texts_);
        break;
      default:
        Remove(some, texts_);
    }
  }

  // Something happens to a file of records. Each record stands in one file.
  void ChangeRecords() {
    const std::string name = NewName("jsonl");
    const std::string some = Some(files_);
    Records& records = files_[some];
    switch (some.empty() ? 0 : random_.Below(7)) {
      case 0:
        files_[name] = {NewRecord(), NewRecord(), NewRecord()};
        WriteRecords(name);
        break;
      case 1:
        records.insert(records.begin(), NewRecord());
        break;
      case 2:
        records.push_back(NewRecord());
        break;
      case 3:  // never the last one: a file without any is not known to have lost them
        if (records.size() > 1) records.erase(records.begin() + Below(records.size()));
        break;
      case 4:
        std::swap(records.front(), records.back());
        break;
      case 5:
        Rename(some, name, files_);
        break;
      default:
        Remove(some, files_);
    }
    if (files_.contains(some) && !some.empty()) WriteRecords(some);
    files_.erase("");
  }

  // A record moves from a file to another, or all of one do, as of logs that are rotated.
  void MoveRecords() {
    const std::string from = Some(files_);
    const std::string to = Some(files_);
    if (from == to) return;
    if (random_.Below(3) == 0) {
      files_[to] = std::exchange(files_[from], {NewRecord()});
    } else if (files_[from].size() > 1) {
      files_[to].push_back(files_[from].back());
      files_[from].pop_back();
    }
    WriteRecords(from);
    WriteRecords(to);
  }

  void Index(const std::string& database, Builder builder = Builder::kAuto) const {
    RunOptions options;
    options.database = Path(database);
    options.roots = {Path("berita")};
    options.allow_removal = true;
    options.builder = builder;
    options.verbosity = Verbosity::kQuiet;
    ::testing::internal::CaptureStderr();
    const ExitCode code = warta::Run(options);
    const std::string said = ::testing::internal::GetCapturedStderr();
    EXPECT_EQ(static_cast<int>(code), 0) << said;
    EXPECT_EQ(said, "");
  }

  // Place and title of every article. What was renamed may keep an id of its own.
  std::vector<std::pair<std::string, std::string>> Articles(const std::string& name) const {
    std::vector<std::pair<std::string, std::string>> articles;
    const Xapian::Database database = OpenForReading(Path(name));
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      const Result<Article> article = DecodeArticle(database.get_document(*it).get_data());
      EXPECT_TRUE(article.ok());
      if (article.ok()) articles.emplace_back(Place(article.value()), article.value().title);
    }
    std::sort(articles.begin(), articles.end());
    return articles;
  }

  void ExpectAsNew(int rounds, bool moves) {
    WriteText("tetap.txt", "Berita yang tetap");
    for (int round = 0; round < rounds; ++round) {
      SCOPED_TRACE(round);
      for (std::size_t changes = 3 + random_.Below(5); changes > 0; --changes) {
        random_.Below(2) == 0 ? ChangeTexts() : ChangeRecords();
        if (moves && files_.size() > 1) MoveRecords();
      }
      Index("db", random_.Below(2) == 0 ? Builder::kBulk : Builder::kStandard);
      fs::remove_all(Path("baru"));
      Index("baru");
      ASSERT_EQ(Articles("db"), Articles("baru"));
    }
  }

 private:
  std::ptrdiff_t Below(std::size_t bound) {
    return static_cast<std::ptrdiff_t>(random_.Below(bound));
  }

  // Not in use.
  std::string NewName(const std::string& ending) {
    return std::string(1, static_cast<char>('a' + random_.Below(3))) + '/' +
           std::to_string(++count_) + '.' + ending;
  }

  std::string NewRecord() { return "kp-" + std::to_string(++count_); }

  template <class Files>
  std::string Some(const Files& files) {
    return files.empty() ? "" : std::next(files.begin(), Below(files.size()))->first;
  }

  void WriteText(const std::string& name, const std::string& title) {
    texts_[name] = title;
    Write("berita/" + name, title + "\nIsi berita.\n");
  }

  void WriteRecords(const std::string& name) {
    std::string lines;
    for (const std::string& id : files_[name]) {
      lines += R"({"id": ")" + id + R"(", "title": "Kabar )" + id + "\"}\n";
    }
    Write("berita/" + name, lines);
  }

  template <class Files>
  void Rename(const std::string& from, const std::string& to, Files& files) {
    if (from == "tetap.txt") return;
    fs::create_directories(fs::path(Path("berita/" + to)).parent_path());
    fs::rename(Path("berita/" + from), Path("berita/" + to));
    files[to] = std::move(files[from]);
    files.erase(from);
  }

  template <class Files>
  void Remove(const std::string& name, Files& files) {
    if (name.empty() || name == "tetap.txt") return;
    fs::remove(Path("berita/" + name));
    files.erase(name);
  }

  Random random_{41};
  int count_ = 0;
  std::map<std::string, std::string> texts_;
  std::map<std::string, Records> files_;
};

TEST_F(IncrementalRunProperty, AsIfTheDatabaseWereNew) {
  ExpectAsNew(12, false);
}

TEST_F(IncrementalRunProperty, AsIfTheDatabaseWereNewWhereRecordsMoveBetweenFiles) {
  ExpectAsNew(12, true);
}

}  // namespace
}  // namespace warta
