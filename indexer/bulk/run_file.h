#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/output_file.h"

namespace warta {

/// The postings of a term in a run, or in several.
struct TermPostings {
  std::string term;
  std::uint32_t documents = 0;
  std::uint32_t occurrences = 0;
  std::uint32_t parts = 0;  ///< in which the postings come
};

/// Writes a run: a work file of terms, ascending, with their postings, for what memory has no room
/// for. Fatal (kIoError) when it cannot be written.
class RunWriter {
 public:
  explicit RunWriter(const std::string& path) : file_(path) {}

  /// Begins a term. `parts` calls of AddPart follow.
  void Begin(std::string_view term, std::uint32_t documents, std::uint32_t occurrences,
             std::uint32_t parts);
  void AddPart(std::string_view postings);

  void Finish() { file_.Close(); }

 private:
  OutputFile file_;
  std::string bytes_;
};

/// Reads a run from begin to end. Fatal (kIoError) when it cannot be read, or ends too early.
class RunReader {
 public:
  explicit RunReader(std::string path);
  ~RunReader();
  RunReader(const RunReader&) = delete;
  RunReader& operator=(const RunReader&) = delete;

  /// Whether there was another term, which `current` then is. REQUIRES: all parts of the one before have
  /// been taken.
  bool Next();
  const TermPostings& current() const { return current_; }

  /// The next part of the current term's postings; good until the next call.
  std::string_view TakePart();

 private:
  // Whether there is another byte, which `rest_` then begins with.
  bool Fill();
  std::uint64_t ReadUint();
  void ReadText(std::string& text);
  [[noreturn]] void Fail() const;

  std::string path_;
  int file_ = -1;
  std::unique_ptr<char[]> buffer_;
  std::string_view rest_;  // of what is in it
  TermPostings current_;
  std::string part_;
};

/// Reads several runs as if they were one: the postings of a term from one after the other.
class RunMerge {
 public:
  /// `paths`: of the runs, in the order in which postings are wanted.
  explicit RunMerge(const std::vector<std::string>& paths);
  RunMerge(const RunMerge&) = delete;
  RunMerge& operator=(const RunMerge&) = delete;

  /// As of a single run.
  bool Next();
  const TermPostings& current() const { return current_; }

  /// Calls `each` with all parts of the current term's postings.
  template <class Each>
  void TakeParts(const Each& each) {
    for (const std::size_t run : at_current_) {
      for (std::uint32_t i = 0; i < runs_[run]->current().parts; ++i) each(runs_[run]->TakePart());
    }
  }

 private:
  using Runs = std::vector<std::unique_ptr<RunReader>>;

  // Whether the one run's term comes behind the other's; of equal ones, the later run.
  struct Later {
    const Runs& runs;
    bool operator()(std::size_t a, std::size_t b) const {
      const int order = runs[a]->current().term.compare(runs[b]->current().term);
      return order != 0 ? order > 0 : a > b;
    }
  };

  void Advance(std::size_t run);

  Runs runs_;
  Later later_{runs_};
  std::vector<std::size_t> heap_;        // runs that have not ended, the lowest term first
  std::vector<std::size_t> at_current_;  // those that stand still at the current term
  TermPostings current_;
};

}  // namespace warta
