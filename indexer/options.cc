#include "indexer/options.h"

#include <cstdint>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "common/cli/choice.h"
#include "common/cli/generate.h"
#include "common/cli/help_formatter.h"
#include "common/cli/usage_text.h"
#include "common/result.h"
#include "common/store/database_directory.h"
#include "common/version.h"
#include "indexer/quantity.h"

namespace warta {
namespace {

constexpr const char* kIndexing = "Indexing";
constexpr const char* kJobs = "Other jobs, without FOLDER";

constexpr const char* kFooter =
    "Reads text (the title on the first line), saved pages, JSON and JSON Lines, CSV, RSS and "
    "Atom, "
    "WARC; also\n"
    "compressed and in .zip and .tar archives. Running it again updates what changed.\n"
    "\n"
    "Exit status:\n"
    "  0              done\n"
    "  1              --stale-after: the last successful run is too long ago\n"
    "  3              done, but some inputs were skipped; each is named\n"
    "  64             bad usage\n"
    "  65             refused: a database of another kind, or too many articles would be removed\n"
    "  66             a folder is missing, unreadable, or empty and was not; none of its articles "
    "was removed\n"
    "  74             input/output error, disk full; the database stands at its last commit\n"
    "  75             another indexer is at work on the database\n"
    "  76             the database is damaged: see --check, --rollback, --rebuild\n"
    "  129, 130, 143  stopped by a signal, after having committed what was done";

const Choices<Builder> kBuilders = {
    {"auto", Builder::kAuto}, {"bulk", Builder::kBulk}, {"standard", Builder::kStandard}};
const Choices<ProgressMode> kTimes = {{"auto", ProgressMode::kAuto},
                                      {"always", ProgressMode::kAlways},
                                      {"never", ProgressMode::kNever}};

// An option whose value is read by a function of ours, which also says what is wrong with it.
template <class Target, class Value>
CLI::Option* AddParsed(CLI::App& app, const std::string& name, Target& target,
                       Result<Value> (*parse)(std::string_view), const std::string& description) {
  const auto take = [&target, parse, name](const std::string& text) {
    const Result<Value> value = parse(text);
    if (!value.ok()) throw CLI::ValidationError(name, value.error().message);
    target = value.value();
  };
  return app.add_option_function<std::string>(name, take, description);
}

Result<std::uint64_t> ParseMemory(std::string_view text) {
  constexpr std::uint64_t kLeast = std::uint64_t{64} * 1024 * 1024;
  Result<std::uint64_t> size = ParseSize(text);
  if (size.ok() && size.value() < kLeast)
    return Error{std::string(text) + " is too little: at least 64M"};
  return size;
}

void AddGeneral(CLI::App& app, CommandLine& line) {
  app.set_version_flag("-V,--version", std::string("indexer ") + kVersion);
  app.add_option("-d,--db", line.run.database,
                 "the database (else $WARTA_DB, $XDG_DATA_HOME/warta/db, ~/.local/share/warta/db)")
      ->option_text("DIR");
  AddParsed(app, "--lock-wait", line.run.lock_wait, ParseDuration,
            "wait so long for another indexer to be done: seconds, or 5m, 2h (0)")
      ->option_text("SECONDS");
  auto* quiet = app.add_flag_callback(
      "-q,--quiet", [&line] { line.run.verbosity = Verbosity::kQuiet; }, "print errors only");
  app.add_flag_callback(
         "-v,--verbose", [&line] { line.run.verbosity = Verbosity::kVerbose; },
         "print a summary, also where nobody watches, and all that was left out")
      ->excludes(quiet);
}

void AddIndexing(CLI::App& app, RunOptions& run) {
  std::vector<std::string> formats = FormatNames();
  formats.insert(formats.begin(), "auto");
  app.option_defaults()->group(kIndexing);
  app.add_flag("--rebuild", run.rebuild,
               "build the database anew; readers keep the old one until it is done");
  app.add_flag("--dry-run", run.dry_run, "only list what would be done");
  app.add_option_function<std::string>(
         "--format", [&run](const std::string& name) { run.read.format = FormatNamed(name); },
         "the format of all files: auto (told by content), text, html, json, csv, feed, warc")
      ->check(CLI::IsMember(formats))
      ->option_text("FORMAT");
  AddParsed(app, "--max-removed", run.max_removed_percent, ParsePercent,
            "of the articles of a folder, remove at most so many per cent in a run (20)")
      ->option_text("PERCENT");
  app.add_flag("--allow-removal", run.allow_removal,
               "remove the articles of all files that have vanished, however many");
  AddParsed(app, "--memory", run.memory_bytes, ParseMemory,
            "memory to use, about: 512M, 1.5G (a fifth of the machine's)")
      ->option_text("SIZE");
  AddChoice(
      app, "--builder", run.builder, kBuilders,
      "what writes: bulk (anew, fast), standard (Xapian, in place), auto: bulk where much is new")
      ->option_text("NAME");
  app.add_option("--report", run.report, "write an account of the run to a file, as JSON")
      ->option_text("FILE");
  AddChoice(app, "--progress", run.progress, kTimes,
            "show progress: auto (on a terminal), always, never")
      ->option_text("WHEN");
}

// Jobs exclude each other, and all that has to do with indexing.
void AddJobs(CLI::App& app, CommandLine& line) {
  const auto indexing = app.get_options([](const CLI::Option* option) {
    return option->get_positional() || option->get_group() == kIndexing;
  });
  app.option_defaults()->group(kJobs);
  const auto add = [&](const char* name, Job job, const char* description) {
    auto* option = app.add_flag_callback(
        name, [&line, job] { line.job = job; }, description);
    for (CLI::Option* other : indexing) option->excludes(other);
    return option;
  };
  auto* status = add("--status", Job::kStatus,
                     "show what the database holds, how the last run went, and what was learned");
  AddParsed(app, "--stale-after", line.stale_after, ParseDuration,
            "with --status: say only whether the last success is longer ago: 90s, 2h, 1d")
      ->option_text("DURATION")
      ->needs(status);
  auto* check = add("--check", Job::kCheck, "look for damage in the database");
  auto* rollback =
      add("--rollback", Job::kRollback, "go back to the generation of before a rebuild");
  status->excludes(check)->excludes(rollback)->excludes(app.get_option("--lock-wait"));
  check->excludes(rollback);
}

}  // namespace

CommandLine ParseCommandLine(int argc, const char* const* argv) {
  CommandLine line;
  CLI::App app("Puts Indonesian news articles into a database for searcher.", "indexer");
  app.formatter(std::make_shared<HelpFormatter>());
  app.footer(kFooter);
  app.add_option("FOLDER", line.run.roots, "folders or files with articles")->option_text("...");
  AddGeneral(app, line);
  AddIndexing(app, line.run);
  AddJobs(app, line);
  AddGenerate(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {
    app.exit(wanted);
    line.exit = ExitCode::kOk;
    return line;
  } catch (const CLI::ParseError& error) {
    std::cerr << "indexer: " << UsageText(error.get_name(), error.what())
              << "\nindexer: see indexer --help\n";
    line.exit = ExitCode::kUsage;
    return line;
  }
  if (line.run.roots.empty() && line.job == Job::kIndex) {
    std::cerr << "indexer: FOLDER is required\nindexer: see indexer --help\n";
    line.exit = ExitCode::kUsage;
    return line;
  }
  if (line.run.database.empty()) line.run.database = DefaultDatabasePath();
  return line;
}

}  // namespace warta
