#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "common/article.h"
#include "indexer/walk.h"

namespace warta {

/// Something about an input that its owner should know.
struct Problem {
  std::string path;
  std::uint64_t line = 0;  ///< 0: the whole file
  std::string message;
  bool skipped = true;      ///< nothing of it was indexed; otherwise it was mended
  bool unreadable = false;  ///< nobody could look into it: what it holds is unknown
};

/// Where readers put what they find. An article comes as the file states it: what can be inferred
/// from its text is the matter of metadata.h. Its id is empty when the record has none of its own.
struct ReaderSink {
  std::function<void(Article&&)> article;
  std::function<void(Problem&&)> problem;
};

/// Whether a file of this name is read at all. Other files of a folder are passed over without a
/// word.
bool IsArticleFile(const std::string& path);

/// Reads all articles of a file with the reader for its name: .txt (text.h), .jsonl and .ndjson
/// (jsonl.h), these also with .gz, .zst, .xz or .bz2 behind. A file that cannot be read, or a
/// record of it, becomes a problem, never an exception.
void ReadArticles(const SourceFile& file, const ReaderSink& sink);

/// The largest text file, and the longest line of a file of records, that is read; larger ones are
/// problems.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{8} * 1024 * 1024;

}  // namespace warta
