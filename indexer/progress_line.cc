#include "indexer/progress_line.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "common/duration_text.h"
#include "common/group_digits.h"
#include "indexer/quantity.h"

namespace warta {
namespace {

// The share that was read, 0 to 1.
double Share(const RunProgress& progress) {
  const double share =
      static_cast<double>(progress.done_bytes) / static_cast<double>(progress.total_bytes);
  return std::min(share, 1.0);
}

std::string Percent(double share) {
  std::string percent = std::to_string(static_cast<int>(share * 100));
  return std::string(percent.size() < 3 ? 3 - percent.size() : 0, ' ') + percent + '%';
}

std::string Bar(double share, std::size_t columns) {
  const std::size_t inner = columns - 2;
  const auto done = static_cast<std::size_t>(share * static_cast<double>(inner));
  std::string bar = '[' + std::string(done, '=');
  if (done < inner) bar += '>' + std::string(inner - done - 1, ' ');
  return bar + ']';
}

// Empty: not known.
std::string TimeLeft(const RunProgress& progress) {
  constexpr double kSettled = 3;
  constexpr double kMost = 100 * 86400;
  if (progress.seconds < kSettled || progress.bytes_per_second <= 0) return "";
  if (progress.done_bytes >= progress.total_bytes) return "";
  const double left =
      static_cast<double>(progress.total_bytes - progress.done_bytes) / progress.bytes_per_second;
  if (left > kMost) return "";
  return DurationText(std::chrono::seconds(std::llround(std::ceil(left)))) + " left";
}

}  // namespace

void SmoothedRate::Add(double amount, double seconds) {
  constexpr double kMemory = 15;  // seconds, after which something counts a third
  const double fading = std::exp(-seconds / kMemory);
  amount_ = amount_ * fading + amount;
  seconds_ = seconds_ * fading + seconds;
}

std::string ProgressLine(const RunProgress& progress, std::size_t columns) {
  const bool reading = progress.phase.empty();
  const bool measured = reading && progress.total_bytes > 0;
  std::string line;
  if (!reading) line = progress.phase;
  if (measured) line = Percent(Share(progress));
  const auto add = [&](const std::string& text, const char* separator) {
    const std::string more = line.empty() ? text : separator + text;
    if (line.size() + more.size() <= columns) line += more;
  };
  if (reading || progress.articles > 0)
    add(Counted(progress.articles, "article"), measured ? " " : ": ");
  if (reading && progress.seconds > 0) {
    const double rate = static_cast<double>(progress.articles) / progress.seconds;
    add(GroupDigits(static_cast<std::uint64_t>(rate)) + " a second", ", ");
  }
  if (!measured) return line.substr(0, columns);
  if (const std::string left = TimeLeft(progress); !left.empty()) add(left, ", ");
  constexpr std::size_t kShortest = 10;
  constexpr std::size_t kLongest = 20;
  const std::size_t room = columns > line.size() ? columns - line.size() - 1 : 0;
  if (room >= kShortest) line = Bar(Share(progress), std::min(room, kLongest)) + ' ' + line;
  return line.substr(0, columns);
}

}  // namespace warta
