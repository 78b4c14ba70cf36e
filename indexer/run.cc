#include "indexer/run.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

#include "common/fatal.h"
#include "common/group_digits.h"
#include "common/printable.h"
#include "common/stop_signal.h"
#include "common/store/database_directory.h"
#include "common/store/generation_checksums.h"
#include "indexer/file_indexer.h"
#include "indexer/file_plan.h"
#include "indexer/index_writer.h"
#include "indexer/memory_limit.h"
#include "indexer/progress.h"
#include "indexer/quantity.h"
#include "indexer/removal_guard.h"
#include "indexer/run_report.h"
#include "indexer/run_state.h"

namespace warta {
namespace {

// Largest memory of this process so far, in megabytes.
double PeakMegabytes() {
  rusage usage = {};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

// Where so much is new, it is faster to build a new generation in bulk, with what was there before, than to
// let Xapian add to the live one.
constexpr double kShareToBuildAnew = 0.5;
constexpr std::uint64_t kLeastBytesToBuildAnew = std::uint64_t{4} << 20;

bool WantsProgress(const RunOptions& options) {
  if (options.verbosity == Verbosity::kQuiet || options.progress == ProgressMode::kNever)
    return false;
  return options.progress == ProgressMode::kAlways || ::isatty(STDERR_FILENO) != 0;
}

class Indexing {
 public:
  explicit Indexing(const RunOptions& options)
      : options_(options),
        progress_(WantsProgress(options)),
        start_(std::chrono::steady_clock::now()) {
    report_.roots = options.roots;
    report_.rebuild = options.rebuild;
    report_.started = std::time(nullptr);
  }

  ExitCode Run() {
    try {
      const ExitCode code = IndexRoots();
      Account(code);
      return code;
    } catch (const Fatal& error) {
      report_.message = error.what();
      try {
        Account(error.code());
      } catch (const Fatal&) {
        // The first one is what the person has to know.
      }
      throw;
    }
  }

 private:
  ExitCode IndexRoots() {
    if (!AnyRootIsPresent()) return ExitCode::kNoInput;
    if (!options_.rebuild) RefuseLostPointer();
    const bool in_bulk = options_.builder != Builder::kStandard;
    writer_.emplace(WriteOptions{options_.database, options_.rebuild, options_.dry_run,
                                 options_.lock_wait, BatchBytes(options_.memory_bytes),
                                 in_bulk ? BulkBytes(options_.memory_bytes) : 0,
                                 BulkWaitingBytes(options_.memory_bytes),
                                 options_.allow_removal ? 100 : options_.max_removed_percent});
    files_.emplace(options_, *writer_, progress_, report_);
    progress_.Phase("looking for files");
    const FilePlan plan = Plan();
    NameMissingRoots(plan);
    report_.files = plan.files;
    report_.unchanged = plan.known_articles;
    if (options_.rebuild && MissesRoots(plan)) return result_;
    CountArticlesOfRoots(plan);
    writer_->NoteGone(plan.vanished);
    if (IsWorthBuildingAnew(plan)) BuildAnew();
    Read(plan);
    if (StopSignal() == 0) NameRootsWithoutArticles(plan);
    if (StopSignal() == 0) RemoveWhatIsGone(plan);
    if (options_.rebuild && StopSignal() == 0 && MissesArticles()) return result_;
    if (StopSignal() == 0) files_->RemoveLearnedLines();
    if (StopSignal() != 0) return Stop();
    files_->SettleFreshFiles();
    progress_.Phase("finishing");
    writer_->Finish();
    Summarise();
    return result_;
  }

  // Names of files and ids of records may hold anything.
  void Say(const std::string& message) { progress_.Message("indexer: " + Printable(message)); }

  // Says why a run did not do all that it should, for whom it may concern.
  void Fail(ExitCode code, const std::string& message, const std::string& hint = {}) {
    Say(message);
    if (!hint.empty()) Say(hint);
    if (report_.message.empty()) report_.message = message;
    if (result_ == ExitCode::kOk || result_ == ExitCode::kSkipped) result_ = code;
  }

  // Where nothing is there to be indexed not even a database is made.
  bool AnyRootIsPresent() {
    std::vector<std::string> problems;
    for (const std::string& root : options_.roots) {
      try {
        CanonicalRoot(root);
        return true;
      } catch (const Fatal& error) {
        problems.emplace_back(error.what());
      }
    }
    for (const std::string& problem : problems) Fail(ExitCode::kNoInput, problem);
    return false;
  }

  // Otherwise a first build would take the place of a database that only has lost its pointer.
  void RefuseLostPointer() const {
    const DatabaseDirectory directory(options_.database);
    if (directory.LiveGeneration()) return;
    const Result<RunState> state = LoadRunState(directory.path());
    if (!state.ok() || !state.value().last_success) return;
    for (const DatabaseDirectory::Generation& generation : directory.Generations()) {
      if (!HasChecksums(directory.GenerationPath(generation.number))) continue;
      throw Fatal(ExitCode::kDamaged,
                  directory.path() + " has lost the pointer to its live generation",
                  "indexer --rollback --db " + directory.path() + " makes the newest one live");
    }
  }

  FilePlan Plan() {
    return PlanFiles(options_.roots, files_->reading(), [this](const auto& each) {
      if (!options_.rebuild) writer_->ForEachFile(each);
    });
  }

  void NameMissingRoots(const FilePlan& plan) {
    for (const RootPlan& root : plan.roots) {
      if (!root.problem.empty()) Fail(ExitCode::kNoInput, root.problem);
    }
  }

  bool MissesRoots(const FilePlan& plan) {
    const bool misses = std::any_of(plan.roots.begin(), plan.roots.end(),
                                    [](const RootPlan& root) { return root.path.empty(); });
    if (misses) {
      Say("nothing was done: a rebuild without a folder that is missing would lose its articles");
    }
    return misses;
  }

  // Called before anything is written, for the share that is removed.
  void CountArticlesOfRoots(const FilePlan& plan) {
    root_articles_.assign(plan.roots.size(), 0);
    root_holds_.assign(plan.roots.size(), false);
    if (plan.read.empty() && plan.vanished.empty()) return;
    for (std::size_t i = 0; i < plan.roots.size(); ++i) {
      if (!plan.roots[i].path.empty()) {
        root_articles_[i] = writer_->ArticlesBelow(plan.roots[i].path);
      }
    }
  }

  bool IsWorthBuildingAnew(const FilePlan& plan) const {
    if (options_.rebuild || options_.builder == Builder::kStandard) return false;
    if (plan.read.empty() && plan.vanished.empty()) return false;
    return options_.builder == Builder::kBulk ||
           (plan.bytes_new >= kLeastBytesToBuildAnew &&
            plan.bytes_new >= static_cast<std::uint64_t>(
                                  kShareToBuildAnew * static_cast<double>(plan.bytes_on_record)));
  }

  void BuildAnew() {
    progress_.Phase("taking over what is there");
    writer_->BuildAnew([] { return StopSignal() != 0; });
  }

  void Read(const FilePlan& plan) {
    for (const auto& [path, why] : plan.unreadable) files_->NameUnreadable(path, why);
    progress_.SetTotal(plan.bytes_to_read);
    for (const FileToRead& next : plan.read) {
      if (StopSignal() != 0) return;
      if (files_->Read(next)) root_holds_[next.root] = true;
      ++report_.files_read;
      progress_.Advance(next.file.stamp.size);
    }
  }

  void NameRootsWithoutArticles(const FilePlan& plan) {
    for (std::size_t i = 0; i < plan.roots.size(); ++i) {
      const RootPlan& root = plan.roots[i];
      root_holds_[i] = root_holds_[i] || root.has_articles;
      if (root_holds_[i] || root.path.empty() || root_articles_[i] > 0) continue;
      Say(root.given + ": no articles found (text, pages, JSON, CSV, feeds, crawls; also packed)");
      if (result_ == ExitCode::kOk) result_ = ExitCode::kSkipped;
      any_root_is_empty_ = true;
    }
  }

  void RemoveWhatIsGone(const FilePlan& plan) {
    for (const std::string& path : plan.vanished) writer_->Vanish(path);
    const std::vector<Departure> departures = writer_->TakeDepartures();
    std::vector<bool> refuses(plan.roots.size(), false);
    for (std::size_t i = 0; i < plan.roots.size(); ++i) {
      refuses[i] = !plan.roots[i].path.empty() && RefusesRemoval(plan.roots[i], i, departures);
    }
    for (const Departure& departure : departures) {
      if (StopSignal() != 0) return;
      bool refused = false;
      for (std::size_t i = 0; i < plan.roots.size(); ++i) {
        refused |= refuses[i] && IsBelow(departure.path, plan.roots[i].path);
      }
      if (refused) continue;
      writer_->Remove(departure, [&](const std::string& place) {
        ++report_.removed;
        if (options_.dry_run) std::cout << "removed  " << Printable(place) << '\n';
      });
    }
    if (!options_.dry_run && writer_->WakeCopies() > 0) Read(Plan());
  }

  bool RefusesRemoval(const RootPlan& root, std::size_t index,
                      const std::vector<Departure>& departures) {
    std::uint64_t gone = 0;
    for (const Departure& departure : departures) {
      if (IsBelow(departure.path, root.path)) gone += departure.documents.size();
    }
    if (gone == 0 || options_.allow_removal) return false;
    const std::string hint = "if they are meant to go, run it once with --allow-removal";
    const std::uint64_t before = root_articles_[index];
    if (!root.has_files) {
      Fail(ExitCode::kNoInput,
           root.given + " is empty, but " + Counted(before, "article") +
               " came from it: is its disk not there? None was removed",
           hint);
      return true;
    }
    if (!IsLoss(before, gone, options_.max_removed_percent)) return false;
    Fail(ExitCode::kRefused,
         root.given + ": " + GroupDigits(gone) + " of " + Counted(before, "article") +
             " are gone, more than a run may remove: none was removed",
         hint);
    return true;
  }

  bool MissesArticles() {
    if (any_root_is_empty_ && report_.added + report_.repeated > 0) {
      Fail(ExitCode::kRefused,
           "nothing was done: a rebuild with a folder that is empty would lose its articles",
           "leave that folder out if it is meant to be empty");
      return true;
    }
    if (files_->any_unreadable()) {
      Fail(ExitCode::kRefused,
           "nothing was done: a rebuild without what cannot be read would lose its articles");
    }
    return files_->any_unreadable();
  }

  // Keeps what was done, but for a rebuild, whose place the live generation holds better.
  ExitCode Stop() {
    const ExitCode code = StoppedBy(StopSignal());
    if (options_.rebuild) {
      Fail(code, "stopped: the database is as it was before the rebuild");
      return code;
    }
    writer_->Finish();
    Fail(code, "stopped: what was done is kept, the next run does the rest");
    return code;
  }

  void Summarise() {
    if (files_->skipped() > 0 && result_ == ExitCode::kOk) result_ = ExitCode::kSkipped;
    report_.skipped = files_->skipped();
    if (report_.repeated > 0 && options_.verbosity != Verbosity::kQuiet) {
      Say(Counted(report_.repeated, "article") +
          " had the id of another one of this run and replaced it" +
          (report_.repeated == 1 ? ": " : ", first ") + files_->first_repeated());
    }
    const bool nothing =
        report_.added + report_.changed + report_.moved + report_.repeated + report_.unchanged == 0;
    if (nothing && report_.message.empty()) Say("nothing was indexed");
    const bool watched = options_.verbosity == Verbosity::kNormal && ::isatty(STDERR_FILENO) != 0;
    if (!watched && options_.verbosity != Verbosity::kVerbose) return;
    TakeFigures();
    Say(SummaryLine(report_));
  }

  void TakeFigures() {
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
    report_.seconds = elapsed.count();
    report_.peak_megabytes = PeakMegabytes();
    if (writer_) report_.articles = writer_->articles();
  }

  // Leaves an account of the run, also of one that failed.
  void Account(ExitCode code) {
    TakeFigures();
    report_.exit_code = static_cast<int>(code);
    if (!options_.report.empty()) WriteReport(options_.report, report_);
    if (options_.dry_run || code == ExitCode::kBusy) return;
    if (!writer_) return SaveWithoutWriter();
    SaveRunState(options_.database, report_);
  }

  // Where there is no database, nothing is known of runs either.
  void SaveWithoutWriter() {
    try {
      const DatabaseDirectory directory(options_.database);
      if (!directory.LiveGeneration()) return;
      const DatabaseLock lock(directory.path());
      SaveRunState(directory.path(), report_);
    } catch (const Fatal&) {
      // The person is told why the run failed; that is why this does, too.
    }
  }

  const RunOptions& options_;
  Progress progress_;
  std::chrono::steady_clock::time_point start_;
  std::optional<IndexWriter> writer_;
  std::optional<FileIndexer> files_;
  std::vector<std::uint64_t> root_articles_;  // by root, before the run
  std::vector<bool> root_holds_;              // by root: articles
  RunReport report_;
  ExitCode result_ = ExitCode::kOk;
  bool any_root_is_empty_ = false;
};

}  // namespace

ExitCode Run(const RunOptions& options) {
  try {
    return Indexing(options).Run();
  } catch (const BuilderFault& fault) {
    std::cerr << "indexer: the bulk builder failed: " << Printable(fault.what())
              << "\nindexer: Xapian builds it now, which takes longer\n";
  }
  RunOptions again = options;
  again.builder = Builder::kStandard;
  return Indexing(again).Run();
}

}  // namespace warta
