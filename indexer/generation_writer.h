#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "common/fatal.h"
#include "common/store/database_directory.h"
#include "common/store/database_lock.h"
#include "indexer/bulk/bulk_generation.h"
#include "indexer/copy_finder.h"
#include "indexer/document.h"

namespace warta {

struct WriteOptions {
  std::string directory;
  bool rebuild = false;
  bool dry_run = false;  ///< nothing is written, not even a lock: all changes are dropped
  std::chrono::seconds lock_wait{0};
  /// Changes of so many bytes are committed together: what bounds the memory.
  std::size_t batch_bytes = std::size_t{8} << 20;
  /// A new generation is built in bulk (BulkGeneration), with so much memory for its postings; 0: by
  /// Xapian alone.
  std::size_t bulk_bytes = std::size_t{64} << 20;
  /// The same for what else it keeps; when it has more, Xapian goes on.
  std::size_t bulk_waiting_bytes = std::size_t{256} << 20;
  /// A rebuild that gives up more than so many per cent of the articles is refused.
  double max_removed_percent = 100;
};

/// What was built in bulk is not what was put in. The database is as it was; the same run by Xapian alone
/// (bulk_bytes = 0) will do.
class BuilderFault : public Fatal {
 public:
  using Fatal::Fatal;
};

/// The one generation that a run writes: documents and metadata by Xapian's own terms and numbers.
/// Holds the lock of the database while it lives.
///
/// A first build, or a rebuild, fills a new generation that nobody sees before Finish. Otherwise
/// changes go into the live one, in batches, each of which is durable once committed; it is opened
/// for writing by the first change, after its checksums have been verified.
///
/// So does a run that calls BuildAnew.
///
/// A new generation is built in bulk until something is asked of it that only a database knows, at
/// the latest when the run has read everything.
///
/// After any failure of the database (a Fatal from any function) nothing more is done to it, and it
/// stands at its last commit.
class GenerationWriter {
 public:
  /// Fatal: kBusy, kRefused, kDamaged, kIoError.
  explicit GenerationWriter(const WriteOptions& options);
  ~GenerationWriter();
  GenerationWriter(const GenerationWriter&) = delete;
  GenerationWriter& operator=(const GenerationWriter&) = delete;

  /// Called before each commit, to add what has to be committed with it.
  void BeforeCommit(std::function<void()> hook) { before_commit_ = std::move(hook); }

  /// The document of a term that belongs to one at most; 0: none.
  Xapian::docid Find(const std::string& term) const;
  std::string Data(Xapian::docid document) const;
  std::string Metadata(const std::string& key) const;

  /// The rest is as of the last commit: the documents of the terms that begin so, in order; the
  /// documents in which the words follow each other; the values of the metadata whose keys begin so.
  std::vector<Xapian::docid> FindAll(const std::string& prefix) const;
  std::vector<Xapian::docid> FindPhrase(const std::vector<std::string>& words) const;
  void ForEachMetadata(const std::string& prefix,
                       const std::function<void(const std::string&)>& each) const;

  /// Of a document that the live generation has, from what is stored of it.
  struct Carried {
    Document document;
    std::vector<std::string> keys;
  };
  /// Nothing: it cannot be had, or is not wanted any more.
  using Carry = std::function<std::optional<Carried>(const std::string& data)>;

  /// Goes on in a new generation, in bulk, with all that the live one has under its numbers: much faster
  /// where much is added. Before the first change. Where that cannot be (a dry run, too little room on
  /// the disk, no bulk builder, a live generation without checksums, `carry` gives nothing), false: the run
  /// goes on in the live one. Fatal also kDamaged.
  bool BuildAnew(const Carry& carry);

  /// Changes. `keys` are the terms of the document that Find is to know it by.
  Xapian::docid Add(Document document, std::string data, const std::vector<std::string>& keys);
  void Replace(Xapian::docid number, const Document& document, const std::string& data,
               const std::vector<std::string>& old_keys, const std::vector<std::string>& keys);
  /// The same for a document of which `edit` changes only what has to be changed.
  void Modify(Xapian::docid number, const std::function<void(Xapian::Document&)>& edit,
              const std::vector<std::string>& old_keys, const std::vector<std::string>& keys);
  void Delete(Xapian::docid number, const std::vector<std::string>& keys);
  void SetMetadata(const std::string& key, const std::string& value);  ///< empty: removes it

  /// Commits when the changes since the last commit are worth it.
  void CommitBatch();
  void Commit();

  /// Commits, verifies and, if it is a new generation, makes it the live one. Last call. A new
  /// generation without an article is dropped instead, so that an empty folder never takes the place
  /// of a full database. Fatal also kRefused, when a rebuild would give up too many articles.
  void Finish();

  /// Articles in the database: the live one's after Finish.
  std::uint64_t articles() const { return articles_; }
  bool is_new() const { return is_new_; }

 private:
  using Clock = std::chrono::steady_clock;

  template <class Step>
  std::invoke_result_t<Step> Guarded(const std::string& doing, const Step& step) const;
  BulkGeneration* Bulk();
  void Settle();
  Xapian::WritableDatabase& Writable();
  void Put(Xapian::docid number, const Xapian::Document& document,
           const std::vector<std::string>& old_keys, const std::vector<std::string>& keys);
  void PutBuilt(Xapian::docid number, const Document& document, const std::string& data,
                const std::vector<std::string>& old_keys, const std::vector<std::string>& keys);
  void Remove(Xapian::docid number);
  void NoteForms(const std::vector<StemmedForm>& forms);
  void WriteInto(unsigned generation);
  bool HasRoomToBuildAnew() const;
  bool CarryAll(const Carry& carry);
  void RefuseDamage();
  void RefuseLoss(std::uint64_t after) const;
  void PublishNew();
  bool IsLive() const;
  void WriteForms();
  void MarkCopies();
  void MarkCopiesOf(const CopyFinder::Article& article);
  const Xapian::Database& Current() const;

  WriteOptions options_;
  DatabaseDirectory directory_;
  std::optional<DatabaseLock> lock_;
  bool is_new_ = false;
  bool was_interrupted_ = false;  // a run before, while it wrote
  std::optional<unsigned> live_;
  unsigned generation_ = 0;
  std::string folder_;      // of the generation
  bool may_build_ = false;  // in bulk, from now on
  std::optional<BulkGeneration> bulk_;
  // Never destroyed after a failure: its destructor would try to commit.
  std::unique_ptr<Xapian::WritableDatabase> database_;
  std::optional<Xapian::Database> committed_;
  std::unordered_map<std::string, Xapian::docid> changed_;  // by key, since the last commit
  std::vector<StemmedForm> new_forms_;                      // since the last commit
  CopyFinder new_copies_;                                   // the same
  std::function<void()> before_commit_;
  std::size_t batch_bytes_ = 0;
  Clock::time_point last_commit_;
  std::uint64_t articles_ = 0;
  std::uint64_t never_added_ = 0;  // of a dry run
  mutable bool failed_ = false;
};

}  // namespace warta
