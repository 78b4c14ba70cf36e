#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace warta {

/// How fast something goes, with what is long past counting less and less.
class SmoothedRate {
 public:
  /// So much was done in the seconds that follow those of before.
  void Add(double amount, double seconds);

  /// A second; 0 before anything is known.
  double PerSecond() const { return seconds_ > 0 ? amount_ / seconds_ : 0; }

 private:
  double amount_ = 0;  // both fade in the same way
  double seconds_ = 0;
};

/// How far a run has come.
struct RunProgress {
  std::string phase;              ///< what is done now, in words; empty: reading
  std::uint64_t total_bytes = 0;  ///< to read; 0: not known
  std::uint64_t done_bytes = 0;
  std::uint64_t articles = 0;
  double seconds = 0;           ///< since reading began
  double bytes_per_second = 0;  ///< smoothed
};

/// The progress in a line that fits into so many columns; what is not important gives way:
///
///     [=======>            ]  41% 12,345 articles, 1,234 a second, 3 minutes left
///     checking: 12,345 articles
///
/// The time left is an estimate, and comes after a few seconds.
std::string ProgressLine(const RunProgress& progress, std::size_t columns);

}  // namespace warta
