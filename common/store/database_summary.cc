#include "common/store/database_summary.h"

#include <utility>

#include <xapian.h>

#include "common/store/open_database.h"
#include "common/store/retrying.h"
#include "common/store/schema.h"
#include "common/translate.h"

namespace warta {
namespace {

// A writer at work may be faster than the reading of all records, so they are read in batches, and
// each begins behind the last one.
void ReadFiles(Xapian::Database& database, DatabaseSummary& summary) {
  constexpr int kBatch = 1000;
  std::string next = kFileKeyPrefix;
  for (bool more = true; more;) {
    DatabaseSummary batch;
    std::string behind;
    Retrying(database, [&] {
      batch = {};
      behind = next;
      auto key = database.metadata_keys_begin(kFileKeyPrefix);
      const auto end = database.metadata_keys_end(kFileKeyPrefix);
      for (key.skip_to(next); key != end && batch.files < kBatch; ++key, ++batch.files) {
        auto record = DecodeFileRecord(database.get_metadata(*key));
        if (record.ok() && !record.value().problems.empty())
          batch.failing.push_back(std::move(record.value()));
        behind = *key + '\0';
      }
    });
    more = batch.files == kBatch;
    next = behind;
    summary.files += batch.files;
    std::move(batch.failing.begin(), batch.failing.end(), std::back_inserter(summary.failing));
  }
}

}  // namespace

DatabaseSummary Summarise(const std::string& directory) {
  Xapian::Database database = OpenForReading(directory);
  DatabaseSummary summary;
  try {
    Retrying(database, [&] {
      summary.articles = database.get_doccount();
      summary.furniture = DecodeFurniture(database.get_metadata(kFurnitureKey));
    });
    ReadFiles(database, summary);
  } catch (const Xapian::Error& error) {
    ThrowFatal(error, {N_("cannot read {1}: {2}"), {directory}});
  }
  return summary;
}

}  // namespace warta
