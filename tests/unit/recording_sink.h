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

  ReaderSink sink() {
    return {[this](Article&& article) { articles.push_back(std::move(article)); },
            [this](Problem&& problem) { problems.push_back(std::move(problem)); }};
  }
};

inline SourceFile FileAt(const std::string& path) {
  return SourceFile{path, path.substr(path.rfind('/') + 1), 0};
}

}  // namespace warta
