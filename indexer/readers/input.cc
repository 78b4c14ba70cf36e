#include "indexer/readers/input.h"

namespace warta {

Result<bool> Input::Fill() {
  if (error_) return *error_;
  if (at_end_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const Result<std::string_view> block = stream_.Next();
  if (!block.ok()) {
    error_ = block.error();
    return *error_;
  }
  at_end_ = block.value().empty();
  buffer_.append(block.value());
  return !at_end_;
}

Result<std::string_view> Input::Peek(std::size_t wanted) {
  while (buffer_.size() - at_ < wanted) {
    const Result<bool> more = Fill();
    if (!more.ok() && buffer_.size() == at_) return more.error();
    if (!more.ok() || !more.value()) break;
  }
  return std::string_view(buffer_).substr(at_);
}

Result<std::string> Input::Read(std::size_t limit) {
  while (buffer_.size() - at_ < limit) {
    const Result<bool> more = Fill();
    if (!more.ok()) return more.error();
    if (!more.value()) break;
  }
  std::string bytes = buffer_.substr(at_, limit);
  Skip(bytes.size());
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
