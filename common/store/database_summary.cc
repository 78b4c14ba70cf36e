#include "common/store/database_summary.h"

#include <xapian.h>

#include "common/store/database_directory.h"
#include "common/store/files.h"
#include "common/store/open_database.h"
#include "common/store/schema.h"

namespace warta {
DatabaseSummary Summarise(const std::string& path) {
  const Xapian::Database database = OpenForReading(path);
  const DatabaseDirectory directory(path);
  DatabaseSummary summary;
  summary.path = path;
  summary.generation = directory.LiveGeneration().value_or(0);
  summary.bytes = FolderBytes(directory.GenerationPath(summary.generation));
  try {
    summary.articles = database.get_doccount();
    summary.furniture = DecodeFurniture(database.get_metadata(kFurnitureKey));
  } catch (const Xapian::Error& error) {
    ThrowFatal(error, "read " + path);
  }
  return summary;
}

}  // namespace warta
