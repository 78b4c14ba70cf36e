#pragma once

#include <chrono>
#include <string>

namespace warta {

/// The right to write to a database directory, or to see it without a writer half way, for one
/// process at a time. The kernel takes it back when the process ends in whatever way. Searches never
/// need it.
///
/// It is the lock (flock) of the file LOCK in the directory, in which the holder writes its process
/// id and the time, in seconds since 1970: `4242 1763999820`. Nobody relies on that: it is for the
/// message of the next one.
class DatabaseLock {
 public:
  enum class For {
    kWriting,
    kChecking,  ///< needs no right to write: without LOCK, where none can be made, goes without
  };

  /// Takes the lock of the directory, which must exist. While another process has it, tries again
  /// for as long as `wait`, or until a signal asks to stop. Fatal: kBusy, naming the holder and for
  /// how long it has been at work; kIoError when LOCK cannot be made or opened.
  explicit DatabaseLock(const std::string& directory,
                        std::chrono::seconds wait = std::chrono::seconds(0),
                        For purpose = For::kWriting);
  ~DatabaseLock();
  DatabaseLock(const DatabaseLock&) = delete;
  DatabaseLock& operator=(const DatabaseLock&) = delete;

 private:
  int fd_ = -1;  // -1: goes without
};

}  // namespace warta
