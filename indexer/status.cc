#include "indexer/status.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/stat.h>

#include "common/duration_text.h"
#include "common/fatal.h"
#include "common/group_digits.h"
#include "common/printable.h"
#include "common/store/database_directory.h"
#include "common/store/database_summary.h"
#include "common/store/open_database.h"
#include "indexer/quantity.h"
#include "indexer/run_state.h"
#include "indexer/time_text.h"

namespace warta {
namespace {

using std::chrono::seconds;

// A line of the status; those that go on with the one before have no label.
void Row(std::string_view label, std::string_view text) {
  std::cout << std::left << std::setw(14) << label << Printable(text) << '\n';
}

std::string Ago(std::int64_t time, std::int64_t now) {
  if (time > now) return DurationText(seconds(time - now)) + " in the future";
  return DurationText(seconds(now - time)) + " ago";
}

std::string When(std::int64_t time, std::int64_t now) {
  return LocalText(time) + ", " + Ago(time, now);
}

void PrintGenerations(const DatabaseDirectory& directory, bool at_work) {
  const auto generations = directory.Generations();
  const auto live = std::find_if(generations.begin(), generations.end(),
                                 [](const auto& generation) { return generation.live; });
  for (auto it = generations.rbegin(); it != generations.rend(); ++it) {
    std::string text = "generation " + std::to_string(it->number) + ", " +
                       GroupDigits(it->bytes / 1'000'000) + " MB";
    // Every commit replaces this file.
    struct stat written = {};
    if (::stat((it->path + "/iamglass").c_str(), &written) == 0)
      text += ", as of " + LocalText(written.st_mtime);
    if (it->live) {
      Row("live", text);
    } else if (live != generations.end() && it->number < live->number) {
      Row("kept", text + ", for --rollback");
    } else {
      Row(at_work ? "being built" : "left over",
          at_work ? text : text + ", the next run removes it");
    }
  }
}

// The indexer at work, from what it has written into its lock (database_lock.h); empty: none. One
// that was killed leaves it standing; taking the lock to be sure could keep another from starting.
std::string AtWork(const std::string& directory, std::int64_t now) {
  std::ifstream lock(directory + "/LOCK");
  std::uint64_t process = 0;
  if (!(lock >> process)) return "";
  std::string name;
  std::ifstream("/proc/" + std::to_string(process) + "/comm") >> name;
  if (name != "indexer") return "";
  std::string text = "process " + std::to_string(process);
  std::int64_t since = 0;
  if (lock >> since && since <= now) text += ", for " + DurationText(seconds(now - since));
  return text;
}

void PrintRuns(const Result<RunState>& state, std::int64_t now) {
  if (!state.ok()) return Row("last run", "unknown: " + state.error().message);
  const auto& [last_run, last_success] = state.value();
  if (!last_run) return Row("last run", "none");
  Row("last run", When(Finished(*last_run), now) + ", took " +
                      DurationText(seconds(std::llround(last_run->seconds))));
  Row("", ResultText(*last_run));
  Row("", SummaryLine(*last_run));
  Row("last success", last_success ? When(*last_success, now) : "none");
}

void PrintFailing(const DatabaseSummary& summary, Verbosity verbosity) {
  std::vector<std::string> problems;
  for (const FileRecord& record : summary.failing)
    for (const std::string& problem : record.problems) problems.push_back(record.path + problem);
  Row("skipped", problems.empty() ? "nothing"
                                  : Counted(problems.size(), "input") + " of " +
                                        Counted(summary.failing.size(), "file"));
  constexpr std::size_t kMost = 20;
  const std::size_t shown =
      verbosity == Verbosity::kVerbose ? problems.size() : std::min(kMost, problems.size());
  for (std::size_t i = 0; i < shown; ++i) std::cout << "  " << Printable(problems[i]) << '\n';
  if (shown < problems.size())
    std::cout << "  and " << GroupDigits(problems.size() - shown) << " more (-v shows all)\n";
}

void PrintFurniture(const FurnitureRecord& furniture) {
  Row("furniture",
      Counted(furniture.learned.size(), "line") + " learned, left out of the articles");
  for (const FurnitureLine& line : furniture.learned) {
    const std::string publisher = line.publisher.empty() ? "(no publisher)" : line.publisher;
    std::cout << "  " << Printable(publisher) << ", in " << Counted(line.articles, "article")
              << ": " << Printable(line.line) << '\n';
  }
}

// Empty: it is not.
std::string WhyStale(const std::string& directory, const Result<RunState>& state, seconds limit,
                     std::int64_t now) {
  try {
    OpenForReading(directory);
  } catch (const Fatal& error) {
    return error.what();
  }
  if (!state.ok()) return state.error().message;
  const std::optional<std::int64_t>& success = state.value().last_success;
  if (!success) return "no run on " + directory + " was successful yet";
  // A clock that was set back leaves a success in the future: it does not count for ever.
  if (std::abs(now - *success) <= limit.count()) return "";
  return "the last successful run on " + directory + " was " + Ago(*success, now);
}

void Say(const std::string& message) {
  std::cerr << "indexer: " << Printable(message) << '\n';
}

}  // namespace

ExitCode PrintStatus(const std::string& directory_path, Verbosity verbosity) {
  const DatabaseDirectory directory(directory_path);
  const std::int64_t now = std::time(nullptr);
  const Result<RunState> state = LoadRunState(directory.path());
  const std::string at_work = AtWork(directory.path(), now);
  const bool had_run = state.ok() && state.value().last_run;
  if (directory.LiveGeneration() || had_run || !at_work.empty()) {
    Row("database", directory.path());
    PrintGenerations(directory, !at_work.empty());
    if (!at_work.empty()) Row("at work", at_work);
    PrintRuns(state, now);
  }
  const DatabaseSummary summary = Summarise(directory.path());
  Row("articles", GroupDigits(summary.articles));
  Row("files", GroupDigits(summary.files));
  PrintFailing(summary, verbosity);
  PrintFurniture(summary.furniture);
  return ExitCode::kOk;
}

ExitCode ReportIfStale(const std::string& directory, seconds limit) {
  const std::int64_t now = std::time(nullptr);
  const Result<RunState> state = LoadRunState(directory);
  const std::string why = WhyStale(directory, state, limit, now);
  if (why.empty()) return ExitCode::kOk;
  Say(why + " (limit " + DurationText(limit) + ")");
  if (state.ok() && state.value().last_run) {
    const RunReport& last = *state.value().last_run;
    Say("the last run was " + Ago(Finished(last), now) + ": " + ResultText(last));
  }
  if (const std::string at_work = AtWork(directory, now); !at_work.empty())
    Say("an indexer is at work now (" + at_work + ")");
  return ExitCode::kStale;
}

}  // namespace warta
