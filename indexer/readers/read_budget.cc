#include "indexer/readers/read_budget.h"

#include <algorithm>
#include <string>

#include "common/stop_signal.h"

namespace warta {

ReadBudget::ReadBudget(const ReadLimits& limits, std::uint64_t file_bytes)
    : limits_(limits), start_(Clock::now()) {
  // The ratio of a file so large that the product overflows is never the limit that counts.
  const std::uint64_t by_ratio = file_bytes > limits.expanded_bytes / limits.ratio
                                     ? limits.expanded_bytes
                                     : file_bytes * limits.ratio + limits.ratio_free_bytes;
  most_bytes_ = std::min(limits.expanded_bytes, by_ratio);
}

std::optional<Error> ReadBudget::SpendBytes(std::uint64_t bytes) {
  bytes_ += bytes;
  if (bytes_ > most_bytes_) {
    return Error{"expands to more than " + std::to_string(most_bytes_ >> 20) +
                 " MiB, which no archive of articles of this size does"};
  }
  return CheckTime();
}

std::optional<Error> ReadBudget::SpendMember() {
  if (++members_ <= limits_.members) return std::nullopt;
  return Error{"holds more than " + std::to_string(limits_.members) + " files"};
}

std::optional<Error> ReadBudget::CheckDepth(int depth) const {
  if (depth <= limits_.depth) return std::nullopt;
  return Error{"is packed more than " + std::to_string(limits_.depth) + " times"};
}

std::optional<Error> ReadBudget::CheckTime() {
  if (StopSignal() != 0) return Error{"given up, for the program is to stop"};
  const auto spent =
      std::chrono::duration_cast<std::chrono::milliseconds>(spent_ + (Clock::now() - start_));
  const auto most =
      limits_.time + std::chrono::milliseconds(bytes_ * 1000 / limits_.bytes_per_second);
  if (spent <= most) return std::nullopt;
  return Error{"takes too long to read: given up after " + std::to_string(spent.count() / 1000) +
               " s"};
}

ReadBudget::Pause::Pause(ReadBudget& budget) : budget_(budget) {
  budget_.spent_ += Clock::now() - budget_.start_;
}

ReadBudget::Pause::~Pause() {
  budget_.start_ = Clock::now();
}

}  // namespace warta
