#include "common/store/database_lock.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/duration_text.h"
#include "common/exit_code.h"
#include "common/fatal.h"
#include "common/stop_signal.h"

namespace warta {
namespace {

using std::chrono::seconds;

seconds Now() {
  return std::chrono::duration_cast<seconds>(std::chrono::system_clock::now().time_since_epoch());
}

// ` (process 4242, for 12 minutes)`, as far as the holder has written it into the file.
std::string HolderOf(int fd) {
  std::array<char, 64> text{};
  const ssize_t size = ::pread(fd, text.data(), text.size(), 0);
  std::istringstream in(std::string(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0));
  std::uint64_t process = 0;
  if (!(in >> process)) return "";
  std::string holder = " (process " + std::to_string(process);
  std::int64_t since = 0;
  // A clock that was set back since gives no age.
  if (in >> since && seconds(since) <= Now())
    holder += ", for " + DurationText(Now() - seconds(since));
  return holder + ')';
}

// What may only be read is enough for flock.
int OpenLockFile(const std::string& path, DatabaseLock::For purpose) {
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  const bool denied = fd < 0 && (errno == EACCES || errno == EPERM || errno == EROFS);
  if (!denied || purpose == DatabaseLock::For::kWriting) return fd;
  return ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
}

[[noreturn]] void FailToOpen(const std::string& path, int reason) {
  const bool denied = reason == EACCES || reason == EPERM;
  throw Fatal(ExitCode::kIoError, "cannot open " + path + ": " + std::strerror(reason),
              denied ? "run this as the user who owns the database" : "");
}

// GCOVR_EXCL_START: by file systems without locks, and tests cannot make one
[[noreturn]] void FailToLock(const std::string& path, int reason) {
  throw Fatal(ExitCode::kIoError, "cannot lock " + path + ": " + std::strerror(reason));
}
// GCOVR_EXCL_STOP

// Whether the lock was free before the time was over.
bool Acquire(int fd, const std::string& path, seconds wait) {
  constexpr std::chrono::milliseconds kPause(100);
  const auto start = std::chrono::steady_clock::now();
  while (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) FailToLock(path, errno);
    const auto waited = std::chrono::steady_clock::now() - start;
    if (std::chrono::floor<seconds>(waited) >= wait || StopSignal() != 0) return false;
    std::this_thread::sleep_for(kPause);
  }
  return true;
}

}  // namespace

DatabaseLock::DatabaseLock(const std::string& directory, seconds wait, For purpose) {
  const std::string path = directory + "/LOCK";
  fd_ = OpenLockFile(path, purpose);
  if (fd_ < 0 && errno == ENOENT && purpose == For::kChecking) return;
  if (fd_ < 0) FailToOpen(path, errno);
  try {
    if (!Acquire(fd_, path, wait)) {
      throw Fatal(ExitCode::kBusy, "another indexer is at work on " + directory + HolderOf(fd_),
                  "try again when it is done");
    }
  } catch (const Fatal&) {
    ::close(fd_);
    throw;
  }
  const std::string holder =
      std::to_string(::getpid()) + ' ' + std::to_string(Now().count()) + '\n';
  // It is for the message above only: failing to write it is no reason to stop.
  if (::ftruncate(fd_, 0) == 0) (void)!::pwrite(fd_, holder.data(), holder.size(), 0);
}

DatabaseLock::~DatabaseLock() {
  if (fd_ < 0) return;
  // What holds the lock next may not be an indexer and leave the number standing.
  (void)!::ftruncate(fd_, 0);
  ::close(fd_);
}

}  // namespace warta
