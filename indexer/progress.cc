#include "indexer/progress.h"

#include <iostream>

#include <sys/ioctl.h>
#include <unistd.h>

namespace warta {
namespace {

constexpr std::chrono::milliseconds kInterval(100);
constexpr std::string_view kEraseLine = "\r\x1b[K";

// Of the terminal, but for the last one, behind which some go on in the next line.
std::size_t Columns() {
  constexpr std::size_t kUsual = 80;
  winsize size = {};
  const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return (known ? size.ws_col : kUsual) - 1;
}

}  // namespace

Progress::Progress(bool enabled) : enabled_(enabled), start_(Clock::now()), last_draw_(start_) {}

Progress::~Progress() {
  Erase();
}

void Progress::Phase(std::string_view text) {
  state_.phase = text;
  if (enabled_) Draw();
}

void Progress::SetTotal(std::uint64_t bytes) {
  state_.phase.clear();
  state_.total_bytes = bytes;
  start_ = Clock::now();
  last_draw_ = start_;
}

void Progress::Advance(std::uint64_t bytes) {
  state_.done_bytes += bytes;
  Tick();
}

void Progress::Article() {
  ++state_.articles;
  Tick();
}

void Progress::Message(std::string_view line) {
  Erase();
  std::cerr << line << '\n';
}

void Progress::Tick() {
  if (enabled_ && Clock::now() - last_draw_ >= kInterval) Draw();
}

void Progress::Draw() {
  const auto now = Clock::now();
  rate_.Add(static_cast<double>(state_.done_bytes - rated_bytes_),
            std::chrono::duration<double>(now - last_draw_).count());
  rated_bytes_ = state_.done_bytes;
  last_draw_ = now;
  state_.seconds = std::chrono::duration<double>(now - start_).count();
  state_.bytes_per_second = rate_.PerSecond();
  std::cerr << kEraseLine << ProgressLine(state_, Columns()) << std::flush;
  drawn_ = true;
}

void Progress::Erase() {
  if (!drawn_) return;
  std::cerr << kEraseLine << std::flush;
  drawn_ = false;
}

}  // namespace warta
