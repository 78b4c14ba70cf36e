#pragma once

#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/reader.h"

namespace warta {

/// Keeps what a reader hands out.
struct RecordingSink {
  std::vector<Article> articles;
  std::vector<Problem> problems;
  std::vector<std::string> dropped;

  ReaderSink sink() {
    return {[this](Article&& article) { articles.push_back(std::move(article)); },
            [this](Problem&& problem) { problems.push_back(std::move(problem)); },
            [this](std::string&& paragraph) { dropped.push_back(std::move(paragraph)); }};
  }
};

/// The same for the articles of whole files, with where they were read from.
struct RecordingFiles : RecordingSink {
  std::vector<SourceFile> files;

  ArticleSink sink() {
    return {[this](Article&& article, const SourceFile& file) {
              articles.push_back(std::move(article));
              files.push_back(file);
            },
            [this](Problem&& problem) { problems.push_back(std::move(problem)); },
            [this](std::string&& paragraph) { dropped.push_back(std::move(paragraph)); }};
  }
};

inline SourceFile FileAt(const std::string& path) {
  return SourceFile{path, path.substr(path.rfind('/') + 1), 0};
}

}  // namespace warta
