#include "indexer/status.h"

#include <iomanip>
#include <iostream>

#include "common/group_digits.h"
#include "common/printable.h"
#include "common/store/database_summary.h"

namespace warta {

ExitCode PrintStatus(const std::string& database) {
  const DatabaseSummary summary = Summarise(database);
  std::cout << "database    " << Printable(summary.path) << ", generation " << summary.generation
            << "\narticles    " << GroupDigits(summary.articles) << "\nsize        "
            << GroupDigits(summary.bytes / 1'000'000) << " MB\nfurniture   "
            << GroupDigits(summary.furniture.learned.size())
            << " learned, left out of the articles\n";
  for (const FurnitureLine& line : summary.furniture.learned) {
    const std::string publisher = line.publisher.empty() ? "(no publisher)" : line.publisher;
    std::cout << "  " << Printable(publisher) << ", in " << GroupDigits(line.articles)
              << " articles: " << Printable(line.line) << '\n';
  }
  return ExitCode::kOk;
}

}  // namespace warta
