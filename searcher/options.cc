#include "searcher/options.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "common/store/database_directory.h"
#include "common/usage_text.h"
#include "common/version.h"

namespace warta {
namespace {

// Stands for the dash of an excluded word while CLI11 looks for options.
constexpr char kHiddenDash = '\x01';

// Whether an argument excludes a word: a single dash does, but for the options -n and -d with their
// values behind them. A lone letter is more likely an option, known or mistyped.
bool IsExclusion(std::string_view argument) {
  if (argument.size() < 3 || argument[0] != '-' || argument[1] == '-') return false;
  const std::string_view value = argument.substr(2);
  const bool number = argument[1] == 'n' && value.find_first_not_of("0123456789") == value.npos;
  const bool path = argument[1] == 'd' && value.find_first_of("/.") != value.npos;
  return !number && !path;
}

// The arguments in the order that CLI11 wants (last first), exclusions hidden from it.
std::vector<std::string> Arguments(int argc, const char* const* argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  for (std::string& argument : arguments) {
    if (IsExclusion(argument)) argument[0] = kHiddenDash;
  }
  std::reverse(arguments.begin(), arguments.end());
  return arguments;
}

std::string JoinWords(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += ' ';
    if (!word.starts_with(kHiddenDash)) {
      joined += word;
      continue;
    }
    // The shell took the quotation marks off -"harga mati".
    const bool phrase = word.find(' ') != std::string::npos && word[1] != '"' && word[1] != '(';
    joined += phrase ? "-\"" + word.substr(1) + '"' : '-' + word.substr(1);
  }
  return joined;
}

constexpr const char* kFooter =
    "Queries:\n"
    "  kemitraan strategis      ranked, every word in any form\n"
    "  '\"kemitraan strategis\"'  exactly this phrase\n"
    "  rusia -ukraina           without a word; also AND, OR, NOT, parentheses\n"
    "Exit status: 0 at least one article found, 1 none, 2 an error.";

}  // namespace

Options ParseCommandLine(int argc, const char* const* argv) {
  Options options;
  const std::map<std::string, OutputFormat> formats = {
      {"text", OutputFormat::kText}, {"json", OutputFormat::kJson}, {"trec", OutputFormat::kTrec}};
  const std::map<std::string, ColorMode> colors = {
      {"auto", ColorMode::kAuto}, {"always", ColorMode::kAlways}, {"never", ColorMode::kNever}};
  std::vector<std::string> words;
  std::string format = "text";
  std::string color = "auto";

  CLI::App app("Searches the Indonesian news articles that indexer put into a database.",
               "searcher");
  app.set_version_flag("-V,--version", std::string("searcher ") + kVersion);
  app.footer(kFooter);
  auto* query = app.add_option("QUERY", words, "what to search for")->option_text("...");
  app.add_option("-d,--db", options.database,
                 "the database (else $WARTA_DB, $XDG_DATA_HOME/warta/db, ~/.local/share/warta/db)")
      ->option_text("DIR");
  app.add_option("-n,--limit", options.search.limit, "hits on a page (10)")
      ->check(CLI::Range(0, 1'000'000))
      ->option_text("N");
  app.add_option("--offset", options.search.offset, "hits to pass over")
      ->check(CLI::Range(0, 100'000'000))
      ->option_text("N");
  app.add_option("--format", format, "text, json, or trec (a run file)")
      ->check(CLI::IsMember({"text", "json", "trec"}))
      ->option_text("FORMAT");
  app.add_option("--color", color, "auto (on a terminal, unless NO_COLOR is set), always, never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->option_text("WHEN");
  auto* batch = app.add_option("--queries", options.queries_file,
                               "answer every line 'id<TAB>query' of a file, - for stdin");
  auto* analyse = app.add_flag(
      "--analyze", options.analyse,
      "show the tokens of QUERY or, without one, of stdin: form, stem, position, begin, end");
  batch->option_text("FILE");
  analyse->option_text(" ");
  batch->excludes(query);
  batch->excludes(analyse);
  try {
    app.parse(Arguments(argc, argv));
    if (words.empty() && options.queries_file.empty() && !options.analyse) {
      throw CLI::RequiredError("QUERY");
    }
  } catch (const CLI::Success& wanted) {
    app.exit(wanted);
    options.exit = ExitCode::kOk;
    return options;
  } catch (const CLI::ParseError& error) {
    std::cerr << "searcher: " << UsageText(error.get_name(), error.what())
              << "\nsearcher: see searcher --help\n";
    options.exit = ExitCode::kQueryError;
    return options;
  }
  options.from_stdin = words.empty();
  options.query = JoinWords(words);
  options.format = formats.at(format);
  options.color = colors.at(color);
  if (options.database.empty() && !options.analyse) options.database = DefaultDatabasePath();
  return options;
}

}  // namespace warta
