#pragma once

#include <string>

namespace warta {

/// The right to write to a database directory, for one process at a time. The kernel takes it back
/// when the process ends in whatever way. Readers never need it.
class DatabaseLock {
 public:
  /// Takes the lock of the directory, which must exist. Fatal: kBusy, naming the holder, when
  /// another process has it; kIoError when the lock file cannot be made.
  explicit DatabaseLock(const std::string& directory);
  ~DatabaseLock();
  DatabaseLock(const DatabaseLock&) = delete;
  DatabaseLock& operator=(const DatabaseLock&) = delete;

 private:
  int fd_;
};

}  // namespace warta
