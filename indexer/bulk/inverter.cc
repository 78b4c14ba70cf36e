#include "indexer/bulk/inverter.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

#include "common/background_task.h"
#include "indexer/bulk/glass_pack.h"
#include "indexer/bulk/interpolative.h"
#include "indexer/bulk/posting_list.h"
#include "indexer/bulk/run_file.h"

namespace warta::glass {
namespace {

// So many runs become one before there are more: each is a file that is open while they are merged,
// and a process has 1,024 as a rule.
constexpr std::size_t kMostRuns = 64;

// What a short std::string holds without allocating.
const std::size_t kInPlace = std::string().capacity();

std::size_t Allocated(const std::string& bytes) {
  return bytes.capacity() > kInPlace ? bytes.capacity() + 1 : 0;
}

// A posting of those that were appended to the term.
struct Posting {
  std::uint32_t document = 0;
  std::uint32_t wdf = 0;
  std::string_view positions;
};

// Takes the one behind `before` from the front of `in`.
Posting TakePosting(std::string_view& in, const Posting& before) {
  Posting posting;
  posting.document = before.document + static_cast<std::uint32_t>(UnpackUint(in));
  posting.wdf = static_cast<std::uint32_t>(UnpackUint(in));
  const auto size = static_cast<std::size_t>(UnpackUint(in));
  posting.positions = in.substr(0, size);
  in.remove_prefix(size);
  return posting;
}

// Writes the postings of one term after the other into their table.
class PostlistWriter {
 public:
  explicit PostlistWriter(TableWriter& table) : table_(table) {}

  void Begin(std::string_view term, std::uint32_t documents, std::uint32_t occurrences) {
    list_.emplace(TermListWriter(table_, term, documents, occurrences));
  }

  void AddPart(std::string_view postings) {
    Posting posting;
    while (!postings.empty()) {
      posting = TakePosting(postings, posting);
      list_->Append(posting.document, posting.wdf);
    }
  }

  void End() { list_->Finish(); }

 private:
  TableWriter& table_;
  std::optional<PostingListWriter> list_;
};

// The same for their positions.
class PositionsWriter {
 public:
  explicit PositionsWriter(TableWriter& table) : table_(table) {}

  void Begin(std::string_view term, std::uint32_t /*documents*/, std::uint32_t /*occurrences*/) {
    key_.clear();
    PackSortableText(key_, term);
    key_ += '\0';
    prefix_ = key_.size();
  }

  void AddPart(std::string_view postings) {
    Posting posting;
    while (!postings.empty()) {
      posting = TakePosting(postings, posting);
      if (posting.positions.empty()) continue;
      key_.resize(prefix_);
      PackSortableUint(key_, posting.document);
      table_.Add(key_, posting.positions);
    }
  }

  void End() {}

 private:
  TableWriter& table_;
  std::string key_;
  std::size_t prefix_ = 0;
};

}  // namespace

std::uint32_t Inverter::Add(const Document& document) {
  const auto number = static_cast<std::uint32_t>(lengths_.size() + 1);
  std::uint32_t length = 0;
  names_.clear();
  for (const DocumentTerm& term : document.terms) names_.emplace_back(term.term);
  const std::vector<std::uint32_t>& entries = terms_->NumbersOf(names_);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    AddPosting(document.terms[i], number, terms_->At(entries[i]));
    length += document.terms[i].wdf;
  }
  postings_ += document.terms.size();
  values_.Add(number, document.values);
  lengths_.push_back(length);
  ++statistics_.documents;
  statistics_.last_document = number;
  statistics_.total_length += length;
  statistics_.longest = std::max(statistics_.longest, length);
  if (length > 0 && (statistics_.shortest == 0 || length < statistics_.shortest)) {
    statistics_.shortest = length;
  }
  return length;
}

void Inverter::AddPosting(const DocumentTerm& term, std::uint32_t document,
                          TermTable::Entry& entry) {
  positions_.clear();
  if (!term.positions.empty()) PackPositions(positions_, term.positions);
  posting_bytes_ -= Allocated(entry.bytes);
  PackUint(entry.bytes, document - entry.last_document);
  PackUint(entry.bytes, term.wdf);
  PackText(entry.bytes, positions_);
  posting_bytes_ += Allocated(entry.bytes);
  entry.last_document = document;
  ++entry.documents;
  entry.occurrences += term.wdf;
  statistics_.most_wdf = std::max(statistics_.most_wdf, term.wdf);
}

std::string Inverter::NewRun() {
  return runs_folder_ + '/' + std::to_string(++runs_made_);
}

void Inverter::Spill() {
  if (runs_.size() >= kMostRuns) MergeRuns();
  runs_.push_back(NewRun());
  RunWriter run(runs_.back());
  for (const TermTable::Entry* entry : terms_->Sorted()) {
    run.Begin(entry->term, entry->documents, entry->occurrences, 1);
    run.AddPart(entry->bytes);
  }
  run.Finish();
  terms_ = std::make_unique<TermTable>();
  posting_bytes_ = 0;
}

// Makes one of all runs.
void Inverter::MergeRuns() {
  const std::string merged = NewRun();
  RunWriter run(merged);
  RunMerge merge(runs_);
  while (merge.Next()) {
    const TermPostings& term = merge.current();
    run.Begin(term.term, term.documents, term.occurrences, term.parts);
    merge.TakeParts([&](std::string_view part) { run.AddPart(part); });
  }
  run.Finish();
  std::error_code ignored;
  for (const std::string& path : runs_) std::filesystem::remove(path, ignored);
  runs_ = {merged};
}

void Inverter::Write(TableWriter& postlist, TableWriter& positions) {
  if (!runs_.empty()) Spill();
  BackgroundTask beside([&] { WritePostings(PositionsWriter(positions)); });
  values_.Write(postlist);
  if (statistics_.documents > 0) WriteLengths(postlist);
  WritePostings(PostlistWriter(postlist));
  beside.Wait();
}

template <class Writer>
void Inverter::WritePostings(Writer writer) const {
  if (runs_.empty()) {
    for (const TermTable::Entry* entry : terms_->Sorted()) {
      writer.Begin(entry->term, entry->documents, entry->occurrences);
      writer.AddPart(entry->bytes);
      writer.End();
    }
    return;
  }
  RunMerge merge(runs_);
  while (merge.Next()) {
    const TermPostings& term = merge.current();
    writer.Begin(term.term, term.documents, term.occurrences);
    merge.TakeParts([&](std::string_view part) { writer.AddPart(part); });
    writer.End();
  }
}

void Inverter::WriteLengths(TableWriter& postlist) const {
  PostingListWriter list = LengthListWriter(postlist);
  std::uint32_t document = 1;
  for (const std::uint32_t length : lengths_) {
    if (length != kNoDocument) list.Append(document, length);
    ++document;
  }
  list.Finish();
}

}  // namespace warta::glass
