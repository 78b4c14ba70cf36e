#pragma once

#include <optional>
#include <string>

#include "common/exit_code.h"
#include "searcher/search/search.h"

namespace warta {

enum class OutputFormat { kText, kJson, kTrec };
enum class ColorMode { kAuto, kAlways, kNever };

/// What the command line asks for.
struct Options {
  std::string database;     ///< directory
  bool from_stdin = false;  ///< --analyze without QUERY
  std::string query;        ///< the words of the command line, with spaces between them
  /// Batch: file with lines `id<TAB>query`, `-` for stdin; empty: one query.
  std::string queries_file;
  bool analyse = false;  ///< show the tokens of the query, or of stdin where there is none
  SearchOptions search;
  OutputFormat format = OutputFormat::kText;
  ColorMode color = ColorMode::kAuto;

  /// Set where nothing is left to do but to exit: help or the version was printed, or what is wrong
  /// with the command line.
  std::optional<ExitCode> exit;
};

/// A word like `-rusia` or `-G20` (a dash and at least two characters) excludes and is part of the
/// query, not an option.
Options ParseCommandLine(int argc, const char* const* argv);

}  // namespace warta
