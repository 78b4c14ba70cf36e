#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"
#include "indexer/readers/format.h"
#include "indexer/readers/input.h"
#include "indexer/readers/read_budget.h"
#include "indexer/walk.h"

namespace warta {

/// Something about an input that its owner should know.
struct Problem {
  std::string message;
  std::uint64_t line = 0;   ///< 0: the whole file
  bool skipped = true;      ///< nothing of it was indexed; otherwise it was mended
  bool unreadable = false;  ///< nobody could look into it: what it holds is unknown
  std::string path = {};    ///< absolute; filled by ReadArticles
  std::string member = {};  ///< as in Article; filled by ReadArticles
};

/// Where readers put what they find. An article comes as the file states it: what can be inferred
/// from its text is the matter of metadata.h. Its id is empty when the record has none of its own.
struct ReaderSink {
  std::function<void(Article&&)> article;
  std::function<void(Problem&&)> problem;
  /// A paragraph that was left out of the article that is handed out next.
  std::function<void(std::string&&)> dropped;
};

/// A reader reads one file, or one member of an archive, to its end: every record is an article or
/// a problem, and costs only itself. Articles and problems come without their path and member.
using ReadFunction = void (*)(Input& input, const ReaderSink& sink);

/// The same for what a whole file gives: each article comes with the file, or the member of an
/// archive, that it was read from.
struct ArticleSink {
  std::function<void(Article&&, const SourceFile&)> article;
  std::function<void(Problem&&)> problem;
  std::function<void(std::string&&)> dropped;
};

/// Raised when readers find other articles, or other text, in the same files: they are read again.
inline constexpr std::string_view kReadingVersion = "1";

struct ReadOptions {
  std::optional<Format> format;  ///< of all files; none: told by the content of each
  ReadLimits limits;
};

/// Reads all articles of a file: also compressed (.gz, .zst, .xz, .bz2), and of the files in
/// archives (.zip, .tar), compressed or not, archives in archives up to a depth. What cannot be
/// read becomes a problem, never an exception. Returns whether the file is one that holds articles,
/// well or not: all others (pictures, programs, other XML) are passed over without a word, by name
/// (format.h) or content.
bool ReadArticles(const SourceFile& file, const ReadOptions& options, const ArticleSink& sink);

/// The largest article, be it a file or a record of one, that is read; larger ones are problems.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{8} * 1024 * 1024;

}  // namespace warta
