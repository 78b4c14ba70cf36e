#include "common/store/open_database.h"

#include <utility>

#include "common/exit_code.h"
#include "common/fatal.h"
#include "common/store/database_directory.h"
#include "common/store/schema.h"
#include "common/text/analyser.h"
#include "common/translate.h"

namespace warta {
namespace {

Message RebuildHint(const std::string& path) {
  return {N_("build it again: indexer --rebuild --db {1} FOLDER..."), {path}};
}

}  // namespace

Xapian::Database OpenForReading(const std::string& path) {
  const DatabaseDirectory directory(path);
  // Between reading the pointer and opening, the generation may be replaced or committed to.
  constexpr int kMostAttempts = 5;
  for (int attempt = 1;; ++attempt) {
    const auto live = directory.LiveGeneration();
    if (!live) {
      throw Fatal(ExitCode::kRefused, {N_("there is no database at {1}"), {path}},
                  {N_("make one: indexer --db {1} FOLDER..."), {path}});
    }
    try {
      Xapian::Database database(directory.GenerationPath(*live));
      CheckStamps(database, path);
      return database;
    } catch (const Xapian::Error& error) {
      if (attempt == kMostAttempts) ThrowFatal(error, {N_("cannot open {1}: {2}"), {path}});
    }
  }
}

void CheckStamps(const Xapian::Database& database, const std::string& path) {
  const std::string schema = database.get_metadata(kSchemaKey);
  if (schema.empty()) {
    throw Fatal(ExitCode::kRefused,
                {N_("{1} is not a Warta database: it has no schema stamp"), {path}},
                RebuildHint(path));
  }
  if (schema != kSchemaVersion) {
    throw Fatal(ExitCode::kRefused,
                {N_("{1} has schema {2}; this program uses {3}"),
                 {path, schema, std::string(kSchemaVersion)}},
                RebuildHint(path));
  }
  const std::string analyser = database.get_metadata(kAnalyserKey);
  if (analyser != AnalyserIdentity()) {
    throw Fatal(ExitCode::kRefused,
                {N_("{1} was made with the analyser {2}; this program has {3}"),
                 {path, analyser, std::string(AnalyserIdentity())}},
                RebuildHint(path));
  }
}

Xapian::WritableDatabase OpenForWriting(const std::string& path, const std::string& generation_path,
                                        bool is_new) {
  try {
    const int flags = is_new ? Xapian::DB_CREATE_OR_OPEN | Xapian::DB_NO_SYNC : Xapian::DB_OPEN;
    Xapian::WritableDatabase database(generation_path, flags | Xapian::DB_BACKEND_GLASS);
    if (is_new && database.get_metadata(kSchemaKey).empty()) {
      for (const auto& [key, value] : Stamps()) database.set_metadata(key, value);
    }
    CheckStamps(database, path);
    return database;
  } catch (const Xapian::Error& error) {
    ThrowFatal(error, {N_("cannot open {1} for writing: {2}"), {generation_path}});
  }
}

std::vector<std::pair<std::string, std::string>> Stamps() {
  std::vector<std::pair<std::string, std::string>> stamps;
  stamps.emplace_back(kSchemaKey, kSchemaVersion);
  stamps.emplace_back(kAnalyserKey, AnalyserIdentity());
  return stamps;
}

void ThrowFatal(const Xapian::Error& error, Message cannot) {
  cannot.arguments.push_back(error.get_description());
  // A table that is cut short is a plain DatabaseError, which a full disk is too, with an errno, but
  // where the tables could not be opened again after it.
  const std::string_view type = error.get_type();
  const bool cut = type == "DatabaseError" && error.get_error_string() == nullptr &&
                   !error.get_msg().starts_with("Modifications failed");
  // The pointer names the generation, so it has to be there.
  if (cut || type == "DatabaseCorruptError" || type == "DatabaseNotFoundError") {
    throw Fatal(ExitCode::kDamaged, std::move(cannot),
                {N_("restore it from a backup, or build it again with --rebuild")});
  }
  // A lock that is refused for another reason, such as a lack of permission, is no sign of company.
  if (type == "DatabaseLockError" && error.get_msg().find("already locked") != std::string::npos)
    throw Fatal(ExitCode::kBusy, std::move(cannot), {N_("try again when it is done")});
  throw Fatal(ExitCode::kIoError, std::move(cannot), {});
}

}  // namespace warta
