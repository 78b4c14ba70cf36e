#include "common/store/database_lock.h"

#include <csignal>
#include <string>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/store/files.h"
#include "tests/unit/fatal_matcher.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

// A child process that takes a lock, says so through a pipe, and holds it until it is let go.
class Holder {
 public:
  explicit Holder(const std::string& directory) {
    EXPECT_EQ(::pipe(ready_), 0);
    EXPECT_EQ(::pipe(release_), 0);
    pid_ = ::fork();
    if (pid_ == 0) Hold(directory);
    ::close(ready_[1]);
    ::close(release_[0]);
    char byte = 0;
    EXPECT_EQ(::read(ready_[0], &byte, 1), 1) << "the child did not get the lock";
  }
  ~Holder() {
    ::close(release_[1]);  // lets the child go
    Wait();
    ::close(ready_[0]);
  }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;

  pid_t pid() const { return pid_; }

  void Kill() {
    ::kill(pid_, SIGKILL);
    Wait();
  }
  void Release() {
    EXPECT_EQ(::write(release_[1], "x", 1), 1);
    Wait();
  }

 private:
  [[noreturn]] void Hold(const std::string& directory) {
    ::close(ready_[0]);
    ::close(release_[1]);
    try {
      const DatabaseLock lock(directory);
      char byte = 'x';
      if (::write(ready_[1], &byte, 1) == 1) static_cast<void>(!::read(release_[0], &byte, 1));
      // Not by way of the destructor: it is the kernel that must take the lock back.
      ::_exit(0);
    } catch (const Fatal&) {
      ::_exit(1);
    }
  }
  void Wait() {
    if (pid_ <= 0) return;
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
  }

  int ready_[2] = {-1, -1};
  int release_[2] = {-1, -1};
  pid_t pid_ = -1;
};

class DatabaseLockTest : public TempDirectoryTest {};

TEST_F(DatabaseLockTest, IsFreeAgainAfterItsScope) {
  { const DatabaseLock lock(directory()); }
  EXPECT_NO_THROW(DatabaseLock{directory()});
}

TEST_F(DatabaseLockTest, WritesWhoHoldsIt) {
  Write("LOCK", "999999999999 dari proses lama\n");
  const DatabaseLock lock(directory());
  EXPECT_EQ(ReadSmallFile(Path("LOCK")), std::to_string(::getpid()) + "\n");
}

TEST_F(DatabaseLockTest, AnotherProcessIsNamed) {
  const Holder holder(directory());
  const auto fatal = FatalOf([&] { const DatabaseLock lock(directory()); });
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kBusy);
  EXPECT_NE(std::string(fatal->what()).find(std::to_string(holder.pid())), std::string::npos)
      << fatal->what();
  EXPECT_NE(fatal->hint(), "");
}

TEST_F(DatabaseLockTest, DoesNotOutliveAKilledProcess) {
  Holder holder(directory());
  ExpectFatal(ExitCode::kBusy, [&] { const DatabaseLock lock(directory()); });
  holder.Kill();
  EXPECT_NO_THROW(DatabaseLock{directory()});
}

TEST_F(DatabaseLockTest, DoesNotOutliveAProcessThatEnds) {
  Holder holder(directory());
  holder.Release();
  EXPECT_NO_THROW(DatabaseLock{directory()});
}

TEST_F(DatabaseLockTest, ARefusedAttemptDoesNotFreeTheLock) {
  const Holder holder(directory());
  ExpectFatal(ExitCode::kBusy, [&] { const DatabaseLock lock(directory()); });
  ExpectFatal(ExitCode::kBusy, [&] { const DatabaseLock lock(directory()); });
}

TEST_F(DatabaseLockTest, TwoDirectoriesDoNotExcludeEachOther) {
  Write("lain/x", "");
  const Holder holder(directory());
  EXPECT_NO_THROW(DatabaseLock{Path("lain")});
}

TEST_F(DatabaseLockTest, AMissingDirectoryIsFatal) {
  ExpectFatal(ExitCode::kIoError, [&] { const DatabaseLock lock(Path("tidak-ada")); });
}

}  // namespace
}  // namespace warta
