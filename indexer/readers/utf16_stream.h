#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/byte_stream.h"
#include "indexer/readers/input.h"

namespace warta {

/// UTF-16, which programs of Windows export, as UTF-8, so that no reader needs to know of it. Halves
/// of surrogate pairs and half a unit at the end become U+FFFD.
class Utf16Stream : public ByteStream {
 public:
  /// Whether bytes are UTF-16, by the mark at their start; none when there is no such mark.
  enum class Order { kLittle, kBig };
  static std::optional<Order> OrderOf(std::string_view head);

  /// REQUIRES: the bytes outlive the stream.
  Utf16Stream(Input& bytes, Order order) : bytes_(bytes), order_(order) {}

  Result<std::string_view> Next() override;

 private:
  void Append(unsigned unit);

  Input& bytes_;
  Order order_;
  std::optional<char> half_;      // of a unit torn apart by the end of a block
  std::optional<unsigned> high_;  // of a pair
  bool at_end_ = false;
  std::string text_;
};

}  // namespace warta
