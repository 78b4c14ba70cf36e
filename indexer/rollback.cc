#include "indexer/rollback.h"

#include <iostream>

#include "common/fatal.h"
#include "common/store/database_directory.h"
#include "common/store/database_lock.h"

namespace warta {

ExitCode RollBackAndPrint(const std::string& database, std::chrono::seconds lock_wait) {
  const DatabaseDirectory directory(database);
  // Looked at before LOCK is made, so that a foreign directory is left as it was.
  if (directory.Generations().empty()) {
    throw Fatal(ExitCode::kRefused, "there is no database at " + database,
                "make one: indexer --db " + database + " FOLDER...");
  }
  const DatabaseLock lock(directory.path(), lock_wait);
  const unsigned live = directory.RollBack();
  std::cout << "generation " << live << " is live\n";
  for (const DatabaseDirectory::Generation& generation : directory.Generations()) {
    if (generation.number > live) {
      std::cout << "generation " << generation.number << " will be removed by the next run\n";
    }
  }
  return ExitCode::kOk;
}

}  // namespace warta
