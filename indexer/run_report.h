#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace warta {

/// What a run did: for the summary at its end, for --report, and for the state of the database.
struct RunReport {
  std::vector<std::string> roots;
  std::int64_t started = 0;  ///< seconds since 1970
  double seconds = 0;
  int exit_code = 0;
  std::string message;  ///< why it did not end well; empty when it did
  bool rebuild = false;

  std::uint64_t files = 0;       ///< found below the roots
  std::uint64_t files_read = 0;  ///< those that were new or had changed
  // Articles of the files that were read:
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint64_t moved = 0;  ///< the same text at another place
  std::uint64_t unchanged =
      0;                       ///< also those of files that were not read, as far as they are known
  std::uint64_t repeated = 0;  ///< replaced another one of this run that has the same id
  std::uint64_t removed = 0;
  std::uint64_t skipped = 0;     ///< inputs that could not be read
  std::uint64_t dropped = 0;     ///< lines of page furniture that were left out
  std::uint64_t text_bytes = 0;  ///< of titles and bodies that were read
  std::uint64_t articles = 0;    ///< in the database at the end of the run
  double peak_megabytes = 0;
};

/// When the run ended, in seconds since 1970.
std::int64_t Finished(const RunReport& report);

/// What it read and did with it, in a line: `4 articles: 1 new, 1 changed, 2 unchanged; 0 inputs
/// skipped; 0.1 MB of text in 2.0 s (0.1 MB/s), peak memory 34 MB`. What is rare is said only where
/// there is some of it.
std::string SummaryLine(const RunReport& report);

/// How it ended: `done`, `refused: ` and why.
std::string ResultText(const RunReport& report);

/// An object of JSON over several lines (docs/FORMAT.md), and the way back. Error: in words, what
/// is wrong with the text; fields that are missing have the values of an empty report.
std::string ToJson(const RunReport& report);
Result<RunReport> RunReportFromJson(std::string_view json);

/// Writes the JSON to a file, which has the old content or the new one at any moment; into what is no
/// plain file (a pipe, /dev/stdout) as it comes. Fatal (kIoError) on failure.
void WriteReport(const std::string& path, const RunReport& report);

}  // namespace warta
