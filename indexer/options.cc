#include "indexer/options.h"

#include <iostream>
#include <map>
#include <string>

#include <CLI/CLI.hpp>

#include "common/store/database_directory.h"
#include "common/usage_text.h"
#include "common/version.h"

namespace warta {
CommandLine ParseCommandLine(int argc, const char* const* argv) {
  CommandLine line;
  RunOptions& run = line.run;
  CLI::App app("Puts Indonesian news articles into a database for searcher.", "indexer");
  app.set_version_flag("-V,--version", std::string("indexer ") + kVersion);
  app.footer(
      "Reads text (the title on the first line), saved pages, JSON and JSON Lines, CSV, RSS and "
      "Atom, "
      "WARC; also\n"
      "compressed and in .zip and .tar archives. Running it again updates what changed. Exit "
      "status: 0 "
      "done, 3 done\n"
      "but some inputs were skipped, 64 bad usage, 65 refused, 66 a folder is missing, 74 I/O "
      "error, 75 busy,\n"
      "76 database damaged.");
  auto* roots = app.add_option("FOLDER", run.roots, "folders or files with articles");
  roots->option_text("...");
  app.add_option("-d,--db", run.database,
                 "the database (else $WARTA_DB, $XDG_DATA_HOME/warta/db, ~/.local/share/warta/db)")
      ->option_text("DIR");
  app.add_flag("--rebuild", run.rebuild,
               "build the database anew; readers keep the old one until it is done");
  std::string format = "auto";
  app.add_option(
         "--format", format,
         "the format of all files: auto (told by content), text, html, json, csv, feed, warc")
      ->check([](const std::string& name) {
        return name == "auto" || FormatNamed(name) ? std::string() : "no such format: " + name;
      })
      ->option_text("FORMAT");
  app.add_flag("--status", line.status, "show what the database holds, and what was learned")
      ->excludes(roots)
      ->option_text(" ");
  bool is_quiet = false;
  bool is_verbose = false;
  auto* quiet = app.add_flag("-q,--quiet", is_quiet, "print errors only")->option_text(" ");
  app.add_flag("-v,--verbose", is_verbose,
               "print a summary, also where nobody watches, and all that was left out")
      ->excludes(quiet)
      ->option_text(" ");
  const std::map<std::string, ProgressMode> modes = {{"auto", ProgressMode::kAuto},
                                                     {"always", ProgressMode::kAlways},
                                                     {"never", ProgressMode::kNever}};
  std::string mode = "auto";
  app.add_option("--progress", mode, "show progress: auto (on a terminal), always, never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("WHEN");
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
  if (run.roots.empty() && !line.status) {
    std::cerr << "indexer: FOLDER is required\nindexer: see indexer --help\n";
    line.exit = ExitCode::kUsage;
    return line;
  }
  run.read.format = FormatNamed(format);
  run.progress = modes.at(mode);
  if (is_quiet) run.verbosity = Verbosity::kQuiet;
  if (is_verbose) run.verbosity = Verbosity::kVerbose;
  if (run.database.empty()) run.database = DefaultDatabasePath();
  return line;
}

}  // namespace warta
