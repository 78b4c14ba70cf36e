#include "indexer/readers/json_scanner.h"

#include <algorithm>
#include <utility>

namespace warta {
namespace {

constexpr std::size_t kMaxDepth = 256;

bool IsJsonSpace(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// The first byte from `at` on that can change where the scanner stands.
std::size_t FindMark(std::string_view bytes, std::size_t at, bool in_string, bool between) {
  const auto is_mark = [=](char c) {
    if (in_string) return c == '"' || c == '\\';
    if (c == '"' || c == '{' || c == '}' || c == '[' || c == ']') return true;
    return between && !IsJsonSpace(c) && c != ',';
  };
  while (at < bytes.size() && !is_mark(bytes[at])) ++at;
  return at;
}

}  // namespace

bool JsonScanner::IsRecordPlace() const {
  if (open_.empty()) return !wrapped_;
  return open_.back() == '[' && (wrapped_ || open_.find('{') == std::string::npos);
}

// Outside every bracket only commas and spaces may stand. That `{"a": 1] ` is no JSON is for the
// parser of the record to find, unless it goes on until nothing is open.
JsonScanner::Step JsonScanner::Take(char c) {
  if (c == '{' || c == '[') {
    if (c == '{' && !in_record_ && IsRecordPlace()) {
      in_record_ = true;
      record_depth_ = open_.size();
    }
    if (open_.size() >= kMaxDepth) return Step::kFault;
    open_.push_back(c);
    return Step::kGoOn;
  }
  if (c == '}' || c == ']') {
    if (open_.empty()) return Step::kFault;
    open_.pop_back();
    if (in_record_ && open_.size() == record_depth_) {
      in_record_ = false;
      return std::exchange(overlong_, false) ? Step::kOverlong : Step::kRecord;
    }
    if (open_.empty()) wrapped_ = false;
    return Step::kGoOn;
  }
  return open_.empty() ? Step::kFault : Step::kGoOn;
}

void JsonScanner::Keep(std::string_view bytes) {
  if (!in_record_ || overlong_) return;
  record_.append(bytes);
}

// Begins again with the object that is too large for a record, now looking for records in it.
void JsonScanner::Wrap() {
  record_.append(again_, again_at_);
  again_ = std::exchange(record_, {});
  again_at_ = 0;
  open_.clear();
  in_record_ = in_string_ = false;
  wrapped_ = true;
}

JsonScanner::Step JsonScanner::Scan(std::string_view bytes, std::size_t& used) {
  std::size_t at = 0;
  const auto go_to = [&](std::size_t next) {
    Keep(bytes.substr(at, next - at));
    at = next;
  };
  while (at < bytes.size()) {
    go_to(FindMark(bytes, at, in_string_, open_.empty()));
    if (at == bytes.size()) break;
    const char c = bytes[at];
    if (in_string_ && c == '\\') {
      // What is escaped may stand in the next block.
      if (at + 1 == bytes.size()) break;
      go_to(at + 2);
      continue;
    }
    if (c == '"' && (in_string_ || !open_.empty())) {
      in_string_ = !in_string_;
      go_to(at + 1);
      continue;
    }
    const bool was_in_record = in_record_;
    const Step step = Take(c);
    if (in_record_ || was_in_record) record_.append(overlong_ ? 0 : 1, c);
    ++at;
    if (step != Step::kGoOn) {
      used = at;
      return step;
    }
    if (record_.size() > limit_) break;
  }
  used = at;
  return Step::kGoOn;
}

Result<std::optional<JsonScanner::Piece>> JsonScanner::Next() {
  record_.clear();
  while (true) {
    const bool again = again_at_ < again_.size();
    std::string_view bytes = std::string_view(again_).substr(again_at_);
    if (!again) {
      // Two bytes, for an escape must not be torn apart.
      const Result<std::string_view> next = input_.Peek(2);
      if (!next.ok()) return next.error();
      bytes = next.value();
    }
    if (bytes.empty()) {
      if (open_.empty()) return std::optional<Piece>();
      open_.clear();
      return Error{"ends in the midst of a record"};
    }
    std::size_t used = 0;
    const Step step = Scan(bytes, used);
    // A backslash at the very end.
    if (used == 0 && step == Step::kGoOn) used = bytes.size();
    again ? void(again_at_ += used) : input_.Skip(used);
    if (step == Step::kFault) return Error{"is not valid JSON"};
    if (step == Step::kOverlong) return std::optional(Piece{{}, true});
    if (record_.size() > limit_) {
      if (record_depth_ == 0) {
        Wrap();
      } else if (step == Step::kRecord) {
        return std::optional(Piece{{}, true});
      } else {
        record_.clear();
        overlong_ = true;
      }
    } else if (step == Step::kRecord) {
      return std::optional(Piece{std::exchange(record_, {})});
    }
  }
}

}  // namespace warta
