#include "indexer/bulk/run_file.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

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
    : path_(std::move(path)),
      file_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC)),
      buffer_(std::make_unique<char[]>(kBufferBytes)) {
  if (file_ < 0) Fail();
}

RunReader::~RunReader() {
  ::close(file_);
}

void RunReader::Fail() const {
  throw Fatal(ExitCode::kIoError, "cannot read the work file " + path_);
}

bool RunReader::Fill() {
  if (!rest_.empty()) return true;
  ssize_t size = 0;
  do {
    size = ::read(file_, buffer_.get(), kBufferBytes);
  } while (size < 0 && errno == EINTR);
  if (size < 0) Fail();
  rest_ = {buffer_.get(), static_cast<std::size_t>(size)};
  return size > 0;
}

bool RunReader::Next() {
  if (!Fill()) return false;
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
    if (!Fill()) Fail();
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
}

void RunReader::ReadText(std::string& text) {
  auto missing = static_cast<std::size_t>(ReadUint());
  text.clear();
  while (missing > 0) {
    if (!Fill()) Fail();
    const std::string_view piece = rest_.substr(0, missing);
    text += piece;
    rest_.remove_prefix(piece.size());
    missing -= piece.size();
  }
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
