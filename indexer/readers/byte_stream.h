#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/result.h"

namespace warta {

/// Bytes from front to back, a block at a time.
class ByteStream {
 public:
  virtual ~ByteStream() = default;

  /// The next bytes, valid until the next call; empty at the end, and after it.
  virtual Result<std::string_view> Next() = 0;
};

/// The bytes of a file as they stand on the disk.
class FileStream : public ByteStream {
 public:
  explicit FileStream(const std::string& path);
  ~FileStream() override;
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  Result<std::string_view> Next() override;

  /// The file's size when it was opened; 0 when it could not be.
  std::size_t size() const { return size_; }

 private:
  int fd_;
  int open_error_ = 0;
  std::size_t size_ = 0;
  std::string block_;
};

}  // namespace warta
