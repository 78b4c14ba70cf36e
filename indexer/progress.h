#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

namespace warta {

/// One line of progress on stderr that is overwritten in place and gone at the end. Only for a
/// person who watches: everything is a no-op unless enabled.
class Progress {
 public:
  explicit Progress(bool enabled);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more article was handled. Draws at most ten times a second.
  void Article();

  /// Prints a line of its own on stderr, above the progress. Works when not enabled too.
  void Message(std::string_view line);

 private:
  void Draw();
  void Erase();

  bool enabled_;
  bool drawn_ = false;
  std::uint64_t articles_ = 0;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_draw_;
};

}  // namespace warta
