#include "indexer/bulk/output_file.h"

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "common/exit_code.h"
#include "common/fatal.h"

namespace warta {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 20;
constexpr unsigned kMode = 0666;  // less what the umask takes, as for all files of the database

[[noreturn]] void Fail(const std::string& path) {
  throw Fatal(ExitCode::kIoError, "cannot write " + path + ": " + std::strerror(errno));
}

}  // namespace

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kMode);
  if (descriptor_ < 0) Fail(path_);
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void OutputFile::Append(std::string_view bytes) {
  waiting_ += bytes;
  if (waiting_.size() >= kPieceBytes) Write();
}

void OutputFile::Close() {
  Write();
  if (::close(std::exchange(descriptor_, -1)) != 0) Fail(path_);
}

void OutputFile::Write() {
  std::string_view rest = waiting_;
  while (!rest.empty()) {
    const ssize_t size = ::write(descriptor_, rest.data(), rest.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) Fail(path_);
    rest.remove_prefix(static_cast<std::size_t>(size));
  }
  waiting_.clear();
}

}  // namespace warta
