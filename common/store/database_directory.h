#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace warta {

/// A database on disk: a directory with generations, each a Xapian database, and a pointer to the
/// live one in Xapian's own stub format, so that Xapian's tools open the directory too.
///
///     berita.db/XAPIANDB     `auto gen-000003`, only ever replaced by rename
///     berita.db/gen-000003/  the live generation
///     berita.db/gen-000002/  the one before
///     berita.db/LOCK         held by the indexer at work (database_lock.h)
///     berita.db/state.json   account of the last run
class DatabaseDirectory {
 public:
  explicit DatabaseDirectory(std::string path);

  const std::string& path() const { return path_; }

  /// The number of the live generation; none when the directory does not exist or holds no database
  /// yet. Fatal (kRefused) when it holds something else: another kind of Xapian database, foreign
  /// files.
  std::optional<unsigned> LiveGeneration() const;

  std::string GenerationPath(unsigned number) const;

  struct Generation {
    unsigned number = 0;
    std::string path;
    std::uint64_t bytes = 0;
    bool live = false;
  };

  /// All generations there are, by number; none is live when the pointer is damaged or names one
  /// that is gone. One above the live one is what a killed build or RollBack left. Fatal (kIoError)
  /// when the directory cannot be listed.
  std::vector<Generation> Generations() const;

  /// Creates the directory and its parents where missing. Fatal (kIoError) on failure.
  void Create() const;

  /// Removes what a killed run left behind: generations above the live one (all when none is live),
  /// half written pointers and accounts. Every run does that first, also one that will have nothing
  /// to do. Fatal as LiveGeneration, and kIoError on failure. REQUIRES: the lock is held.
  void RemoveLeftovers() const;

  /// Makes room for a new generation: removes leftovers and returns the first free number.
  /// REQUIRES: the lock is held.
  unsigned PrepareGeneration() const;

  /// Makes a complete generation the live one: flushes it to disk, switches the pointer by rename
  /// and removes generations older than the one before, if it can. REQUIRES: the lock is held.
  void Publish(unsigned number) const;

  /// Makes the generation before the live one live again, or the newest complete one when the pointer
  /// is missing or damaged, and returns its number. The one that was live becomes a leftover. Fatal: kRefused
  /// when there is none, kDamaged when its checksums do not fit (without any it is taken as it is),
  /// kIoError; then nothing has changed. REQUIRES: the lock is held.
  unsigned RollBack() const;

 private:
  std::string PointerPath() const;
  // None when the pointer is missing or does not name a generation.
  std::optional<unsigned> PointedTo() const;
  void PointTo(unsigned number) const;

  std::string path_;
};

/// The database to use when none is named: $WARTA_DB, else $XDG_DATA_HOME/warta/db, else
/// ~/.local/share/warta/db. Fatal (kUsage) when not even HOME is set.
std::string DefaultDatabasePath();

}  // namespace warta
