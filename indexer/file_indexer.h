#pragma once

#include <string>
#include <vector>

#include "indexer/file_plan.h"
#include "indexer/furniture/furniture_learner.h"
#include "indexer/index_writer.h"
#include "indexer/problem_log.h"
#include "indexer/progress.h"
#include "indexer/run.h"
#include "indexer/run_report.h"

namespace warta {

/// From a file to its articles in the database: reads it, completes what it states, takes the
/// furniture out, puts the articles in and takes down what there is to know of the file. Counts what
/// it does in the report and names problems on stderr.
class FileIndexer {
 public:
  /// The other objects must outlive this one.
  FileIndexer(const RunOptions& options, IndexWriter& writer, Progress& progress,
              RunReport& report);
  FileIndexer(const FileIndexer&) = delete;
  FileIndexer& operator=(const FileIndexer&) = delete;

  /// How files are read in this run (FileRecord::reading).
  const std::string& reading() const { return reading_; }

  /// Whether the file is one that holds articles.
  bool Read(const FileToRead& next);

  /// A folder, link or file that could not be looked at; remembered as files are.
  void NameUnreadable(const std::string& path, const std::string& why);

  /// Ends the learning of the run: the lines that were learned in it stand in articles that went in
  /// before they were.
  void RemoveLearnedLines();

  /// Looks again at the files that were written at the very moment they were read.
  void SettleFreshFiles();

  /// Inputs that were skipped and not known before.
  std::uint64_t skipped() const { return log_.skipped(); }

  /// Whether there was anything that nobody could look into.
  bool any_unreadable() const { return any_unreadable_; }

  /// The place and id of the first article that replaced another one of this run.
  const std::string& first_repeated() const { return first_repeated_; }

 private:
  void Say(const std::string& message);
  void Keep(const FileRecord& record);
  void NoteIfFresh(const FileRecord& record);
  void Index(Article&& article, const SourceFile& file);
  void Count(Outcome outcome, const Article& article);
  void List(Outcome outcome, const std::string& place) const;
  void ListDropped(const std::string& place);
  void Report(const Problem& problem);

  const RunOptions& options_;
  IndexWriter& writer_;
  Progress& progress_;
  RunReport& report_;
  const std::string reading_;
  ProblemLog log_;
  FurnitureLearner learner_;
  FileRecord* reading_file_ = nullptr;  // of the file at hand
  std::vector<std::string> dropped_;    // from the article at hand
  std::vector<FileRecord> fresh_;
  std::string first_repeated_;
  bool any_unreadable_ = false;
};

}  // namespace warta
