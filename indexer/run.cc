#include "indexer/run.h"

#include <chrono>
#include <iomanip>
#include <optional>
#include <sstream>
#include <utility>

#include <sys/resource.h>
#include <unistd.h>

#include "common/fatal.h"
#include "common/group_digits.h"
#include "common/printable.h"
#include "common/text/analyser.h"
#include "indexer/index_writer.h"
#include "indexer/metadata.h"
#include "indexer/progress.h"
#include "indexer/readers/reader.h"
#include "indexer/walk.h"

namespace warta {
namespace {

// What a run did, for the summary.
struct Tally {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t repeated = 0;
  std::uint64_t skipped = 0;
  std::uint64_t bytes = 0;  // of titles and bodies

  std::uint64_t articles() const { return added + updated + unchanged + repeated; }
};

std::string Shown(const std::string& path, std::uint64_t line) {
  return line > 0 ? path + ":" + std::to_string(line) : path;
}

std::string Counted(std::uint64_t number, const std::string& what) {
  return GroupDigits(number) + ' ' + what + (number == 1 ? "" : "s");
}

// Largest memory of this process so far, in megabytes.
double PeakMegabytes() {
  rusage usage = {};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

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
        start_(std::chrono::steady_clock::now()) {}

  ExitCode Run() {
    const std::vector<std::string> roots = PresentRoots();
    const bool missing = roots.size() < options_.roots.size();
    if (roots.empty() || (missing && options_.rebuild)) {
      if (!roots.empty())
        Say("nothing was done: a rebuild without a folder that is missing would lose its articles");
      return ExitCode::kNoInput;
    }
    writer_.emplace(options_.database, options_.rebuild);
    bool empty_root = false;
    for (const std::string& root : roots) empty_root |= !IndexRoot(root);
    if (options_.rebuild && empty_root && tally_.articles() > 0) {
      Say("nothing was done: a rebuild with a folder that is empty would lose its articles");
      Say("leave that folder out if it is meant to be empty");
      return ExitCode::kRefused;
    }
    if (options_.rebuild && unreadable_) {
      Say("nothing was done: a rebuild without what cannot be read would lose its articles");
      return ExitCode::kRefused;
    }
    writer_->Finish();
    Summarise();
    if (missing) return ExitCode::kNoInput;
    return tally_.skipped > 0 || empty_root ? ExitCode::kSkipped : ExitCode::kOk;
  }

 private:
  // Names of files and ids of records may hold anything.
  void Say(const std::string& message) { progress_.Message("indexer: " + Printable(message)); }

  // The roots that can be walked; says what is wrong with the others.
  std::vector<std::string> PresentRoots() {
    std::vector<std::string> present;
    for (const std::string& root : options_.roots) {
      try {
        CheckRoot(root);
        present.push_back(root);
      } catch (const Fatal& error) {
        Say(error.what());
      }
    }
    return present;
  }

  // Whether the root held anything to read.
  bool IndexRoot(const std::string& root) {
    bool any = false;
    const ReaderSink sink{[&](Article&& article) { Index(std::move(article)); },
                          [&](Problem&& problem) { Report(problem); }};
    Walk(
        root,
        [&](const SourceFile& file) {
          if (!IsArticleFile(file.path)) return;
          any = true;
          file_ = &file;
          ReadArticles(file, sink);
        },
        [&](const std::string& path, const std::string& message) {
          Report(Problem{path, 0, message, true, true});
        });
    if (!any)
      Say(root + ": no articles found (files named .txt, .jsonl or .ndjson, also compressed)");
    return any;
  }

  void Index(Article&& article) {
    const bool id_from_path = article.id.empty() && article.url.empty();
    CompleteMetadata(article, *file_);
    const std::string place = Shown(article.path, article.line);
    const std::string id = article.id;
    tally_.bytes += article.title.size() + article.body.size();
    switch (writer_->Put(std::move(article), id_from_path)) {
      case IndexWriter::Outcome::kAdded:
        ++tally_.added;
        break;
      case IndexWriter::Outcome::kUpdated:
        ++tally_.updated;
        break;
      case IndexWriter::Outcome::kUnchanged:
        ++tally_.unchanged;
        break;
      case IndexWriter::Outcome::kRepeated:
        if (tally_.repeated++ == 0) first_repeated_ = place + " (id " + id + ")";
        break;
    }
    if (writer_->overlong() > 0) {
      Report(Problem{place, 0,
                     "left out " + Counted(writer_->overlong(), "word") + " of more than " +
                         std::to_string(kMaxTokenCodePoints) + " letters",
                     false});
    }
    progress_.Article();
  }

  void Report(const Problem& problem) {
    if (problem.skipped) ++tally_.skipped;
    unreadable_ = unreadable_ || problem.unreadable;
    const bool shown = problem.skipped || options_.verbosity != Verbosity::kQuiet;
    if (shown)
      Say(Shown(problem.path, problem.line) + ": " + problem.message +
          (problem.skipped ? ": skipped" : ""));
  }

  void Summarise() {
    if (tally_.repeated > 0 && options_.verbosity != Verbosity::kQuiet) {
      Say(Counted(tally_.repeated, "article") +
          " had the id of another one of this run and replaced it" +
          (tally_.repeated == 1 ? ": " : ", first ") + first_repeated_);
    }
    if (tally_.articles() == 0) Say("nothing was indexed");
    const bool watched = options_.verbosity == Verbosity::kNormal && ::isatty(STDERR_FILENO) != 0;
    if (!watched && options_.verbosity != Verbosity::kVerbose) return;
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
    const double megabytes = static_cast<double>(tally_.bytes) / 1e6;
    std::ostringstream rate;
    rate << std::fixed << std::setprecision(1) << megabytes << " MB of text in " << elapsed.count()
         << " s (" << megabytes / elapsed.count() << " MB/s), peak memory " << std::setprecision(0)
         << PeakMegabytes() << " MB";
    std::string repeated;
    if (tally_.repeated > 0) repeated = ", " + GroupDigits(tally_.repeated) + " repeated";
    Say(Counted(tally_.articles(), "article") + ": " + GroupDigits(tally_.added) + " new, " +
        GroupDigits(tally_.updated) + " changed, " + GroupDigits(tally_.unchanged) + " unchanged" +
        repeated + "; " + Counted(tally_.skipped, "input") + " skipped; " + rate.str());
  }

  const RunOptions& options_;
  Progress progress_;
  std::chrono::steady_clock::time_point start_;
  std::optional<IndexWriter> writer_;
  const SourceFile* file_ = nullptr;
  Tally tally_;
  std::string first_repeated_;
  bool unreadable_ = false;
};

}  // namespace

ExitCode Run(const RunOptions& options) {
  return Indexing(options).Run();
}

}  // namespace warta
