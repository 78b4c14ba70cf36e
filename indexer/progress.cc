#include "indexer/progress.h"

#include <iostream>

#include "common/group_digits.h"

namespace warta {
namespace {

constexpr std::chrono::milliseconds kInterval(100);
constexpr std::string_view kEraseLine = "\r\x1b[K";

}  // namespace

Progress::Progress(bool enabled)
    : enabled_(enabled), start_(std::chrono::steady_clock::now()), last_draw_(start_) {}

Progress::~Progress() {
  Erase();
}

void Progress::Article() {
  ++articles_;
  if (!enabled_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_draw_ < kInterval) return;
  last_draw_ = now;
  Draw();
}

void Progress::Message(std::string_view line) {
  Erase();
  std::cerr << line << '\n';
}

void Progress::Draw() {
  const std::chrono::duration<double> elapsed = last_draw_ - start_;
  std::cerr << kEraseLine << GroupDigits(articles_) << " articles, "
            << GroupDigits(
                   static_cast<std::uint64_t>(static_cast<double>(articles_) / elapsed.count()))
            << " a second" << std::flush;
  drawn_ = true;
}

void Progress::Erase() {
  if (!drawn_) return;
  std::cerr << kEraseLine << std::flush;
  drawn_ = false;
}

}  // namespace warta
