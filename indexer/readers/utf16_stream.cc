#include "indexer/readers/utf16_stream.h"

#include "common/text/utf8.h"

namespace warta {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kBlockSize = std::size_t{64} * 1024;

}  // namespace

std::optional<Utf16Stream::Order> Utf16Stream::OrderOf(std::string_view head) {
  using namespace std::string_view_literals;
  // With two NULs behind it, the mark would be that of UTF-32.
  if (head.starts_with("\xFF\xFE"sv) && !head.starts_with("\xFF\xFE\0\0"sv)) return Order::kLittle;
  if (head.starts_with("\xFE\xFF"sv)) return Order::kBig;
  return std::nullopt;
}

void Utf16Stream::Append(unsigned unit) {
  const bool is_low = unit >= 0xDC00 && unit < 0xE000;
  if (high_ && is_low) {
    AppendUtf8(0x10000 + ((*high_ - 0xD800) << 10U) + (unit - 0xDC00), text_);
    high_.reset();
    return;
  }
  if (high_) AppendUtf8(kReplacement, text_);
  high_.reset();
  if (unit >= 0xD800 && unit < 0xDC00) {
    high_ = unit;
  } else {
    AppendUtf8(is_low ? kReplacement : static_cast<char32_t>(unit), text_);
  }
}

Result<std::string_view> Utf16Stream::Next() {
  text_.clear();
  while (text_.empty() && !at_end_) {
    const Result<std::string> next = bytes_.Read(kBlockSize);
    if (!next.ok()) return next.error();
    at_end_ = next.value().empty();
    for (const char c : next.value()) {
      if (!half_) {
        half_ = c;
        continue;
      }
      const unsigned first = static_cast<unsigned char>(*half_);
      const unsigned second = static_cast<unsigned char>(c);
      half_.reset();
      Append(order_ == Order::kLittle ? first | (second << 8U) : (first << 8U) | second);
    }
    if (at_end_ && (half_ || high_)) AppendUtf8(kReplacement, text_);
  }
  return std::string_view(text_);
}

}  // namespace warta
