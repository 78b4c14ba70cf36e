#pragma once

#include <optional>
#include <string>

namespace warta {

/// A database on disk: a directory with generations, each a Xapian database, and a pointer to the
/// live one in Xapian's own stub format, so that Xapian's tools open the directory too.
///
///     berita.db/XAPIANDB     `auto gen-000003`, only ever replaced by rename
///     berita.db/gen-000003/  the live generation
///     berita.db/LOCK         held by the indexer at work (database_lock.h)
class DatabaseDirectory {
 public:
  explicit DatabaseDirectory(std::string path);

  const std::string& path() const { return path_; }

  /// The number of the live generation; none when the directory does not exist or holds no database
  /// yet. Fatal (kRefused) when it holds something else: another kind of Xapian database, foreign
  /// files.
  std::optional<unsigned> LiveGeneration() const;

  std::string GenerationPath(unsigned number) const;

  /// Creates the directory and its parents where missing. Fatal (kIoError) on failure.
  void Create() const;

  /// Makes room for a new generation: removes what a killed build left behind (generations above
  /// the live one, or all when none is live) and returns the first free number. REQUIRES: the lock
  /// is held.
  unsigned PrepareGeneration() const;

  /// Makes a complete generation the live one: flushes it to disk, switches the pointer by rename
  /// and removes generations older than the one before, if it can. REQUIRES: the lock is held.
  void Publish(unsigned number) const;

 private:
  std::string path_;
};

/// The database to use when none is named: $WARTA_DB, else $XDG_DATA_HOME/warta/db, else
/// ~/.local/share/warta/db. Fatal (kUsage) when not even HOME is set.
std::string DefaultDatabasePath();

}  // namespace warta
