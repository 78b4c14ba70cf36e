#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/readers/byte_stream.h"

namespace warta {

/// What a reader reads: a stream of bytes that can be looked ahead into and read by lines. Holds one
/// block in memory, and as much as was looked ahead.
class Input {
 public:
  /// REQUIRES: the stream outlives the input.
  explicit Input(ByteStream& stream) : stream_(stream) {}

  /// The next bytes without taking them: at least `wanted`, fewer only before the end or a fault,
  /// which fails when nothing stands before it. Valid until the next call of anything.
  Result<std::string_view> Peek(std::size_t wanted);

  /// Takes bytes that Peek has shown.
  void Skip(std::size_t count) { at_ += count; }

  /// The next bytes, as many as `limit` unless the stream ends before; empty at the end. Fails, and
  /// takes nothing, when a fault comes first.
  Result<std::string> Read(std::size_t limit);

  enum class Line {
    kRead,  ///< `line` holds the next line without its end ("\n" or "\r\n")
    kLong,  ///< the next line is longer than the limit: passed over, `line` is empty
    kEnd,   ///< no more lines
  };

  /// Reads the next line into `line`.
  Result<Line> ReadLine(std::string& line, std::size_t limit);

 private:
  // Appends a block to buffer_; false at the end.
  Result<bool> Fill();

  ByteStream& stream_;
  bool at_end_ = false;
  std::optional<Error> error_;  // of the stream, met while looking ahead
  std::string buffer_;
  std::size_t at_ = 0;  // start of what was not taken yet in buffer_
};

}  // namespace warta
