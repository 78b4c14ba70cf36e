#include "common/store/child_process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <ostream>
#include <streambuf>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/exit_code.h"
#include "common/fatal.h"

namespace warta {
namespace {

// Behind this byte, which no text has, the child writes the message of a Fatal, and again behind it
// the hint.
constexpr char kFatalSign = '\0';

// Writes to a file descriptor at once, so that nothing is lost in a crash.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int fd) : fd_(fd) {}

 protected:
  int_type overflow(int_type byte) override {
    const char c = traits_type::to_char_type(byte);
    return xsputn(&c, 1) == 1 ? byte : traits_type::eof();
  }
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    std::streamsize done = 0;
    while (done < size) {
      const ssize_t written = ::write(fd_, text + done, static_cast<std::size_t>(size - done));
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) break;
      done += written;
    }
    return done;
  }

 private:
  int fd_;
};

[[noreturn]] void BeChild(int fd, const std::function<void(std::ostream&)>& step) {
  // What the parent holds, such as a lock, must not outlive it here.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const rlimit no_core = {0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  DescriptorBuffer buffer(fd);
  std::ostream out(&buffer);
  ExitCode code = ExitCode::kOk;
  try {
    step(out);
  } catch (const Fatal& error) {
    out << kFatalSign << error.what() << kFatalSign << error.hint();
    code = error.code();
  } catch (...) {
    // A library that throws over damaged bytes what it never says it throws has crashed as well.
    std::abort();
  }
  // Neither destructors nor buffers of the parent are the child's business.
  ::_exit(static_cast<int>(code));
}

std::string ReadAll(int fd) {
  std::string text;
  std::array<char, 4096> block{};
  ssize_t size = 0;
  while ((size = ::read(fd, block.data(), block.size())) != 0) {
    if (size < 0 && errno != EINTR) break;
    if (size > 0) text.append(block.data(), static_cast<std::size_t>(size));
  }
  return text;
}

int StatusOf(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

ChildProcess::ChildProcess(const std::function<void(std::ostream&)>& step) {
  std::array<int, 2> ends{};
  const bool has_pipe = ::pipe2(ends.data(), O_CLOEXEC) == 0;
  child_ = has_pipe ? ::fork() : -1;
  if (child_ < 0) {
    const int reason = errno;
    if (has_pipe) ::close(ends[0]);
    if (has_pipe) ::close(ends[1]);
    throw Fatal(ExitCode::kIoError,
                std::string("cannot start a process: ") + std::strerror(reason));
  }
  if (child_ == 0) BeChild(ends[1], step);
  ::close(ends[1]);
  output_ = ends[0];
}

ChildProcess::~ChildProcess() {
  if (child_ < 0) return;
  ::kill(child_, SIGKILL);
  ::close(output_);
  StatusOf(child_);
}

ChildOutput ChildProcess::Wait() {
  ChildOutput output{ReadAll(output_), false};
  ::close(output_);
  const int status = StatusOf(std::exchange(child_, -1));
  if (const auto sign = output.text.find(kFatalSign); sign != std::string::npos) {
    const std::string message = output.text.substr(sign + 1);
    const auto between = message.find(kFatalSign);
    if (WIFEXITED(status) && between != std::string::npos) {
      throw Fatal(static_cast<ExitCode>(WEXITSTATUS(status)), message.substr(0, between),
                  message.substr(between + 1));
    }
  }
  output.crashed = status != 0;
  return output;
}

}  // namespace warta
