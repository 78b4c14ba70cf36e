#include "indexer/bulk/bulk_builder.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include <xapian.h>

#include "common/exit_code.h"
#include "common/fatal.h"
#include "indexer/bulk/document_tags.h"
#include "indexer/bulk/glass_pack.h"
#include "indexer/bulk/glass_version.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMetadataKey("\0\xC0", 2);

// Of the memory, a part of so many is for documents that wait to be inverted: dozens of usual ones.
constexpr std::size_t kQueueShare = 32;

// The length of a synonym is stored so: it then often is a small letter, which compresses better.
constexpr unsigned char kSynonymLengthMask = 96;

std::string MakeFolder(std::string path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) throw Fatal(ExitCode::kIoError, "cannot create " + path + ": " + error.message());
  return path;
}

std::uint64_t CountPostings(const Xapian::Database& database) {
  std::uint64_t postings = 0;
  const auto end = database.allterms_end();
  for (auto term = database.allterms_begin(); term != end; ++term) postings += term.get_termfreq();
  return postings;
}

// What differs between what was put in and what has come out; empty: nothing.
std::string Difference(const glass::Inverter& in, bool has_positions, const Xapian::Database& out) {
  const glass::Statistics& statistics = in.statistics();
  const auto differ = [](const char* what, std::uint64_t a, std::uint64_t b) {
    return a == b ? std::string()
                  : std::to_string(b) + ' ' + what + " instead of " + std::to_string(a);
  };
  const std::string found[] = {
      differ("documents", statistics.documents, out.get_doccount()),
      differ("as last document", statistics.last_document, out.get_lastdocid()),
      differ("words", statistics.total_length, out.get_total_length()),
      differ("as shortest length", statistics.shortest, out.get_doclength_lower_bound()),
      differ("as greatest length", statistics.longest, out.get_doclength_upper_bound()),
      differ("for having positions", has_positions ? 1 : 0, out.has_positions() ? 1 : 0),
      differ("postings", in.postings(), CountPostings(out)),
  };
  for (const std::string& one : found) {
    if (!one.empty()) return one;
  }
  return {};
}

}  // namespace

bool BulkBuilder::IsPossible() {
  return Xapian::major_version() == 1 && Xapian::minor_version() == 4;
}

BulkBuilder::BulkBuilder(std::string folder, std::size_t memory_bytes)
    : folder_(MakeFolder(std::move(folder))),
      work_(MakeFolder(folder_ + "/runs")),
      posting_bytes_(memory_bytes - memory_bytes / kQueueShare),
      docdata_(folder_, glass::kTableKinds[glass::kDocdata]),
      termlist_(folder_, glass::kTableKinds[glass::kTermlist]),
      postlist_(folder_, glass::kTableKinds[glass::kPostlist]),
      positions_(folder_, glass::kTableKinds[glass::kPosition]),
      synonyms_(folder_, glass::kTableKinds[glass::kSynonym]),
      inverter_(work_) {
  inputs_.emplace([this](const Input& input) { Write(input); }, memory_bytes / kQueueShare);
}

BulkBuilder::~BulkBuilder() {
  inputs_.reset();
  std::error_code ignored;
  fs::remove_all(work_, ignored);
}

std::uint32_t BulkBuilder::Add(Document document, std::string data) {
  const std::size_t bytes = BytesOf(document) + data.capacity();
  const std::uint32_t skipped = std::exchange(skipped_, 0);
  inputs_->Put({std::move(document), std::move(data), skipped}, bytes);
  last_number_ += skipped + 1;
  return last_number_;
}

void BulkBuilder::Write(const Input& input) {
  const auto& [document, data, skipped] = input;
  inverter_.Skip(skipped);
  if (inverter_.bytes() > posting_bytes_) inverter_.Spill();
  const std::uint32_t length = inverter_.Add(document);
  const std::uint32_t number = inverter_.statistics().last_document;
  std::string key;
  glass::PackSortableUint(key, number);
  if (!data.empty()) docdata_.Add(key, data);
  termlist_.Add(key, glass::TermListTag(document.terms, length));
  if (!document.values.empty()) {
    key += '\0';
    termlist_.Add(key, glass::SlotsTag(document.values));
  }
}

void BulkBuilder::SetMetadata(const std::string& key, const std::string& value) {
  if (value.empty()) {
    metadata_.erase(key);
  } else {
    metadata_[key] = value;
  }
}

std::string BulkBuilder::Metadata(const std::string& key) const {
  const auto found = metadata_.find(key);
  return found == metadata_.end() ? std::string() : found->second;
}

void BulkBuilder::AddSynonym(std::string_view term, std::string_view synonym) {
  forms_.push_back({std::string(term), std::string(synonym)});
}

void BulkBuilder::WriteMetadata() {
  for (const auto& [key, value] : metadata_) {
    postlist_.Add(std::string(kMetadataKey) + key, value);
  }
}

void BulkBuilder::WriteSynonyms() {
  std::sort(forms_.begin(), forms_.end());
  forms_.erase(std::unique(forms_.begin(), forms_.end()), forms_.end());
  std::string tag;
  for (auto form = forms_.begin(); form != forms_.end();) {
    const std::string& term = form->stem;
    tag.clear();
    for (; form != forms_.end() && form->stem == term; ++form) {
      tag += static_cast<char>(form->form.size() ^ kSynonymLengthMask);
      tag += form->form;
    }
    synonyms_.Add(term, tag);
  }
}

std::optional<Error> BulkBuilder::Finish() {
  inputs_->Finish();
  WriteMetadata();
  inverter_.Write(postlist_, positions_);
  WriteSynonyms();
  std::array<glass::TableRoot, glass::kTables> roots;
  roots[glass::kPostlist] = postlist_.Finish();
  roots[glass::kDocdata] = docdata_.Finish();
  roots[glass::kTermlist] = termlist_.Finish();
  roots[glass::kPosition] = positions_.Finish();
  roots[glass::kSynonym] = synonyms_.Finish();
  glass::WriteVersionFile(folder_, roots, inverter_.statistics());
  std::error_code ignored;
  fs::remove_all(work_, ignored);
  try {
    const bool has_positions = roots[glass::kPosition].items > 0;
    const std::string difference = Difference(inverter_, has_positions, Xapian::Database(folder_));
    if (!difference.empty()) return Error{folder_ + " has " + difference};
  } catch (const Xapian::Error& error) {
    return Error{"cannot read " + folder_ + ": " + error.get_description()};
  }
  return std::nullopt;
}

}  // namespace warta
