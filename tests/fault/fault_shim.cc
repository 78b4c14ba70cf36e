// Preloaded into a program (LD_PRELOAD), this library lets the n-th system call of a kind go wrong, on files below one
// folder. Everything else passes through. Set by the environment:
//
//   FAULT_DIR     the folder: absolute, without links
//   FAULT_TRACE   a file that gets a line for each call there: kind, path, for a rename the new path, and `!` where
//                 the fault struck; with tabs between
//   FAULT_CALLS   the kinds that count, with commas: open (for writing), look (open for reading), read, write, sync,
//                 rename, unlink, mkdir, truncate, close
//   FAULT_AT      which of them is struck, from 1; 0 or unset: none
//   FAULT_DO      EIO, ENOSPC  the call fails with this error and does nothing (close does close)
//                 short        a write writes half and says so, as it may at any time
//                 torn         a write writes half, then the process is killed
//                 kill         the process is killed (SIGKILL) before the call
//                 stop         the process stops itself (SIGSTOP) before the call, until someone sends SIGCONT
//   FAULT_STICKY  if set, all later calls of these kinds are struck too, as on a full disk
//
// What libc does inside itself is not seen (stdio streams); the programs write through none of that here. A child of
// the process passes through, so that Xapian's lock works where it needs one.

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

