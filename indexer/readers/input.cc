#include "indexer/readers/input.h"

#include <algorithm>
#include <utility>

#include <archive.h>
#include <archive_entry.h>

namespace warta {
namespace {

constexpr std::size_t kBlockSize = std::size_t{256} * 1024;

// libarchive reports "(null)" pieces of text for some errors; it always sets something.
Error ArchiveError(archive* a) {
  const char* message = archive_error_string(a);
  return Error{message == nullptr ? "cannot be read" : message};
}

}  // namespace

void Input::Close::operator()(archive* a) const {
  archive_read_free(a);
}

Result<Input> Input::Open(const std::string& path) {
  std::unique_ptr<archive, Close> reader(archive_read_new());
  archive* a = reader.get();
  // Named one by one: "all" would start external programs for some kinds of content.
  archive_read_support_filter_gzip(a);
  archive_read_support_filter_zstd(a);
  archive_read_support_filter_xz(a);
  archive_read_support_filter_bzip2(a);
  archive_read_support_format_raw(a);
  archive_read_support_format_empty(a);
  if (archive_read_open_filename(a, path.c_str(), kBlockSize) != ARCHIVE_OK) return ArchiveError(a);
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(a, &entry);
  if (status != ARCHIVE_OK && status != ARCHIVE_EOF) return ArchiveError(a);
  return Input(std::move(reader));
}

Result<bool> Input::Fill() {
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t before = buffer_.size();
  buffer_.resize(before + kBlockSize);
  const la_ssize_t size = archive_read_data(reader_.get(), buffer_.data() + before, kBlockSize);
  buffer_.resize(before + static_cast<std::size_t>(std::max<la_ssize_t>(size, 0)));
  if (size < 0) return ArchiveError(reader_.get());
  return size > 0;
}

Result<std::string> Input::Read(std::size_t limit) {
  while (buffer_.size() - at_ < limit) {
    const Result<bool> more = Fill();
    if (!more.ok()) return more.error();
    if (!more.value()) break;
  }
  std::string bytes = buffer_.substr(at_, limit);
  at_ += bytes.size();
  return bytes;
}

Result<Input::Line> Input::ReadLine(std::string& line, std::size_t limit) {
  line.clear();
  std::size_t searched = at_;
  bool overlong = false;
  while (true) {
    const std::size_t end = buffer_.find('\n', searched);
    if (end != std::string::npos) {
      if (!overlong && end - at_ <= limit) line.assign(buffer_, at_, end - at_);
      overlong = overlong || end - at_ > limit;
      at_ = end + 1;
      break;
    }
    if (buffer_.size() - at_ > limit) {
      overlong = true;
      at_ = buffer_.size();
    }
    const std::size_t kept = buffer_.size() - at_;
    const Result<bool> more = Fill();
    if (!more.ok()) return more.error();
    searched = at_ + kept;
    if (more.value()) continue;
    if (kept == 0 && !overlong) return Line::kEnd;
    line.assign(buffer_, at_);
    at_ = buffer_.size();
    break;
  }
  if (overlong) {
    line.clear();
    return Line::kLong;
  }
  if (line.ends_with('\r')) line.pop_back();
  return Line::kRead;
}

}  // namespace warta
