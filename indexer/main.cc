#include <exception>
#include <iostream>

#include "common/fatal.h"
#include "common/printable.h"
#include "indexer/options.h"
#include "indexer/run.h"
#include "indexer/status.h"

int main(int argc, char** argv) {
  using warta::ExitCode;
  ExitCode code = ExitCode::kIoError;
  try {
    const warta::CommandLine line = warta::ParseCommandLine(argc, argv);
    if (line.exit) {
      code = *line.exit;
    } else {
      code = line.status ? warta::PrintStatus(line.run.database) : warta::Run(line.run);
    }
  } catch (const warta::Fatal& error) {
    std::cerr << "indexer: " << warta::Printable(error.what()) << '\n';
    if (!error.hint().empty()) std::cerr << "indexer: " << warta::Printable(error.hint()) << '\n';
    code = error.code();
  } catch (const std::exception& error) {
    std::cerr << "indexer: " << warta::Printable(error.what()) << '\n';
  }
  return static_cast<int>(code);
}