template <class Function>
Function* Real(Function* /*like*/, const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

std::string Variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

enum class Strike { kNot, kFail, kShort, kTorn };

class Plan {
 public:
  // Never destroyed: calls come until the very end of the process.
  static Plan& Get() {
    static Plan* plan = new Plan;
    return *plan;
  }

  bool Covers(std::string_view path) const {
    return !folder_.empty() && path.starts_with(folder_) &&
           (path.size() == folder_.size() || path[folder_.size()] == '/') && ::getpid() == process_;
  }

  bool Watches(int fd) const {
    return fd >= 0 && static_cast<std::size_t>(fd) < watched_.size() &&
           watched_[static_cast<std::size_t>(fd)] && ::getpid() == process_;
  }

  void Watch(int fd, bool watched) {
    if (fd >= 0 && static_cast<std::size_t>(fd) < watched_.size())
      watched_[static_cast<std::size_t>(fd)] = watched;
  }

  // Counts a call and says what is to happen to it; sets errno for kFail.
  Strike Next(std::string_view kind, const std::string& path, const std::string& to = {}) {
    const bool counts =
        ("," + calls_ + ",").find("," + std::string(kind) + ",") != std::string::npos;
    const long number = counts ? ++count_ : 0;
    const bool struck = at_ > 0 && (number == at_ || (sticky_ && number > at_));
    Trace(std::string(kind) + '\t' + path + (to.empty() ? "" : '\t' + to) + (struck ? "\t!" : ""));
    if (!struck) return Strike::kNot;
    if (what_ == "kill") ::kill(process_, SIGKILL);
    if (what_ == "stop") ::kill(process_, SIGSTOP);
    if (what_ == "short") return Strike::kShort;
    if (what_ == "torn") return Strike::kTorn;
    if (what_ != "EIO" && what_ != "ENOSPC") return Strike::kNot;
    errno = what_ == "EIO" ? EIO : ENOSPC;
    return Strike::kFail;
  }

 private:
  Plan() : at_(std::atol(Variable("FAULT_AT").c_str())) {
    if (const std::string path = Variable("FAULT_TRACE"); !path.empty()) {
      const auto open = Real(&::open, "open");
      trace_ = open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    }
  }

  void Trace(const std::string& line) const {
    static const auto write = Real(&::write, "write");
    const int before = errno;
    const std::string out = line + '\n';
    if (trace_ >= 0 && write(trace_, out.data(), out.size()) < 0) std::abort();
    errno = before;
  }

  const pid_t process_ = ::getpid();
  const std::string folder_ = Variable("FAULT_DIR");
  const std::string calls_ = Variable("FAULT_CALLS");
  const std::string what_ = Variable("FAULT_DO");
  const bool sticky_ = !Variable("FAULT_STICKY").empty();
  const long at_;
  int trace_ = -1;
  std::atomic<long> count_ = 0;
  std::array<std::atomic<bool>, 4096> watched_ = {};
};

std::string LinkTarget(const std::string& link) {
  std::array<char, 4096> target{};
  const ssize_t size = ::readlink(link.c_str(), target.data(), target.size());
  return {target.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

std::string PathOf(int fd) {
  return LinkTarget("/proc/self/fd/" + std::to_string(fd));
}

std::string Absolute(int folder, const char* path) {
  if (path[0] == '/') return path;
  const std::string base = folder == AT_FDCWD ? LinkTarget("/proc/self/cwd") : PathOf(folder);
  return base + '/' + path;
}

// A call that names one path; -1 when it fails.
template <class Call>
int OnPath(std::string_view kind, int folder, const char* path, const Call& call) {
  const std::string absolute = Absolute(folder, path);
  Plan& plan = Plan::Get();
  if (plan.Covers(absolute) && plan.Next(kind, absolute) == Strike::kFail) return -1;
  return call();
}

template <class Call>
int Open(int folder, const char* path, int flags, const Call& call) {
  const bool writes = (flags & (O_WRONLY | O_RDWR | O_CREAT)) != 0;
  const std::string absolute = Absolute(folder, path);
  Plan& plan = Plan::Get();
  if (!plan.Covers(absolute)) {
    const int fd = call();
    plan.Watch(fd, false);  // the number may have been that of a folder, which libc closes unseen
    return fd;
  }
  if (plan.Next(writes ? "open" : "look", absolute) == Strike::kFail) return -1;
  const int fd = call();
  plan.Watch(fd, true);
  return fd;
}

template <class Call>
int OnFile(std::string_view kind, int fd, const Call& call) {
  Plan& plan = Plan::Get();
  if (plan.Watches(fd) && plan.Next(kind, PathOf(fd)) == Strike::kFail) return -1;
  return call();
}

// `write` writes so many bytes of what it was given.
template <class Write>
ssize_t Written(int fd, std::size_t size, const Write& write) {
  Plan& plan = Plan::Get();
  if (!plan.Watches(fd)) return write(size);
  switch (plan.Next("write", PathOf(fd))) {
    case Strike::kFail:
      return -1;
    case Strike::kShort:
      return write((size + 1) / 2);
    case Strike::kTorn:
      write(size / 2);
      ::kill(::getpid(), SIGKILL);
      break;
    case Strike::kNot:
      break;
  }
  return write(size);
}

template <class Call>
int Rename(int from_folder, const char* from, int to_folder, const char* to, const Call& call) {
  const std::string source = Absolute(from_folder, from);
  const std::string target = Absolute(to_folder, to);
  Plan& plan = Plan::Get();
  if (plan.Covers(target) && plan.Next("rename", source, target) == Strike::kFail) return -1;
  return call();
}

mode_t ModeOf(int flags, va_list arguments) {
  return (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(arguments, int)) : 0;
}

}  // namespace

// Each wrapper looks the real function up once.
#define REAL(name) static const auto real = Real(&::name, #name)

#define WRAP_OPEN(name)                                                          \
  int name(const char* path, int flags, ...) {                                   \
    REAL(name);                                                                  \
    va_list arguments;                                                           \
    va_start(arguments, flags);                                                  \
    const mode_t mode = ModeOf(flags, arguments);                                \
    va_end(arguments);                                                           \
    return Open(AT_FDCWD, path, flags, [&] { return real(path, flags, mode); }); \
  }

#define WRAP_OPENAT(name)                                                              \
  int name(int folder, const char* path, int flags, ...) {                             \
    REAL(name);                                                                        \
    va_list arguments;                                                                 \
    va_start(arguments, flags);                                                        \
    const mode_t mode = ModeOf(flags, arguments);                                      \
    va_end(arguments);                                                                 \
    return Open(folder, path, flags, [&] { return real(folder, path, flags, mode); }); \
  }

#define WRAP_PREAD(name, offset_type)                                                  \
  ssize_t name(int fd, void* data, std::size_t size, offset_type offset) {             \
    REAL(name);                                                                        \
    Plan& plan = Plan::Get();                                                          \
    if (plan.Watches(fd) && plan.Next("read", PathOf(fd)) == Strike::kFail) return -1; \
    return real(fd, data, size, offset);                                               \
  }

#define WRAP_PWRITE(name, offset_type)                                                        \
  ssize_t name(int fd, const void* data, std::size_t size, offset_type offset) {              \
    REAL(name);                                                                               \
    return Written(fd, size, [&](std::size_t part) { return real(fd, data, part, offset); }); \
  }

extern "C" {

WRAP_OPEN(open)
WRAP_OPEN(open64)
WRAP_OPENAT(openat)
WRAP_OPENAT(openat64)
WRAP_PREAD(pread, off_t)
WRAP_PREAD(pread64, off64_t)
WRAP_PWRITE(pwrite, off_t)
WRAP_PWRITE(pwrite64, off64_t)

int creat(const char* path, mode_t mode) {
  return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

ssize_t read(int fd, void* data, std::size_t size) {
  REAL(read);
  Plan& plan = Plan::Get();
  if (plan.Watches(fd) && plan.Next("read", PathOf(fd)) == Strike::kFail) return -1;
  return real(fd, data, size);
}

ssize_t write(int fd, const void* data, std::size_t size) {
  REAL(write);
  return Written(fd, size, [&](std::size_t part) { return real(fd, data, part); });
}

ssize_t writev(int fd, const iovec* parts, int count) {
  REAL(writev);
  return Written(fd, 2, [&](std::size_t part) {
    return part == 2 || count == 0 ? real(fd, parts, count)
                                   : ::write(fd, parts[0].iov_base, parts[0].iov_len);
  });
}

int fsync(int fd) {
  REAL(fsync);
  return OnFile("sync", fd, [&] { return real(fd); });
}

int fdatasync(int fd) {
  REAL(fdatasync);
  return OnFile("sync", fd, [&] { return real(fd); });
}

int ftruncate(int fd, off_t size) noexcept {
  REAL(ftruncate);
  return OnFile("truncate", fd, [&] { return real(fd, size); });
}

int ftruncate64(int fd, off64_t size) noexcept {
  REAL(ftruncate64);
  return OnFile("truncate", fd, [&] { return real(fd, size); });
}

int close(int fd) {
  REAL(close);
  Plan& plan = Plan::Get();
  if (!plan.Watches(fd)) return real(fd);
  const Strike strike = plan.Next("close", PathOf(fd));
  const int reason = errno;
  plan.Watch(fd, false);
  const int result = real(fd);
  if (strike != Strike::kFail) return result;
  errno = reason;
  return -1;
}

int rename(const char* from, const char* to) noexcept {
  REAL(rename);
  return Rename(AT_FDCWD, from, AT_FDCWD, to, [&] { return real(from, to); });
}

int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
  REAL(renameat);
  return Rename(from_folder, from, to_folder, to,
                [&] { return real(from_folder, from, to_folder, to); });
}

int unlink(const char* path) noexcept {
  REAL(unlink);
  return OnPath("unlink", AT_FDCWD, path, [&] { return real(path); });
}

int unlinkat(int folder, const char* path, int flags) noexcept {
  REAL(unlinkat);
  return OnPath("unlink", folder, path, [&] { return real(folder, path, flags); });
}

int remove(const char* path) noexcept {
  REAL(remove);
  return OnPath("unlink", AT_FDCWD, path, [&] { return real(path); });
}

int rmdir(const char* path) noexcept {
  REAL(rmdir);
  return OnPath("unlink", AT_FDCWD, path, [&] { return real(path); });
}

int mkdir(const char* path, mode_t mode) noexcept {
  REAL(mkdir);
  return OnPath("mkdir", AT_FDCWD, path, [&] { return real(path, mode); });
}

}  // extern "C"
