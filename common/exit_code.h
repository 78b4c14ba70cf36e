#pragma once

namespace warta {

/// Exit codes of both programs. From 64 on they are those of sysexits.h (BSD), which cron mailers
/// and service managers know. `searcher` uses 0, 1 and 2 only: in it every failure is kQueryError.
enum class ExitCode : int {
  kOk = 0,          ///< done; for searcher: at least one hit
  kNoHit = 1,       ///< searcher: the query was answered, nothing matches
  kStale = 1,       ///< indexer --status --stale-after: the last good run is too long ago
  kQueryError = 2,  ///< searcher: bad usage, no or wrong database, I/O error
  kSkipped = 3,     ///< indexer: done, but some inputs were skipped, each named on stderr
  kUsage = 64,      ///< indexer: bad command line
  kRefused = 65,  ///< indexer: a database of another schema or analyser, or not a database of ours
  kNoInput = 66,  ///< indexer: a folder or file given is missing or unreadable
  kIoError = 74,  ///< indexer: I/O error, disk full; the database stands at its last commit
  kBusy = 75,     ///< indexer: another indexer holds the lock
  kDamaged = 76,  ///< indexer: the database is damaged
  // Stopped by a signal, after having committed what was done: as a shell counts it.
  kHangup = 129,
  kInterrupted = 130,
  kTerminated = 143,
};

/// The exit code of a program that was stopped by a signal (stop_signal.h).
constexpr ExitCode StoppedBy(int signal) {
  return static_cast<ExitCode>(128 + signal);
}

}  // namespace warta
