#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/index_writer.h"

namespace warta {

/// An IndexWriter for articles without files: those of a path that follow each other are what the
/// file holds now.
class ArticleWriter {
 public:
  ArticleWriter(const std::string& directory, bool rebuild)
      : ArticleWriter(Options(directory, rebuild)) {}
  explicit ArticleWriter(const WriteOptions& options) : writer_(options) {}

  Outcome Put(Article article, bool id_from_path) {
    if (article.path != path_ || path_.empty()) {
      EndFile();
      path_ = article.path;
      writer_.BeginFile(path_, {});
    }
    return writer_.Put(std::move(article), id_from_path);
  }

  void Finish() {
    EndFile();
    writer_.Finish();
  }

  void NoteGone(const std::vector<std::string>& paths) { writer_.NoteGone(paths); }

  std::size_t overlong() const { return writer_.overlong(); }

 private:
  static WriteOptions Options(const std::string& directory, bool rebuild) {
    WriteOptions options;
    options.directory = directory;
    options.rebuild = rebuild;
    return options;
  }

  void EndFile() {
    if (path_.empty()) return;
    FileRecord record;
    record.path = std::exchange(path_, {});
    record.stamp.size = 1;
    writer_.EndFile(std::move(record), 0);
  }

  IndexWriter writer_;
  std::string path_;
};

}  // namespace warta
