#pragma once

#include <cstdint>
#include <string>
#include <vector>

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

}  // namespace warta
