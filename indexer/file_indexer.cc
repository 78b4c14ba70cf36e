#include "indexer/file_indexer.h"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <iterator>
#include <optional>
#include <thread>
#include <utility>

#include "common/printable.h"
#include "common/stop_signal.h"
#include "common/text/token.h"
#include "indexer/content_hash.h"
#include "indexer/furniture/furniture.h"
#include "indexer/metadata.h"
#include "indexer/quantity.h"

namespace warta {
namespace {

// A file that was written so shortly before it was read may have been written again since without a
// new stamp: file systems count in ticks of the kernel's clock, of 10 ms at most.
constexpr std::chrono::milliseconds kTick(50);

bool IsFresh(std::int64_t nanoseconds) {
  const std::chrono::system_clock::time_point time{std::chrono::nanoseconds(nanoseconds)};
  const auto age = std::chrono::system_clock::now() - time;
  return age < kTick && age > -kTick;
}

// How files are read: what this depends on beside their content.
std::string ReadingOf(const ReadOptions& options) {
  std::string reading(kReadingVersion);
  if (options.format) reading += '/' + std::to_string(static_cast<int>(*options.format));
  return reading;
}

// A container whose content is the same: its time dates none of its articles.
bool IsOnlyTouched(const FileRecord& before, const FileRecord& now) {
  return before.many && before.stamp != FileStamp{} && before.hash == now.hash && now.hash != 0 &&
         before.reading == now.reading;
}

void Append(std::vector<std::string>& list, std::vector<std::string> more) {
  std::move(more.begin(), more.end(), std::back_inserter(list));
}

}  // namespace

FileIndexer::FileIndexer(const RunOptions& options, IndexWriter& writer, Progress& progress,
                         RunReport& report)
    : options_(options),
      writer_(writer),
      progress_(progress),
      report_(report),
      reading_(ReadingOf(options.read)),
      log_([this](const std::string& line) { Say(line); }, options.verbosity == Verbosity::kVerbose,
           options.verbosity == Verbosity::kQuiet),
      learner_(writer.Furniture()) {
  writer_.KeepFurniture([this] { return learner_.Record(); });
}

// Names of files and ids of records may hold anything.
void FileIndexer::Say(const std::string& message) {
  progress_.Message("indexer: " + Printable(message));
}

void FileIndexer::NameUnreadable(const std::string& path, const std::string& why) {
  FileRecord record;
  record.path = path;
  record.reading = reading_;
  log_.Begin(writer_.FindFile(path).value_or(FileRecord{}));
  log_.Report(Problem{why, 0, true, true, path, {}});
  log_.End(record);
  writer_.KeepRecord(record);
  any_unreadable_ = true;
}

bool FileIndexer::Read(const FileToRead& next) {
  const SourceFile& file = next.file;
  std::optional<FileRecord> before = writer_.FindFile(file.path);
  FileRecord record;
  record.path = file.path;
  record.stamp = file.stamp;
  record.reading = reading_;
  record.hash = HashContent(file);
  if (before && IsOnlyTouched(*before, record)) {
    before->stamp = record.stamp;
    report_.unchanged += before->articles;
    Keep(*before);
    return before->articles > 0;
  }
  if (!next.former.empty()) before = writer_.FindFile(next.former);
  log_.Begin(before.value_or(FileRecord{}));
  writer_.BeginFile(file.path, next.former);
  reading_file_ = &record;
  const ArticleSink sink{
      [&](Article&& article, const SourceFile& from) { Index(std::move(article), from); },
      [&](Problem&& problem) { Report(problem); },
      [&](std::string&& paragraph) { dropped_.push_back(std::move(paragraph)); }};
  const bool holds = ReadArticles(file, options_.read, sink);
  reading_file_ = nullptr;
  const FileStamp stamp = CurrentStamp(file.path);
  if (StopSignal() != 0 || stamp == FileStamp{}) {
    writer_.AbandonFile();
    return holds;
  }
  log_.End(record);
  any_unreadable_ |= log_.unreadable();
  // What could not be read, or has changed meanwhile, is read again by the next run.
  if (log_.unreadable() || stamp != file.stamp) record.stamp = {};
  if (log_.unreadable() && before) record.articles = before->articles;  // they stay
  NoteIfFresh(record);
  writer_.EndFile(std::move(record), log_.unread());
  return holds;
}

void FileIndexer::Keep(const FileRecord& record) {
  NoteIfFresh(record);
  writer_.KeepRecord(record);
}

void FileIndexer::NoteIfFresh(const FileRecord& record) {
  if (IsFresh(record.stamp.modified) || IsFresh(record.stamp.changed)) fresh_.push_back(record);
}

// Files that were written while the run began: are they still what was read?
void FileIndexer::SettleFreshFiles() {
  if (fresh_.empty() || options_.dry_run) return;
  std::this_thread::sleep_for(2 * kTick);
  for (FileRecord& record : fresh_) {
    const SourceFile file{record.path, {}, 0, {}};
    if (CurrentStamp(record.path) == record.stamp && HashContent(file) == record.hash) continue;
    std::optional<FileRecord> kept = writer_.FindFile(record.path);
    if (!kept) continue;
    kept->stamp = {};
    writer_.KeepRecord(*kept);
  }
  fresh_.clear();
}

void FileIndexer::Index(Article&& article, const SourceFile& file) {
  const bool id_from_path = article.id.empty() && article.url.empty();
  CompleteMetadata(article, file);
  Append(dropped_, DropFurniture(article));
  Append(dropped_, learner_.Drop(article));
  ++reading_file_->articles;
  reading_file_->many |= article.line > 0 || !article.member.empty();
  const std::string place = Place(article);
  const std::string id = article.id;
  const Article counted = article;
  report_.text_bytes += article.title.size() + article.body.size();
  const Outcome outcome = writer_.Put(std::move(article), id_from_path);
  Count(outcome, counted);
  if (options_.dry_run) List(outcome, place);
  if (outcome == Outcome::kRepeated && report_.repeated == 1) {
    first_repeated_ = place + " (id " + id + ")";
  }
  if (writer_.overlong() > 0) {
    Report(Problem{"left out " + Counted(writer_.overlong(), "word") + " of more than " +
                       std::to_string(kMaxTokenCodePoints) + " letters",
                   counted.line, false, false, counted.path, counted.member});
  }
  ListDropped(place);
  progress_.Article();
}

void FileIndexer::Count(Outcome outcome, const Article& article) {
  switch (outcome) {
    case Outcome::kAdded:
      ++report_.added;
      learner_.Count(article);
      break;
    case Outcome::kChanged:
      ++report_.changed;
      break;
    case Outcome::kMoved:
      ++report_.moved;
      break;
    case Outcome::kUnchanged:
      ++report_.unchanged;
      break;
    case Outcome::kRepeated:
      ++report_.repeated;
      break;
  }
}

// For --dry-run.
void FileIndexer::List(Outcome outcome, const std::string& place) const {
  switch (outcome) {
    case Outcome::kAdded:
      std::cout << "added    " << Printable(place) << '\n';
      break;
    case Outcome::kRepeated:
    case Outcome::kChanged:
      std::cout << "changed  " << Printable(place) << '\n';
      break;
    case Outcome::kMoved:
      std::cout << "renamed  " << Printable(writer_.former_place()) << " -> " << Printable(place)
                << '\n';
      break;
    case Outcome::kUnchanged:
      break;
  }
}

// What was left out of the article's text, for those who want to see it.
void FileIndexer::ListDropped(const std::string& place) {
  const std::string left_out = place + ": left out: ";
  for (const std::string& line : dropped_) {
    if (options_.verbosity == Verbosity::kVerbose) Say(std::string(left_out).append(line));
  }
  report_.dropped += dropped_.size();
  dropped_.clear();
}

// A file that was given up because the run is stopped has no problem.
void FileIndexer::Report(const Problem& problem) {
  if (StopSignal() != 0) return;
  // Gone since the folder was listed.
  if (problem.unreadable && CurrentStamp(problem.path) == FileStamp{}) return;
  log_.Report(problem);
}

// The lines learned in this run stand in articles that went in before they were.
void FileIndexer::RemoveLearnedLines() {
  const std::vector<FurnitureLine> all = learner_.Finish();
  std::vector<std::string> lines;
  lines.reserve(all.size());
  for (const FurnitureLine& learned : all) lines.push_back(learned.line);
  writer_.Edit(lines, [this](Article& article) {
    const std::size_t dropped = learner_.Drop(article).size();
    report_.dropped += dropped;
    return dropped > 0;
  });
  if (options_.verbosity == Verbosity::kVerbose) {
    for (const FurnitureLine& learned : all) {
      Say("learned that this line of " + learned.publisher +
          " belongs to no article (it stood in " + Counted(learned.articles, "article") +
          "): " + learned.line);
    }
  }
  learner_.Settle();
}

}  // namespace warta
