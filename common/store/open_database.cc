#include "common/store/open_database.h"

#include "common/exit_code.h"
#include "common/fatal.h"
#include "common/store/database_directory.h"
#include "common/store/schema.h"
#include "common/text/analyser.h"

namespace warta {
namespace {

constexpr const char* kRebuildHint = "build it again: indexer --rebuild --db DIR FOLDER...";

// Fatal unless this program made the database, or one that analyses text in the same way.
void CheckStamps(const Xapian::Database& database, const std::string& path) {
  const std::string schema = database.get_metadata(kSchemaKey);
  if (schema.empty()) {
    throw Fatal(ExitCode::kRefused, path + " is not a Warta database: it has no schema stamp",
                kRebuildHint);
  }
  if (schema != kSchemaVersion) {
    throw Fatal(
        ExitCode::kRefused,
        path + " has schema " + schema + "; this program uses " + std::string(kSchemaVersion),
        kRebuildHint);
  }
  const std::string analyser = database.get_metadata(kAnalyserKey);
  if (analyser != AnalyserIdentity()) {
    throw Fatal(ExitCode::kRefused,
                path + " was made with the analyser " + analyser + "; this program has " +
                    std::string(AnalyserIdentity()),
                kRebuildHint);
  }
}

void Stamp(Xapian::WritableDatabase& database) {
  database.set_metadata(kSchemaKey, std::string(kSchemaVersion));
  database.set_metadata(kAnalyserKey, std::string(AnalyserIdentity()));
}

}  // namespace

Xapian::Database OpenForReading(const std::string& path) {
  const DatabaseDirectory directory(path);
  const auto live = directory.LiveGeneration();
  if (!live) {
    throw Fatal(ExitCode::kRefused, "there is no database at " + path,
                "make one: indexer --db DIR FOLDER...");
  }
  try {
    Xapian::Database database(directory.GenerationPath(*live));
    CheckStamps(database, path);
    return database;
  } catch (const Xapian::Error& error) {
    ThrowFatal(error, "open " + path);
  }
}

Xapian::WritableDatabase OpenForWriting(const std::string& generation_path, bool create) {
  try {
    const int flags = create ? Xapian::DB_CREATE | Xapian::DB_NO_SYNC : Xapian::DB_OPEN;
    Xapian::WritableDatabase database(generation_path, flags | Xapian::DB_BACKEND_GLASS);
    if (create) {
      Stamp(database);
    } else {
      CheckStamps(database, generation_path);
    }
    return database;
  } catch (const Xapian::Error& error) {
    ThrowFatal(error, "open " + generation_path + " for writing");
  }
}

void ThrowFatal(const Xapian::Error& error, const std::string& doing) {
  const std::string message = "cannot " + doing + ": " + error.get_description();
  if (error.get_type() == std::string_view("DatabaseCorruptError")) {
    throw Fatal(ExitCode::kDamaged, message,
                "restore it from a backup, or build it again with --rebuild");
  }
  throw Fatal(ExitCode::kIoError, message);
}

}  // namespace warta
