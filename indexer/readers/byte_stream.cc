#include "indexer/readers/byte_stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace warta {
namespace {

constexpr std::size_t kBlockSize = std::size_t{256} * 1024;

}  // namespace

// Not to wait where a pipe has taken the place of the file since it was found.
FileStream::FileStream(const std::string& path)
    : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
  struct stat status = {};
  if (fd_ < 0 || ::fstat(fd_, &status) != 0) {
    open_error_ = errno;
  } else {
    size_ = static_cast<std::size_t>(status.st_size);
  }
}

FileStream::~FileStream() {
  if (fd_ >= 0) ::close(fd_);
}

Result<std::string_view> FileStream::Next() {
  if (open_error_ != 0) return Error{std::strerror(open_error_)};
  // Most articles are small: no more memory than the file needs, and one byte to see its end.
  block_.resize(std::clamp<std::size_t>(size_ + 1, 1, kBlockSize));
  ssize_t count = 0;
  do {
    count = ::read(fd_, block_.data(), block_.size());
  } while (count < 0 && errno == EINTR);
  if (count < 0) return Error{std::strerror(errno)};
  return std::string_view(block_).substr(0, static_cast<std::size_t>(count));
}

}  // namespace warta
