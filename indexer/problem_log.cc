#include "indexer/problem_log.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "common/group_digits.h"

namespace warta {
namespace {

// A file with more is broken as a whole; a mail of thousands of lines helps nobody.
constexpr std::size_t kMostNamed = 100;

// The place below the file, as compilers show one.
std::string Described(const Problem& problem) {
  std::string text = problem.member.empty() ? "" : '/' + problem.member;
  if (problem.line > 0) text += ':' + std::to_string(problem.line);
  return text + ": " + problem.message + (problem.skipped ? ": skipped" : "");
}

}  // namespace

ProblemLog::ProblemLog(std::function<void(const std::string&)> say, bool verbose, bool quiet)
    : say_(std::move(say)), verbose_(verbose), quiet_(quiet) {}

void ProblemLog::Begin(FileRecord known) {
  known_ = std::move(known);
  found_ = {};
  unnamed_ = 0;
  unread_ = 0;
  unreadable_ = false;
}

void ProblemLog::Report(const Problem& problem) {
  const bool whole = problem.line == 0;
  if (problem.skipped) {
    unread_ = whole || unread_ == std::numeric_limits<std::uint64_t>::max()
                  ? std::numeric_limits<std::uint64_t>::max()
                  : unread_ + 1;
  }
  unreadable_ = unreadable_ || problem.unreadable;
  const std::string text = Described(problem);
  const bool known = IsKnown(problem, text);
  if (found_.problems.size() + found_.remarks.size() >= kMostNamed) {
    if (problem.skipped && known_.problems.size() < kMostNamed) ++skipped_;
    ++unnamed_;
    return;
  }
  if (problem.skipped && !known) ++skipped_;
  (problem.skipped ? found_.problems : found_.remarks).push_back(text);
  const bool worth_it = problem.skipped || !quiet_;
  if (worth_it && (!known || verbose_)) say_(problem.path + text);
}

bool ProblemLog::IsKnown(const Problem& problem, const std::string& text) const {
  const std::vector<std::string>& list = problem.skipped ? known_.problems : known_.remarks;
  return std::find(list.begin(), list.end(), text) != list.end();
}

void ProblemLog::End(FileRecord& record) {
  if (unnamed_ > 0) {
    const std::string text = ": and " + GroupDigits(unnamed_) + " more problems";
    if (std::find(known_.problems.begin(), known_.problems.end(), text) == known_.problems.end()) {
      say_(record.path + text);
    }
    found_.problems.push_back(text);
  }
  record.problems = std::move(found_.problems);
  record.remarks = std::move(found_.remarks);
}

}  // namespace warta
