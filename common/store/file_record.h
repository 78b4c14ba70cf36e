#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/result.h"

namespace warta {

/// What tells without reading it that a file has not changed. Times in nanoseconds since 1970.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t modified = 0;  ///< of the content (mtime)
  std::int64_t changed = 0;   ///< of the entry (ctime): moves on when a mtime is set back

  bool operator==(const FileStamp&) const = default;
};

/// What the database knows of a file (or of a folder that could not be listed) that was read for it.
/// Kept in the metadata, a key a file, so that it is committed with the file's articles.
struct FileRecord {
  std::string path;  ///< absolute
  /// When it was read; all zero: it is to be read again at any rate.
  FileStamp stamp;
  std::uint64_t hash = 0;  ///< XXH3-64 of the content; 0: could not be read
  std::string reading;     ///< how it was read: version of the readers, and the format asked for
  std::uint64_t articles = 0;  ///< that were read from it
  bool many = false;           ///< it is one of records or members: its time dates no article
  /// Of its inputs that were skipped, a line each; what stands behind the path in messages.
  std::vector<std::string> problems;
  std::vector<std::string> remarks;  ///< on what was mended, likewise
  /// The hashes (HashId) of the ids of those of its articles that another file gives.
  std::vector<std::uint64_t> copies;

  bool operator==(const FileRecord&) const = default;
};

/// The XXH3-64 of the id of an article.
std::uint64_t HashId(std::string_view id);

std::string EncodeFileRecord(const FileRecord& record);

/// Error when the record is malformed or its checksum does not fit.
Result<FileRecord> DecodeFileRecord(std::string_view bytes);

}  // namespace warta
