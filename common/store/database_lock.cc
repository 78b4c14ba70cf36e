#include "common/store/database_lock.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/exit_code.h"
#include "common/fatal.h"

namespace warta {
namespace {

// The process id that the holder wrote into the lock file; empty if it has not come that far.
std::string HolderOf(int fd) {
  std::array<char, 32> text{};
  const ssize_t size = ::pread(fd, text.data(), text.size(), 0);
  std::string holder(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  while (!holder.empty() && holder.back() == '\n') holder.pop_back();
  return holder;
}

}  // namespace

DatabaseLock::DatabaseLock(const std::string& directory) : fd_(-1) {
  const std::string path = directory + "/LOCK";
  fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd_ < 0) throw Fatal(ExitCode::kIoError, "cannot open " + path + ": " + std::strerror(errno));
  if (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
    const int reason = errno;
    const std::string holder = HolderOf(fd_);
    ::close(fd_);
    if (reason != EWOULDBLOCK)
      throw Fatal(ExitCode::kIoError, "cannot lock " + path + ": " + std::strerror(reason));
    throw Fatal(ExitCode::kBusy,
                "another indexer is at work on " + directory +
                    (holder.empty() ? "" : " (process " + holder + ")"),
                "try again when it is done");
  }
  const std::string pid = std::to_string(::getpid()) + '\n';
  // The number is for the message above only: failing to write it is no reason to stop.
  if (::ftruncate(fd_, 0) == 0) (void)!::pwrite(fd_, pid.data(), pid.size(), 0);
}

DatabaseLock::~DatabaseLock() {
  // What holds the lock next may not be an indexer and leave the number standing.
  (void)!::ftruncate(fd_, 0);
  ::close(fd_);
}

}  // namespace warta
