#include "indexer/generation_writer.h"

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>
#include <type_traits>
#include <utility>

#include "common/exit_code.h"
#include "common/fatal.h"
#include "common/group_digits.h"
#include "common/store/database_check.h"
#include "common/store/file_record.h"
#include "common/store/files.h"
#include "common/store/free_space.h"
#include "common/store/generation_checksums.h"
#include "common/store/open_database.h"
#include "common/store/schema.h"
#include "indexer/removal_guard.h"
#include "indexer/termination_guard.h"

namespace warta {
namespace {

// What is committed together is lost together when a run is killed.
constexpr std::chrono::seconds kLongestBatch(60);

// What a byte of text, with its postings and the blocks that are copied to change them, may take on
// the disk (6.5 measured for new articles).
constexpr std::uint64_t kDiskBytesPerByte = 10;
constexpr std::uint64_t kLeastFreeBytes = std::uint64_t{1} << 20;

// While it is built anew a generation takes the room of two: its work files are as large as it will be. As
// much again for what is added.
constexpr std::uint64_t kGenerationsToBuildAnew = 4;

// Of what Xapian costs beside the text: the metadata and terms of a change.
constexpr std::size_t kBytesPerChange = 500;

// A handle that must not be touched any more, not even to be closed, stays until the process ends.
void Abandon(std::unique_ptr<Xapian::WritableDatabase> database) {
  static std::vector<Xapian::WritableDatabase*>* const abandoned =
      new std::vector<Xapian::WritableDatabase*>;
  abandoned->push_back(database.release());
}

Xapian::Document ToXapian(const Document& document, const std::string& data) {
  Xapian::Document result;
  for (const DocumentTerm& term : document.terms) {
    for (const std::uint32_t position : term.positions) result.add_posting(term.term, position, 0);
    result.add_term(term.term, term.wdf);
  }
  for (const auto& [slot, value] : document.values) result.add_value(slot, value);
  result.set_data(data);
  return result;
}

std::uint64_t ArticlesIn(const std::string& generation) {
  try {
    return Xapian::Database(generation).get_doccount();
  } catch (const Xapian::Error&) {
    return 0;  // of a database that cannot be opened, nothing can be lost
  }
}

}  // namespace

// Runs a step; after an exception the handle is never used again.
template <class Step>
std::invoke_result_t<Step> GenerationWriter::Guarded(const std::string& doing,
                                                     const Step& step) const {
  if (failed_) throw Fatal(ExitCode::kIoError, "the database failed before");
  const TerminationGuard guard("cannot " + doing + ' ' + directory_.path());
  try {
    return step();
  } catch (const Xapian::Error& error) {
    failed_ = true;
    ThrowFatal(error, {"cannot {1} {2}: {3}", {doing, directory_.path()}});
  }
}

GenerationWriter::GenerationWriter(const WriteOptions& options)
    : options_(options), directory_(options.directory), last_commit_(Clock::now()) {
  // Looked at before anything is created, so that a foreign directory is left as it was.
  live_ = directory_.LiveGeneration();
  if (!options_.dry_run) {
    directory_.Create();
    lock_.emplace(directory_.path(), options_.lock_wait);
    live_ = directory_.LiveGeneration();
    directory_.RemoveLeftovers();
  }
  WriteInto(options_.rebuild || !live_ ? live_.value_or(0) + 1 : *live_);
  if (options_.rebuild && live_ && !options_.dry_run) {
    // It will hardly become smaller than half of what it replaces.
    RequireSpace(directory_.path(), FolderBytes(directory_.GenerationPath(*live_)) / 2,
                 "a second generation");
  }
  // Commits are made here, by bytes; Xapian's own count of documents must not get in between.
  ::setenv("XAPIAN_FLUSH_THRESHOLD", "1000000000", 1);
  if (!is_new_) {
    committed_.emplace(OpenForReading(directory_.path()));
    articles_ = Guarded("read", [&] { return committed_->get_doccount(); });
  }
}

// From now on.
void GenerationWriter::WriteInto(unsigned generation) {
  generation_ = generation;
  is_new_ = live_ != generation;
  folder_ = directory_.GenerationPath(generation_);
  may_build_ = is_new_ && !options_.dry_run && options_.bulk_bytes > 0 && BulkBuilder::IsPossible();
}

GenerationWriter::~GenerationWriter() {
  if (database_) Abandon(std::move(database_));
  bulk_.reset();  // its thread writes into the folder
  // A new generation that did not become the live one is of no use to anyone.
  if (!is_new_ || options_.dry_run || IsLive()) return;
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

// Whether the generation is, or may be, the live one: publishing can fail after the switch.
bool GenerationWriter::IsLive() const {
  try {
    return directory_.LiveGeneration() == generation_;
  } catch (const std::exception&) {
    return true;
  }
}

// What builds the new generation; nullptr where Xapian does, or already has to.
BulkGeneration* GenerationWriter::Bulk() {
  if (!may_build_) return nullptr;
  if (!bulk_) {
    RequireSpace(directory_.path(), kLeastFreeBytes, "writing a new generation");
    bulk_.emplace(folder_, options_.bulk_bytes);
    for (const auto& [key, value] : Stamps()) bulk_->SetMetadata(key, value);
  }
  return &*bulk_;
}

bool GenerationWriter::BuildAnew(const Carry& carry) {
  if (is_new_ || options_.dry_run || options_.bulk_bytes == 0) return false;
  if (!HasRoomToBuildAnew()) return false;
  RefuseDamage();
  if (was_interrupted_) return false;
  WriteInto(*live_ + 1);
  if (may_build_ && CarryAll(carry)) return true;
  bulk_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
  WriteInto(*live_);
  return false;
}

bool GenerationWriter::HasRoomToBuildAnew() const {
  return FreeBytes(directory_.path()) >= kGenerationsToBuildAnew * FolderBytes(folder_);
}

bool GenerationWriter::CarryAll(const Carry& carry) {
  return Guarded("read", [&] {
    BulkGeneration& bulk = *Bulk();
    const auto keys_end = committed_->metadata_keys_end();
    for (auto key = committed_->metadata_keys_begin(); key != keys_end; ++key) {
      // Which have copies is found out again.
      if (!(*key).starts_with(kCopiedKeyPrefix)) {
        bulk.SetMetadata(*key, committed_->get_metadata(*key));
      }
    }
    Xapian::docid next = 1;
    const auto end = committed_->postlist_end({});
    for (auto number = committed_->postlist_begin({}); number != end; ++number) {
      std::string data = committed_->get_document(*number).get_data();
      std::optional<Carried> carried = carry(data);
      if (!carried) return false;
      bulk.Skip(*number - next);
      next = bulk.Add(std::move(carried->document), std::move(data), carried->keys) + 1;
    }
    return true;
  });
}

// Makes a database of what was built in bulk. From then on Xapian writes it.
void GenerationWriter::Settle() {
  if (bulk_ && before_commit_) before_commit_();
  may_build_ = false;
  if (!bulk_) return;
  RequireSpace(directory_.path(), kLeastFreeBytes + FolderBytes(folder_),
               "putting the new generation together");
  auto changes = bulk_->Finish();
  bulk_.reset();
  if (!changes.ok()) throw BuilderFault(ExitCode::kIoError, changes.error().message);
  Guarded("read", [&] {
    committed_.emplace(folder_);
    articles_ = committed_->get_doccount();
  });
  for (const BulkGeneration::Change& change : changes.value()) {
    Guarded("write to", [&] {
      if (change.content) {
        PutBuilt(change.number, change.content->document, change.content->data, {}, {});
      } else {
        Remove(change.number);
      }
    });
    CommitBatch();
  }
}

Xapian::WritableDatabase& GenerationWriter::Writable() {
  if (database_) return *database_;
  if (!is_new_) {
    RefuseDamage();
    RemoveChecksums(folder_);
  }
  RequireSpace(directory_.path(), kLeastFreeBytes, "writing to the database");
  database_ = std::make_unique<Xapian::WritableDatabase>(
      OpenForWriting(directory_.path(), folder_, is_new_));
  return *database_;
}

const Xapian::Database& GenerationWriter::Current() const {
  if (database_) return *database_;
  return *committed_;
}

// What was not committed yet is looked up in memory, the rest in the state of the last commit: asking
// the writable database would flush it term by term.
Xapian::docid GenerationWriter::Find(const std::string& term) const {
  if (bulk_) return bulk_->Find(term);
  if (const auto found = changed_.find(term); found != changed_.end()) return found->second;
  if (!committed_) return 0;
  return Guarded("read", [&]() -> Xapian::docid {
    const Xapian::PostingIterator posting = committed_->postlist_begin(term);
    return posting == committed_->postlist_end(term) ? 0 : *posting;
  });
}

std::string GenerationWriter::Data(Xapian::docid document) const {
  if (bulk_) return bulk_->Data(document);
  return Guarded("read", [&] { return Current().get_document(document).get_data(); });
}

std::string GenerationWriter::Metadata(const std::string& key) const {
  if (bulk_) return bulk_->Metadata(key);
  if (!database_ && !committed_) return {};
  return Guarded("read", [&] { return Current().get_metadata(key); });
}

std::vector<Xapian::docid> GenerationWriter::FindAll(const std::string& prefix) const {
  std::vector<Xapian::docid> documents;
  if (!committed_) return documents;
  Guarded("read", [&] {
    const auto end = committed_->allterms_end(prefix);
    for (auto term = committed_->allterms_begin(prefix); term != end; ++term) {
      const auto last = committed_->postlist_end(*term);
      for (auto at = committed_->postlist_begin(*term); at != last; ++at) documents.push_back(*at);
    }
  });
  return documents;
}

std::vector<Xapian::docid> GenerationWriter::FindPhrase(
    const std::vector<std::string>& words) const {
  std::vector<Xapian::docid> documents;
  if (!committed_ || words.empty()) return documents;
  Guarded("read", [&] {
    Xapian::Enquire enquire(*committed_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_PHRASE, words.begin(), words.end()));
    const Xapian::MSet found = enquire.get_mset(0, committed_->get_doccount());
    for (auto hit = found.begin(); hit != found.end(); ++hit) documents.push_back(*hit);
  });
  return documents;
}

void GenerationWriter::ForEachMetadata(const std::string& prefix,
                                       const std::function<void(const std::string&)>& each) const {
  if (!committed_) return;
  Guarded("read", [&] {
    const auto end = committed_->metadata_keys_end(prefix);
    for (auto key = committed_->metadata_keys_begin(prefix); key != end; ++key) {
      each(committed_->get_metadata(*key));
    }
  });
}

Xapian::docid GenerationWriter::Add(Document document, std::string data,
                                    const std::vector<std::string>& keys) {
  if (options_.dry_run) {
    ++never_added_;
    return 0;
  }
  if (BulkGeneration* bulk = Bulk()) {
    return bulk->Add(std::move(document), std::move(data), keys);
  }
  NoteForms(document.forms);
  return Guarded("write to", [&] {
    const Xapian::Document made = ToXapian(document, data);
    const Xapian::docid number = Writable().add_document(made);
    new_copies_.Add(number, made.get_value(kSketchSlot));
    for (const std::string& key : keys) changed_[key] = number;
    batch_bytes_ += data.size() + kBytesPerChange;
    return number;
  });
}

void GenerationWriter::Replace(Xapian::docid number, const Document& document,
                               const std::string& data, const std::vector<std::string>& old_keys,
                               const std::vector<std::string>& keys) {
  if (options_.dry_run) return;
  if (bulk_) return bulk_->Replace(number, document, data, old_keys, keys);
  NoteForms(document.forms);
  Guarded("write to", [&] { PutBuilt(number, document, data, old_keys, keys); });
}

// One whose text may have changed.
void GenerationWriter::PutBuilt(Xapian::docid number, const Document& document,
                                const std::string& data, const std::vector<std::string>& old_keys,
                                const std::vector<std::string>& keys) {
  const Xapian::Document made = ToXapian(document, data);
  new_copies_.Add(number, made.get_value(kSketchSlot));
  Put(number, made, old_keys, keys);
}

void GenerationWriter::Put(Xapian::docid number, const Xapian::Document& document,
                           const std::vector<std::string>& old_keys,
                           const std::vector<std::string>& keys) {
  Writable().replace_document(number, document);
  for (const std::string& key : old_keys) changed_[key] = 0;
  for (const std::string& key : keys) changed_[key] = number;
  batch_bytes_ += document.get_data().size() + kBytesPerChange;
}

void GenerationWriter::Modify(Xapian::docid number,
                              const std::function<void(Xapian::Document&)>& edit,
                              const std::vector<std::string>& old_keys,
                              const std::vector<std::string>& keys) {
  if (options_.dry_run) return;
  Settle();
  Guarded("write to", [&] {
    // Xapian leaves alone what it sees was not touched in a document of its own.
    Xapian::Document document = Writable().get_document(number);
    edit(document);
    Put(number, document, old_keys, keys);
  });
}

void GenerationWriter::Delete(Xapian::docid number, const std::vector<std::string>& keys) {
  if (options_.dry_run) return;
  if (bulk_) return bulk_->Delete(number, keys);
  Guarded("write to", [&] {
    batch_bytes_ += Data(number).size() + kBytesPerChange;
    Remove(number);
    for (const std::string& key : keys) changed_[key] = 0;
  });
}

void GenerationWriter::Remove(Xapian::docid number) {
  Writable().delete_document(number);
  database_->set_metadata(CopiedKey(number), {});
}

void GenerationWriter::SetMetadata(const std::string& key, const std::string& value) {
  if (options_.dry_run) return;
  if (BulkGeneration* bulk = Bulk()) return bulk->SetMetadata(key, value);
  Guarded("write to", [&] {
    Writable().set_metadata(key, value);
    batch_bytes_ += key.size() + value.size();
  });
}

// Takes down the forms of the stems that a document has (schema.h).
void GenerationWriter::NoteForms(const std::vector<StemmedForm>& forms) {
  new_forms_.insert(new_forms_.end(), forms.begin(), forms.end());
}

// In the order of the stems, so that each entry of the table is changed once; those that are there
// already not at all.
void GenerationWriter::WriteForms() {
  std::sort(new_forms_.begin(), new_forms_.end());
  std::set<std::string> known;  // of the stem
  for (std::size_t i = 0; i < new_forms_.size(); ++i) {
    const auto& [stem, form] = new_forms_[i];
    if (committed_ && (i == 0 || new_forms_[i - 1].stem != stem)) {
      known = {committed_->synonyms_begin(stem), committed_->synonyms_end(stem)};
    }
    if (!known.contains(form)) database_->add_synonym(stem, form);
  }
  new_forms_.clear();
}

// Marks the articles since the last commit that may have copies, and those that they may be copies of.
// Articles from before are looked up as of the last commit (see Find).
void GenerationWriter::MarkCopies() {
  for (const std::uint32_t number : new_copies_.Find()) {
    database_->set_metadata(CopiedKey(number), kCopied);
  }
  if (committed_) {
    for (const CopyFinder::Article& article : new_copies_.articles()) MarkCopiesOf(article);
  }
  new_copies_.clear();
}

void GenerationWriter::MarkCopiesOf(const CopyFinder::Article& article) {
  const std::string_view sketch(article.sketch.data(), article.sketch.size());
  for (const std::string& band : BandTerms(sketch)) {
    const std::string term = std::string(kSketchPrefix) + band;
    const auto end = committed_->postlist_end(term);
    for (auto other = committed_->postlist_begin(term); other != end; ++other) {
      if (*other == article.number) continue;  // as it was before
      if (!MayBeCopies(sketch, committed_->get_document(*other).get_value(kSketchSlot))) continue;
      for (const Xapian::docid number : {article.number, *other}) {
        database_->set_metadata(CopiedKey(number), kCopied);
      }
    }
  }
}

void GenerationWriter::CommitBatch() {
  if (bulk_) {
    if (bulk_->waiting_bytes() > options_.bulk_waiting_bytes) Settle();
    return;
  }
  const bool late = !is_new_ && Clock::now() - last_commit_ > kLongestBatch;
  if (batch_bytes_ >= options_.batch_bytes || (late && batch_bytes_ > 0)) Commit();
}

void GenerationWriter::Commit() {
  Settle();
  if (!database_) return;
  if (before_commit_) before_commit_();
  RequireSpace(directory_.path(), kLeastFreeBytes + kDiskBytesPerByte * batch_bytes_,
               "what is to be written next");
  Guarded("commit to", [&] {
    WriteForms();
    MarkCopies();
    database_->commit();
    // Xapian does not flush the folder in which it has renamed its root: were the rename lost, the
    // next commit would have used blocks again of which the old root knows.
    if (!is_new_) SyncEntries(folder_);
    batch_bytes_ = 0;
    last_commit_ = Clock::now();
    articles_ = database_->get_doccount();
    // A reader survives one commit of the writer, not two.
    if (committed_) {
      committed_->reopen();
    } else {
      committed_.emplace(folder_);
    }
    changed_.clear();
  });
}

void GenerationWriter::Finish() {
  if (options_.dry_run) {
    if (options_.rebuild) RefuseLoss(never_added_);
    return;
  }
  Commit();
  const bool written = database_ != nullptr;
  if (written) {
    Guarded("close", [&] {
      committed_.reset();
      database_->close();
      database_.reset();
    });
  }
  if (is_new_) {
    if (articles_ > 0) PublishNew();
  } else if (written || !HasChecksums(folder_)) {
    if (was_interrupted_ || !written) VerifyGeneration(folder_, articles_);
    WriteChecksums(folder_, articles_);
  }
}

// What the disk has done to the tables must not be written on, and then be vouched for.
void GenerationWriter::RefuseDamage() {
  const ChecksumReport report = VerifyChecksums(folder_);
  was_interrupted_ = !report.found;
  if (report.damage.empty()) return;
  throw Fatal(ExitCode::kDamaged, folder_ + ": " + report.damage.front() + "; nothing was written",
              "indexer --check --db " + directory_.path() + " tells more");
}

void GenerationWriter::PublishNew() {
  RefuseLoss(articles_);
  try {
    VerifyGeneration(folder_, articles_);
  } catch (const Fatal& error) {
    // It is not the database that is damaged.
    throw Fatal(ExitCode::kIoError, std::string("the new generation failed: ") + error.what(),
                "the disk or the memory may be at fault; the database is as it was");
  }
  WriteChecksums(folder_, articles_);
  directory_.Publish(generation_);
}

void GenerationWriter::RefuseLoss(std::uint64_t after) const {
  const std::uint64_t before = live_ ? ArticlesIn(directory_.GenerationPath(*live_)) : 0;
  if (!IsLoss(before, before - std::min(before, after), options_.max_removed_percent)) return;
  throw Fatal(ExitCode::kRefused,
              "nothing was done: of the " + GroupDigits(before) +
                  " articles in the database the new one would have only " + GroupDigits(after),
              "if that is right, add --allow-removal");
}

}  // namespace warta
