#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "common/result.h"

namespace warta {

/// What one file may cost, so that a hostile or broken one costs a run no more than itself. An
/// honest file stays far below: text shrinks to a fifth or a tenth of its size, repetitive exports to a fiftieth.
struct ReadLimits {
  std::uint64_t expanded_bytes = std::uint64_t{1} << 40;
  /// Expanded bytes for each byte of the file, beyond the first `ratio_free_bytes`.
  std::uint64_t ratio = 200;
  std::uint64_t ratio_free_bytes = std::uint64_t{64} << 20;
  std::uint64_t members = 10'000'000;
  /// Archives inside each other: 3 is a .gz in a .zip in a .tar.
  int depth = 3;
  /// Time of reading, without what is done with the articles: this long for any file ...
  std::chrono::milliseconds time = std::chrono::seconds(60);
  /// ... and a second more for so many expanded bytes.
  std::uint64_t bytes_per_second = 1'000'000;
};

/// Keeps account of what a file has cost so far. Nothing may be spent any more once the program was
/// asked to stop (common/stop_signal.h). Thread-compatible.
class ReadBudget {
 public:
  ReadBudget(const ReadLimits& limits, std::uint64_t file_bytes);

  /// Each tells of a further expense; the error says which limit it passes. Once over a limit,
  /// every call fails.
  std::optional<Error> SpendBytes(std::uint64_t bytes);
  std::optional<Error> SpendMember();
  std::optional<Error> CheckDepth(int depth) const;
  /// For a reader that computes long without reading.
  std::optional<Error> CheckTime();

  /// Stops the clock while it lives: what is done with an article is not the reader's time.
  class Pause {
   public:
    explicit Pause(ReadBudget& budget);
    ~Pause();
    Pause(const Pause&) = delete;
    Pause& operator=(const Pause&) = delete;

   private:
    ReadBudget& budget_;
  };

 private:
  using Clock = std::chrono::steady_clock;

  ReadLimits limits_;
  std::uint64_t most_bytes_;
  std::uint64_t bytes_ = 0;
  std::uint64_t members_ = 0;
  Clock::time_point start_;
  Clock::duration spent_{};  // before start_
};

}  // namespace warta
