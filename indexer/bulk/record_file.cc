#include "indexer/bulk/record_file.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include "common/exit_code.h"
#include "common/fatal.h"

namespace warta {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;

}  // namespace

RecordFile::RecordFile(const std::string& folder) : folder_(folder) {
  std::string name = folder + "/records-XXXXXX";
  file_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (file_ < 0) Fail("create");
  ::unlink(name.c_str());
}

RecordFile::~RecordFile() {
  if (file_ >= 0) ::close(file_);
}

void RecordFile::Fail(const char* doing) const {
  throw Fatal(ExitCode::kIoError, std::string("cannot ") + doing + " a work file in " + folder_ +
                                      ": " + std::strerror(errno));
}

void RecordFile::Add(std::string_view record) {
  waiting_ += record;
  ends_.push_back(written_ + waiting_.size());
  if (waiting_.size() >= kBufferBytes) Flush();
}

void RecordFile::Flush() {
  for (std::string_view rest = waiting_; !rest.empty();) {
    const ssize_t count = ::write(file_, rest.data(), rest.size());
    if (count < 0 && errno != EINTR) Fail("write");
    if (count > 0) rest.remove_prefix(static_cast<std::size_t>(count));
  }
  written_ += waiting_.size();
  waiting_.clear();
}

std::string RecordFile::Read(std::size_t number) const {
  std::uint64_t at = number == 0 ? 0 : ends_[number - 1];
  std::string record(ends_[number] - at, '\0');
  if (at >= written_) return waiting_.substr(at - written_, record.size());
  for (std::size_t done = 0; done < record.size();) {
    const ssize_t count =
        ::pread(file_, record.data() + done, record.size() - done, static_cast<off_t>(at + done));
    if (count < 0 && errno != EINTR) Fail("read");
    if (count == 0) {
      errno = EIO;
      Fail("read");
    }
    if (count > 0) done += static_cast<std::size_t>(count);
  }
  return record;
}

}  // namespace warta
