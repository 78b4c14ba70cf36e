#include "indexer/bulk/run_file.h"

#include <algorithm>
#include <utility>

#include "common/exit_code.h"
#include "common/fatal.h"
#include "indexer/bulk/glass_pack.h"

namespace warta {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 17;

}  // namespace

void RunWriter::Begin(std::string_view term, std::uint32_t documents, std::uint32_t occurrences,
                      std::uint32_t parts) {
  bytes_.clear();
  glass::PackText(bytes_, term);
  glass::PackUint(bytes_, documents);
  glass::PackUint(bytes_, occurrences);
  glass::PackUint(bytes_, parts);
  file_.Append(bytes_);
}

void RunWriter::AddPart(std::string_view postings) {
  bytes_.clear();
  glass::PackUint(bytes_, postings.size());
  file_.Append(bytes_);
  file_.Append(postings);
}

RunReader::RunReader(std::string path)
    : path_(std::move(path)), buffer_(std::make_unique<char[]>(kBufferBytes)) {
  file_.rdbuf()->pubsetbuf(buffer_.get(), kBufferBytes);
  file_.open(path_, std::ios::binary);
  if (!file_) Fail();
}

void RunReader::Fail() const {
  throw Fatal(ExitCode::kIoError, "cannot read the work file " + path_);
}

bool RunReader::Next() {
  if (file_.peek() == std::ifstream::traits_type::eof()) {
    if (file_.bad()) Fail();
    return false;
  }
  ReadText(current_.term);
  current_.documents = static_cast<std::uint32_t>(ReadUint());
  current_.occurrences = static_cast<std::uint32_t>(ReadUint());
  current_.parts = static_cast<std::uint32_t>(ReadUint());
  return true;
}

std::string_view RunReader::TakePart() {
  ReadText(part_);
  return part_;
}

std::uint64_t RunReader::ReadUint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const int byte = file_.get();
    if (byte == std::ifstream::traits_type::eof()) Fail();
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
}

void RunReader::ReadText(std::string& text) {
  text.resize(static_cast<std::size_t>(ReadUint()));
  if (!file_.read(text.data(), static_cast<std::streamsize>(text.size()))) Fail();
}

RunMerge::RunMerge(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) runs_.push_back(std::make_unique<RunReader>(path));
  for (std::size_t i = 0; i < runs_.size(); ++i) Advance(i);
}

// Puts the run back among those that have not ended, at its next term.
void RunMerge::Advance(std::size_t run) {
  if (!runs_[run]->Next()) return;
  heap_.push_back(run);
  std::push_heap(heap_.begin(), heap_.end(), later_);
}

bool RunMerge::Next() {
  for (const std::size_t run : std::exchange(at_current_, {})) Advance(run);
  if (heap_.empty()) return false;
  current_ = {runs_[heap_.front()]->current().term, 0, 0, 0};
  while (!heap_.empty() && runs_[heap_.front()]->current().term == current_.term) {
    std::pop_heap(heap_.begin(), heap_.end(), later_);
    const std::size_t run = heap_.back();
    heap_.pop_back();
    const TermPostings& here = runs_[run]->current();
    current_.documents += here.documents;
    current_.occurrences += here.occurrences;
    current_.parts += here.parts;
    at_current_.push_back(run);
  }
  return true;
}

}  // namespace warta
