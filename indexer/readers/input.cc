#include "indexer/readers/input.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

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
  // libarchive does not tell why it cannot open a file.
  const int readable = ::access(path.c_str(), R_OK);
  if (readable != 0) return Error{std::strerror(errno)};
  if (archive_read_open_filename(a, path.c_str(), kBlockSize) != ARCHIVE_OK) return ArchiveError(a);
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(a, &entry);
  if (status != ARCHIVE_OK && status != ARCHIVE_EOF) return ArchiveError(a);
  // After the end that an empty file has in place of a header, libarchive must not be asked for
  // data.
  return Input(std::move(reader), status == ARCHIVE_EOF);
}

Result<bool> Input::Fill() {
  if (at_end_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const void* block = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0;
  const int status = archive_read_data_block(reader_.get(), &block, &size, &offset);
  if (status == ARCHIVE_EOF) {
    at_end_ = true;
    return false;
  }
  if (status < ARCHIVE_WARN) return ArchiveError(reader_.get());
  buffer_.append(static_cast<const char*>(block), size);
  return true;
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
  bool overlong = false;
  std::size_t searched = at_;
  while (true) {
    const std::size_t end = buffer_.find('\n', searched);
    if (end != std::string::npos) {
      line.assign(buffer_, at_, end - at_);
      at_ = end + 1;
      break;
    }
    // A carriage return may still turn out to belong to the line's end.
    if (buffer_.size() - at_ > limit + 1) {
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
  if (line.ends_with('\r')) line.pop_back();
  if (!overlong && line.size() <= limit) return Line::kRead;
  line.clear();
  return Line::kLong;
}

}  // namespace warta
