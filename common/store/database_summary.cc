#include "common/store/database_summary.h"

#include <filesystem>
#include <system_error>

#include <xapian.h>

#include "common/store/database_directory.h"
#include "common/store/open_database.h"
#include "common/store/schema.h"

namespace warta {
namespace {

std::uint64_t SizeOfFiles(const std::string& folder) {
  namespace fs = std::filesystem;
  std::uint64_t bytes = 0;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::uint64_t size = it->file_size(error);
    if (!error) bytes += size;
  }
  return bytes;
}

}  // namespace

DatabaseSummary Summarise(const std::string& path) {
  const Xapian::Database database = OpenForReading(path);
  const DatabaseDirectory directory(path);
  DatabaseSummary summary;
  summary.path = path;
  summary.generation = directory.LiveGeneration().value_or(0);
  summary.bytes = SizeOfFiles(directory.GenerationPath(summary.generation));
  try {
    summary.articles = database.get_doccount();
    summary.furniture = DecodeFurniture(database.get_metadata(kFurnitureKey));
  } catch (const Xapian::Error& error) {
    ThrowFatal(error, "read " + path);
  }
  return summary;
}

}  // namespace warta
