#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "searcher/result_page.h"

namespace warta {

struct SearchOptions {
  std::size_t limit = 10;  ///< hits on the page
  std::size_t offset = 0;  ///< hits before the page
  bool excerpts = true;    ///< otherwise titles and snippets stay empty
};

/// Answers queries over a database that may be written to meanwhile. Thread-compatible: one object
/// a thread.
class Searcher {
 public:
  /// Fatal: see OpenForReading.
  explicit Searcher(const std::string& database);
  ~Searcher();
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  /// The page of the best matches. Hits of equal score stand in the order in which they were
  /// indexed. Damaged articles are left out of the page, which says so. Fatal: the database cannot
  /// be read.
  ResultPage Search(const std::string& query, const SearchOptions& options);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace warta
