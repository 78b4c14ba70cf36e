#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/readers/byte_stream.h"

namespace warta {

/// A string as a stream, in blocks of a size, and with a fault at its end where one is wanted.
class StringStream : public ByteStream {
 public:
  explicit StringStream(std::string bytes, std::size_t block = 1U << 20U, std::string fault = {})
      : bytes_(std::move(bytes)), block_(block), fault_(std::move(fault)) {}

  Result<std::string_view> Next() override {
    const std::string_view next = std::string_view(bytes_).substr(at_, block_);
    at_ += next.size();
    if (next.empty() && !fault_.empty()) return Error{fault_};
    return next;
  }

 private:
  std::string bytes_;
  std::size_t block_;
  std::string fault_;
  std::size_t at_ = 0;
};

}  // namespace warta
