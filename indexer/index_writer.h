#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "common/article.h"
#include "common/store/furniture_record.h"
#include "indexer/document.h"

namespace warta {

/// Writes articles into the database of a directory, whose lock it holds while it lives.
///
/// A first build, or a rebuild, fills a new generation that nobody sees before Finish; otherwise
/// articles go into the live generation in batches, each of which is durable once committed. After
/// any failure of the database (a Fatal from any function) the object does nothing more and the
/// database stands at its last commit.
class IndexWriter {
 public:
  enum class Outcome {
    kAdded,
    kUpdated,
    kUnchanged,
    kRepeated,  ///< replaced another article that had the same id in this run
  };

  /// Fatal: kBusy, kRefused, kDamaged, kIoError.
  IndexWriter(const std::string& directory, bool rebuild);
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  /// Puts an article in, under its id: adds it, replaces the one of before, or leaves an equal one
  /// alone.
  ///
  /// An id that is only a path below a root (`id_from_path`) is kept for as long as the article
  /// stays at its place on the disk, whichever root is named. It does not replace an article from
  /// another file which still exists, such as the 01.txt of another folder, nor does a record one
  /// of another source or URL: the newcomer goes in under its place (Place). Of copies of a page,
  /// whose id is its URL, from several places (a feed, a crawl, a saved page) the one with most text
  /// stays.
  Outcome Put(Article article, bool id_from_path);

  /// What earlier runs have learned of the furniture of pages; nothing in a new generation.
  FurnitureRecord Furniture() const;

  /// Every commit takes down with its articles what this returns.
  void KeepFurniture(std::function<FurnitureRecord()> record);

  /// Gives every article in which the words of a line follow each other to `edit`, and writes those
  /// for which it says that it has changed them. Ids and places must stay.
  void Edit(const std::string& line, const std::function<bool(Article&)>& edit);

  /// Commits and, for a new generation, makes it the live one. Last call. A new generation without
  /// a single article is dropped instead, so that an empty folder never takes the place of a full
  /// database.
  void Finish();

  /// Words too long to be indexed in the article last put; 0 when it was unchanged.
  std::size_t overlong() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace warta
