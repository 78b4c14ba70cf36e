#include "common/store/database_lock.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <sstream>
#include <string>
#include <thread>
#include <utility>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/stop_signal.h"
#include "common/store/files.h"
#include "tests/unit/fatal_matcher.h"
#include "tests/unit/temp_directory.h"
#include "tests/unit/without_privileges.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

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

TEST_F(DatabaseLockTest, WritesWhoHoldsItSinceWhen) {
  Write("LOCK", "999999999999 dari proses lama\n");
  const std::time_t before = std::time(nullptr);
  const DatabaseLock lock(directory());
  std::istringstream text(ReadSmallFile(Path("LOCK")));
  pid_t process = 0;
  std::time_t since = 0;
  text >> process >> since;
  EXPECT_EQ(process, ::getpid());
  EXPECT_GE(since, before);
  EXPECT_LE(since, std::time(nullptr));
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

TEST_F(DatabaseLockTest, TheMessageSaysForHowLong) {
  const Holder holder(directory());
  const std::time_t now = std::time(nullptr);
  const std::pair<std::string, std::string> cases[] = {
      {"", "at work on " + directory()},  // it has not come that far
      {"bukan angka", "at work on " + directory()},
      {"4242\n", " (process 4242)"},
      {"4242 " + std::to_string(now - 12L * 60 - 5) + "\n", " (process 4242, for 12 minutes)"},
      {"4242 " + std::to_string(now + 3600) + "\n", " (process 4242)"},  // clock set back
      {"4242 99999999999999999999999\n", " (process 4242)"},
  };
  for (const auto& [text, end] : cases) {
    Write("LOCK", text);
    const auto fatal = FatalOf([&] { const DatabaseLock lock(directory()); });
    ASSERT_TRUE(fatal);
    EXPECT_TRUE(std::string(fatal->what()).ends_with(end)) << fatal->what();
  }
}

TEST_F(DatabaseLockTest, WaitsUntilItIsFree) {
  Holder holder(directory());
  std::thread later([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    holder.Release();
  });
  EXPECT_NO_THROW(DatabaseLock(directory(), std::chrono::hours(1)));
  later.join();
}

TEST_F(DatabaseLockTest, WaitsNoLongerThanItMay) {
  const Holder holder(directory());
  ExpectFatal(ExitCode::kBusy,
              [&] { const DatabaseLock lock(directory(), std::chrono::seconds(1)); });
}

TEST_F(DatabaseLockTest, GivesUpWaitingWhenAskedToStop) {
  const Holder holder(directory());
  EXPECT_EXIT(
      {
        CatchStopSignals();
        ::kill(::getpid(), SIGTERM);
        const auto fatal =
            FatalOf([&] { const DatabaseLock lock(directory(), std::chrono::hours(1)); });
        std::_Exit(fatal ? static_cast<int>(fatal->code()) : 0);
      },
      ::testing::ExitedWithCode(static_cast<int>(ExitCode::kBusy)), "");
}

TEST_F(DatabaseLockTest, CheckingNeedsNoRightToWrite) {
  const WithoutPrivileges unprivileged;
  Write("terkunci/LOCK", "");
  Write("kosong/x", "");
  fs::permissions(Path("terkunci/LOCK"), fs::perms::owner_read);
  fs::permissions(Path("kosong"), fs::perms::owner_read | fs::perms::owner_exec);
  const auto take = [&](const std::string& name, DatabaseLock::For purpose) {
    const DatabaseLock lock(Path(name), std::chrono::seconds(0), purpose);
  };
  for (const std::string name : {"terkunci", "kosong"}) {
    const auto fatal = FatalOf([&] { take(name, DatabaseLock::For::kWriting); });
    ASSERT_TRUE(fatal);
    EXPECT_EQ(fatal->code(), ExitCode::kIoError);
    EXPECT_NE(std::string(fatal->what()).find("LOCK"), std::string::npos);
    EXPECT_NE(fatal->hint(), "");
    EXPECT_NO_THROW(take(name, DatabaseLock::For::kChecking));
  }
  const Holder holder(directory());
  fs::permissions(Path("LOCK"), fs::perms::owner_read);
  ExpectFatal(ExitCode::kBusy, [&] {
    const DatabaseLock lock(directory(), std::chrono::seconds(0), DatabaseLock::For::kChecking);
  });
}

TEST_F(DatabaseLockTest, AMissingDirectoryIsFatal) {
  ExpectFatal(ExitCode::kIoError, [&] { const DatabaseLock lock(Path("tidak-ada")); });
}

}  // namespace
}  // namespace warta
