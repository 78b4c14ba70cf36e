#include "common/store/files.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

#include "common/exit_code.h"
#include "common/fatal.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void Fail(const std::string& what, const std::string& path) {
  throw Fatal(ExitCode::kIoError, what + " " + path + ": " + std::strerror(errno));
}

// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

void SyncPath(const std::string& path, int flags) {
  const Descriptor file(::open(path.c_str(), flags | O_CLOEXEC));
  if (file.get() < 0) Fail("cannot open", path);
  if (::fsync(file.get()) != 0) Fail("cannot flush to disk:", path);
}

std::string FolderOf(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

}  // namespace

std::string ReadSmallFile(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) Fail("cannot read", path);
  std::string content;
  char block[4096];
  while (true) {
    const ssize_t size = ::read(file.get(), block, sizeof block);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) Fail("cannot read", path);
    if (size == 0) return content;
    content.append(block, static_cast<std::size_t>(size));
  }
}

void ReplaceFile(const std::string& path, std::string_view content) {
  const std::string beside = path + ".tmp";
  {
    const Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (file.get() < 0) Fail("cannot create", beside);
    std::string_view rest = content;
    while (!rest.empty()) {
      const ssize_t written = ::write(file.get(), rest.data(), rest.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) Fail("cannot write", beside);
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file.get()) != 0) Fail("cannot flush to disk:", beside);
  }
  if (std::rename(beside.c_str(), path.c_str()) != 0) Fail("cannot replace", path);
  SyncEntries(FolderOf(path));
}

void RemoveFile(const std::string& path) {
  if (::unlink(path.c_str()) == 0) {
    SyncEntries(FolderOf(path));
  } else if (errno != ENOENT) {
    Fail("cannot remove", path);
  }
}

void SyncFolder(const std::string& folder) {
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->is_regular_file(error)) SyncPath(it->path().string(), O_RDONLY);
    if (error) break;
  }
  if (error) throw Fatal(ExitCode::kIoError, "cannot list " + folder + ": " + error.message());
  SyncEntries(folder);
}

void SyncEntries(const std::string& folder) {
  SyncPath(folder, O_RDONLY | O_DIRECTORY);
}

std::uint64_t FolderBytes(const std::string& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code unknown;
    const std::uint64_t size = it->file_size(unknown);
    if (!unknown) bytes += size;
  }
  return bytes;
}

}  // namespace warta
