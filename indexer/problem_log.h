#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "common/store/file_record.h"
#include "indexer/readers/reader.h"

namespace warta {

/// Names what is wrong with the inputs on stderr, each problem once and not at every run: those of a
/// file are kept in its record, and those on record are not named again.
class ProblemLog {
 public:
  /// `say` prints a line. Verbose: names known problems too; quiet: only what was skipped.
  ProblemLog(std::function<void(const std::string&)> say, bool verbose, bool quiet);

  /// A file follows, of which this was on record.
  void Begin(FileRecord known);

  void Report(const Problem& problem);

  /// Fills the problems and remarks of the file's new record.
  void End(FileRecord& record);

  /// How many records of the file could not be read; the whole file, or a member of it: all there
  /// could be.
  std::uint64_t unread() const { return unread_; }

  /// Whether nobody could look into the file.
  bool unreadable() const { return unreadable_; }

  /// Inputs skipped since the beginning, known ones left out.
  std::uint64_t skipped() const { return skipped_; }

 private:
  bool IsKnown(const Problem& problem, const std::string& text) const;

  std::function<void(const std::string&)> say_;
  bool verbose_;
  bool quiet_;
  FileRecord known_;
  FileRecord found_;
  std::uint64_t unnamed_ = 0;
  std::uint64_t unread_ = 0;
  bool unreadable_ = false;
  std::uint64_t skipped_ = 0;
};

}  // namespace warta
