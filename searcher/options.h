#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/exit_code.h"
#include "searcher/search/search.h"

namespace warta {

enum class OutputFormat { kText, kJson, kJsonLines, kCsv, kTsv, kPaths, kTrec };
/// Whether the format shows a page with what there is to say about it; others list hits.
constexpr bool IsPage(OutputFormat format) {
  return format == OutputFormat::kText || format == OutputFormat::kJson;
}

enum class WhenToUse { kAuto, kAlways, kNever };

/// What the command line asks for.
struct Options {
  std::vector<std::string> databases;  ///< directories
  bool from_stdin = false;             ///< --analyze without QUERY
  std::string query;                   ///< the words of the command line, with spaces between them
  /// Batch: file with lines `id<TAB>query`, `-` for stdin; empty: one query.
  std::string queries_file;
  std::size_t jobs = 1;       ///< queries of a batch that are answered at a time, at least 1
  std::string similar;        ///< not empty: the id of an article, in place of a query
  std::string synonyms_file;  ///< not empty: the user's synonyms
  bool analyse = false;       ///< show the tokens of the query, or of stdin where there is none
  bool count = false;         ///< print only how many articles match
  SearchOptions search;
  OutputFormat format = OutputFormat::kText;
  bool null_terminated = false;  ///< OutputFormat::kPaths: a NUL in place of each line break
  WhenToUse color = WhenToUse::kAuto;
  WhenToUse hyperlinks = WhenToUse::kAuto;

  /// Set where nothing is left to do but to exit: help or the version was printed, or what is wrong
  /// with the command line.
  std::optional<ExitCode> exit;
};

/// A word like `-rusia` or `-G20` (a dash and at least two characters) excludes and is part of the
/// query, not an option.
Options ParseCommandLine(int argc, const char* const* argv);

}  // namespace warta
