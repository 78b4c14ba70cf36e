#include <exception>
#include <iostream>
#include <string>

#include "common/fatal.h"
#include "common/printable.h"
#include "common/stop_signal.h"
#include "indexer/check.h"
#include "indexer/options.h"
#include "indexer/rollback.h"
#include "indexer/run.h"
#include "indexer/status.h"

namespace {

warta::ExitCode Do(const warta::CommandLine& line) {
  const std::string& database = line.run.database;
  switch (line.job) {
    case warta::Job::kIndex:
      return warta::Run(line.run);
    case warta::Job::kStatus:
      return line.stale_after ? warta::ReportIfStale(database, *line.stale_after)
                              : warta::PrintStatus(database, line.run.verbosity);
    case warta::Job::kCheck:
      return warta::CheckAndPrint(database, line.run.lock_wait);
    case warta::Job::kRollback:
      return warta::RollBackAndPrint(database, line.run.lock_wait);
  }
  return warta::ExitCode::kUsage;
}

}  // namespace

int main(int argc, char** argv) {
  using warta::ExitCode;
  ExitCode code = ExitCode::kIoError;
  try {
    const warta::CommandLine line = warta::ParseCommandLine(argc, argv);
    // Reading the status needs no clean end.
    if (line.job != warta::Job::kStatus) warta::CatchStopSignals();
    code = line.exit ? *line.exit : Do(line);
  } catch (const warta::Fatal& error) {
    std::cerr << "indexer: " << warta::Printable(error.what()) << '\n';
    if (!error.hint().empty()) std::cerr << "indexer: " << warta::Printable(error.hint()) << '\n';
    code = error.code();
  } catch (const std::exception& error) {
    std::cerr << "indexer: " << warta::Printable(error.what()) << '\n';
  }
  return static_cast<int>(code);
}
