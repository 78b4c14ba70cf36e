#include "indexer/run.h"

#include <chrono>
#include <iomanip>
#include <iterator>
#include <optional>
#include <sstream>
#include <utility>

#include <sys/resource.h>
#include <unistd.h>

#include "common/fatal.h"
#include "common/group_digits.h"
#include "common/printable.h"
#include "common/text/token.h"
#include "indexer/furniture/furniture.h"
#include "indexer/furniture/furniture_learner.h"
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
  std::uint64_t dropped = 0;  // lines of page furniture
  std::uint64_t bytes = 0;    // of titles and bodies

  std::uint64_t articles() const { return added + updated + unchanged + repeated; }
};

// The place of an article or a problem as compilers show one.
std::string Shown(const std::string& path, const std::string& member, std::uint64_t line) {
  std::string shown = member.empty() ? path : path + '/' + member;
  return line > 0 ? shown + ':' + std::to_string(line) : shown;
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
    learner_.emplace(writer_->Furniture());
    writer_->KeepFurniture([this] { return learner_->Record(); });
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
    RemoveLearnedLines();
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
    const ArticleSink sink{
        [&](Article&& article, const SourceFile& file) { Index(std::move(article), file); },
        [&](Problem&& problem) { Report(problem); },
        [&](std::string&& paragraph) { dropped_.push_back(std::move(paragraph)); }};
    Walk(
        root, [&](const SourceFile& file) { any |= ReadArticles(file, options_.read, sink); },
        [&](const std::string& path, const std::string& message) {
          Report(Problem{message, 0, true, true, path, {}});
        });
    if (!any)
      Say(root + ": no articles found (text, pages, JSON, CSV, feeds, crawls; also packed)");
    return any;
  }

  void Index(Article&& article, const SourceFile& file) {
    const bool id_from_path = article.id.empty() && article.url.empty();
    CompleteMetadata(article, file);
    Append(dropped_, DropFurniture(article));
    Append(dropped_, learner_->Drop(article));
    const std::string place = Shown(article.path, article.member, article.line);
    const std::string id = article.id;
    const Article counted = article;
    tally_.bytes += article.title.size() + article.body.size();
    switch (writer_->Put(std::move(article), id_from_path)) {
      case IndexWriter::Outcome::kAdded:
        ++tally_.added;
        learner_->Count(counted);
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
      Report(Problem{"left out " + Counted(writer_->overlong(), "word") + " of more than " +
                         std::to_string(kMaxTokenCodePoints) + " letters",
                     0,
                     false,
                     false,
                     place,
                     {}});
    }
    ListDropped(place);
    progress_.Article();
  }

  static void Append(std::vector<std::string>& list, std::vector<std::string> more) {
    std::move(more.begin(), more.end(), std::back_inserter(list));
  }

  // What was left out of the article's text, for those who want to see it.
  void ListDropped(const std::string& place) {
    const std::string left_out = place + ": left out: ";
    for (const std::string& line : dropped_) {
      if (options_.verbosity == Verbosity::kVerbose) Say(std::string(left_out).append(line));
    }
    tally_.dropped += dropped_.size();
    dropped_.clear();
  }

  // The lines learned in this run stand in articles that went in before they were.
  void RemoveLearnedLines() {
    for (const FurnitureLine& learned : learner_->Finish()) {
      writer_->Edit(learned.line, [this](Article& article) {
        const std::size_t dropped = learner_->Drop(article).size();
        tally_.dropped += dropped;
        return dropped > 0;
      });
      if (options_.verbosity == Verbosity::kVerbose) {
        Say("learned that this line of " + learned.publisher +
            " belongs to no article (it stood in " + Counted(learned.articles, "article") +
            "): " + learned.line);
      }
    }
  }

  void Report(const Problem& problem) {
    if (problem.skipped) ++tally_.skipped;
    unreadable_ = unreadable_ || problem.unreadable;
    const bool shown = problem.skipped || options_.verbosity != Verbosity::kQuiet;
    if (shown)
      Say(Shown(problem.path, problem.member, problem.line) + ": " + problem.message +
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
    std::string furniture;
    if (tally_.dropped > 0) {
      furniture = ", " + Counted(tally_.dropped, "line") + " of page furniture left out";
    }
    Say(Counted(tally_.articles(), "article") + ": " + GroupDigits(tally_.added) + " new, " +
        GroupDigits(tally_.updated) + " changed, " + GroupDigits(tally_.unchanged) + " unchanged" +
        repeated + "; " + Counted(tally_.skipped, "input") + " skipped" + furniture + "; " +
        rate.str());
  }

  const RunOptions& options_;
  Progress progress_;
  std::chrono::steady_clock::time_point start_;
  std::optional<IndexWriter> writer_;
  std::optional<FurnitureLearner> learner_;
  std::vector<std::string> dropped_;  // from the article at hand
  Tally tally_;
  std::string first_repeated_;
  bool unreadable_ = false;
};

}  // namespace

ExitCode Run(const RunOptions& options) {
  return Indexing(options).Run();
}

}  // namespace warta
