#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/store/file_record.h"
#include "common/store/furniture_record.h"
#include "indexer/document.h"
#include "indexer/generation_writer.h"

namespace warta {

/// What became of an article that was put into the database.
enum class Outcome {
  kAdded,
  kChanged,
  kMoved,  ///< the same text, now in another file or at another place in it
  kUnchanged,
  kRepeated,  ///< replaced another article that had the same id in this run
};

/// Articles that a file gave and does not give any more.
struct Departure {
  std::string path;
  bool file_is_gone = false;
  std::vector<Xapian::docid> documents;
  FileRecord record;  ///< to be kept of the file, if it is not gone
};

/// Writes articles, file by file, into the database of a directory, with what has to be known of the
/// files: the record of a file is committed with its articles or after them, never before.
/// GenerationWriter says what a failure leaves behind; the functions throw its Fatal.
class IndexWriter {
 public:
  explicit IndexWriter(const WriteOptions& options);

  /// The records of all files, as of the last commit. Those that are damaged are left out, so that
  /// their files are read again.
  void ForEachFile(const std::function<void(FileRecord&&)>& each) const;
  std::optional<FileRecord> FindFile(const std::string& path) const;

  /// GenerationWriter::BuildAnew. `stop`: asked for each article; the run goes on in the live generation
  /// then.
  bool BuildAnew(const std::function<bool()>& stop);

  /// The articles of a file follow. `former`: where the same file stood before, empty: nowhere.
  void BeginFile(const std::string& path, const std::string& former);

  /// Puts an article in, under its id: adds it, replaces the one of before, or leaves an equal one
  /// alone.
  ///
  /// An id that is only a path below a root (`id_from_path`) is kept for as long as the article
  /// stays at its place on the disk, whichever root is named. It does not replace an article from
  /// another file which still exists, such as the 01.txt of another folder, nor does a record one
  /// of another source or URL: the newcomer goes in under its place (Place). Of copies of a page,
  /// whose id is its URL, from several files (a feed, a crawl, a saved page) the one with most text
  /// stays, of equal articles the first.
  Outcome Put(Article article, bool id_from_path);

  /// Where the article last put stood before, when it was moved or changed.
  const std::string& former_place() const { return former_place_; }

  /// Words too long to be indexed in the article last put; 0 when it was not analysed.
  std::size_t overlong() const { return overlong_; }

  /// All articles of the file have been put. Takes down its record, unless some articles of before
  /// are missing: then it becomes a departure, unless there are at most `unread` and the file's
  /// broken records may have been they.
  void EndFile(FileRecord record, std::uint64_t unread);

  /// The file was not read to its end: it will be read again by the next run.
  void AbandonFile();

  /// Takes down what is known of a file whose articles stay as they are.
  void KeepRecord(const FileRecord& record);

  /// Files that are known to be gone. Of any other one on record it is believed that it still gives
  /// its articles, even if it cannot be seen: its disk may be out of reach.
  void NoteGone(const std::vector<std::string>& paths);

  /// The file is not there any more: it becomes a departure.
  void Vanish(const std::string& path);

  /// The departures since the last call, without articles that another file gives now.
  std::vector<Departure> TakeDepartures();

  /// Removes the articles; `each` is told the place of each.
  void Remove(const Departure& departure, const std::function<void(const std::string&)>& each);

  /// Sees to it that the files that have copies of articles which were removed, or have departed, are
  /// read again. Returns how many they are. Commits.
  std::size_t WakeCopies();

  /// How many articles the database has below a folder, or in a file, as of the last commit.
  std::uint64_t ArticlesBelow(const std::string& path) const;

  /// What earlier runs have learned of the furniture of pages; nothing in a new generation.
  FurnitureRecord Furniture() const;

  /// Every commit takes down with its articles what this returns.
  void KeepFurniture(std::function<FurnitureRecord()> record) { furniture_ = std::move(record); }

  /// Gives every article in which the words of one of the lines follow each other to `edit`, and writes
  /// those for which it says that it has changed them. Ids and places must stay.
  void Edit(const std::vector<std::string>& lines, const std::function<bool(Article&)>& edit);

  /// Makes what was written durable and, in a new generation, the live one (GenerationWriter).
  void Finish() { writer_.Finish(); }

  /// In the database, as of the last commit.
  std::uint64_t articles() const { return writer_.articles(); }

 private:
  // The file whose articles are being put.
  struct OpenFile {
    std::string path;
    std::string former;
    std::vector<Xapian::docid> before;      // its articles as of the last commit
    std::unordered_set<Xapian::docid> met;  // those that it gives now
    std::vector<std::uint64_t> copies;      // as in FileRecord
    bool is_recorded = false;               // that it is being read
  };

  // A document that is there already; number 0: there is none.
  struct Known {
    Xapian::docid document = 0;
    std::string record;
    std::optional<Article> article;  // none: the record is damaged
  };

  Known Load(const std::string& term) const;
  Known LoadFromFormerPlace(const Article& article) const;
  Known Resolve(Article& article, bool id_from_path) const;
  bool IsAnother(const Known& known, const Article& article, bool id_from_path) const;
  bool StandsElsewhere(const Known& known, const Article& article) const;
  Outcome Write(const Article& article, const Known& known);
  Outcome Met(const Known& known, Outcome outcome);
  Outcome Add(const Article& article, bool repeated);
  Document Built(const Article& article);
  void TellLoser(const Article& stored, const Article& article);
  void Replace(const Article& article, const Known& known, const std::string& record);
  void NoteOpenFile();
  std::vector<Xapian::docid> DocumentsOf(const std::string& path) const;
  std::vector<Xapian::docid> StillIn(const std::vector<Xapian::docid>& documents,
                                     const std::string& path) const;
  std::vector<Xapian::docid> FindLine(const std::string& line) const;

  GenerationWriter writer_;
  std::optional<OpenFile> open_;
  std::vector<Departure> departures_;
  std::unordered_set<std::uint64_t> seen_;     // ids of this run, hashed
  std::unordered_set<std::string> gone_;       // paths
  std::unordered_set<std::uint64_t> copied_;   // those of them that another file gives
  std::unordered_set<std::uint64_t> removed_;  // ids of articles that were removed, hashed
  std::unordered_set<Xapian::docid> taken_;    // documents that a file gave and are its own no more
  std::unordered_set<Xapian::docid> departing_;  // documents that their files do not give any more
  std::function<FurnitureRecord()> furniture_;
  DocumentBuilder builder_;
  std::string former_place_;
  std::size_t overlong_ = 0;
};

}  // namespace warta
