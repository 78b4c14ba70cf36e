#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "common/store/file_record.h"

namespace warta {

/// A file found below one of the roots that were given, or a member of an archive there.
struct SourceFile {
  std::string path;  ///< absolute
  /// Below its root, with forward slashes; the file's name when the root is a file. Of a member,
  /// its name there behind it: `2022.zip/februari/1.txt`.
  std::string relative;
  std::int64_t modified = 0;  ///< seconds since 1970; 0: unknown
  FileStamp stamp = {};       ///< with those beside it (readers/sidecar.h); none of members
};

using FileSink = std::function<void(SourceFile&&)>;

/// Told of a folder or file below the root that cannot be looked at: its path, and why.
using WalkProblemSink = std::function<void(const std::string& path, const std::string& message)>;

/// The absolute path of a root, without links. Fatal (kNoInput) when it is missing or unreadable.
std::string CanonicalRoot(const std::string& root);

/// The stamp of a file as it is now; all zero when it is not there.
FileStamp CurrentStamp(const std::string& path);

/// Calls `found` for every regular file below the root, folders in the order of their names, so
/// that two walks over the same tree are equal. Hidden entries (.git, .DS_Store) are passed over;
/// symbolic links are followed unless they lead to something below the root, which is met under its
/// own name, and each folder is visited once, so that loops end; sockets, pipes and devices are
/// passed over, and so are databases (ours may lie below the root) and the folder that a browser saved
/// with a page (`Judul_files` beside `Judul.html`). Fatal (kNoInput) as CanonicalRoot.
void Walk(const std::string& root, const FileSink& found, const WalkProblemSink& problem);

}  // namespace warta
