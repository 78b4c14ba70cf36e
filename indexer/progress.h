#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/progress_line.h"

namespace warta {

/// One line of progress on stderr that is overwritten in place and gone at the end. Only for a
/// person who watches: everything is a no-op unless enabled.
class Progress {
 public:
  explicit Progress(bool enabled);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// What is done now, in words: "looking for files". Empty: reading.
  void Phase(std::string_view text);

  /// Reading begins, and there is so much to read.
  void SetTotal(std::uint64_t bytes);

  /// So much more of it was read.
  void Advance(std::uint64_t bytes);

  /// One more article was handled.
  void Article();

  /// Prints a line of its own on stderr, above the progress. Works when not enabled too.
  void Message(std::string_view line);

 private:
  using Clock = std::chrono::steady_clock;

  // Draws, but not more than ten times a second.
  void Tick();
  void Draw();
  void Erase();

  bool enabled_;
  bool drawn_ = false;
  RunProgress state_;
  SmoothedRate rate_;
  std::uint64_t rated_bytes_ = 0;  // of state_.done_bytes, those that rate_ knows
  Clock::time_point start_;
  Clock::time_point last_draw_;
};

}  // namespace warta
