#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/store/file_record.h"
#include "indexer/walk.h"

namespace warta {

/// A root as it was given, and what was found there.
struct RootPlan {
  std::string given;
  std::string path;           ///< canonical; empty: it cannot be walked
  std::string problem;        ///< why not
  bool has_files = false;     ///< anything that could hold articles
  bool has_articles = false;  ///< in files that need not be read
};

/// A file to be read.
struct FileToRead {
  SourceFile file;
  std::size_t root = 0;  ///< the first of the roots that it was met below
  bool is_new = false;   ///< not on record, or never read to its end
  std::string former;    ///< where the same file stood before, if it was renamed
};

/// What has to be done for the database to agree with the folders.
struct FilePlan {
  std::vector<RootPlan> roots;
  std::vector<FileToRead> read;       ///< root by root, each in the order of the walk
  std::vector<std::string> vanished;  ///< files on record that are not there any more
  /// Folders, links and files that could not be looked at, with the reason. What is on record below
  /// them is left alone.
  std::vector<std::pair<std::string, std::string>> unreadable;
  std::uint64_t files = 0;           ///< found, each counted once
  std::uint64_t known_articles = 0;  ///< in those that need not be read
  std::uint64_t bytes_to_read = 0;
  std::uint64_t bytes_new =
      0;  ///< by which the files to be read are more, or larger, than on record
  std::uint64_t bytes_on_record = 0;  ///< of all files, also of other roots
};

/// Calls back with the record of every file.
using FileRecords = std::function<void(const std::function<void(FileRecord&&)>&)>;

/// Walks the roots and compares what is there with the records. A file is to be read when its record
/// is missing or has another stamp or another `reading`, or it could not be read before. A file that
/// stands below several roots belongs to the first. Only files below roots that could be walked can
/// have vanished; one whose content has a new name is renamed and not vanished.
FilePlan PlanFiles(const std::vector<std::string>& roots, const std::string& reading,
                   const FileRecords& records);

/// Whether a path is the folder, or lies below it.
bool IsBelow(std::string_view path, std::string_view folder);

}  // namespace warta
