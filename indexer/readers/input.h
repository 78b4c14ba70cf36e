#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "common/result.h"

struct archive;

namespace warta {

/// The bytes of a file from front to back, decompressed when it is gzip, zstd, xz or bzip2 (told by
/// content, not by name). Holds one block in memory, whatever the file's size.
class Input {
 public:
  static Result<Input> Open(const std::string& path);

  /// The next bytes, at most `limit`; empty at the end of the file.
  Result<std::string> Read(std::size_t limit);

  enum class Line {
    kRead,  ///< `line` holds the next line without its end ("\n" or "\r\n")
    kLong,  ///< the next line is longer than the limit: passed over, `line` is empty
    kEnd,   ///< no more lines
  };

  /// Reads the next line into `line`.
  Result<Line> ReadLine(std::string& line, std::size_t limit);

 private:
  struct Close {
    void operator()(archive* a) const;
  };
  Input(std::unique_ptr<archive, Close> reader, bool at_end)
      : reader_(std::move(reader)), at_end_(at_end) {}

  // Appends a block to buffer_; false at the end.
  Result<bool> Fill();

  std::unique_ptr<archive, Close> reader_;
  bool at_end_;
  std::string buffer_;
  std::size_t at_ = 0;  // start of what was not handed out yet in buffer_
};

}  // namespace warta
