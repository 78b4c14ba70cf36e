#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace warta {

/// Records in a file that vanishes with the object, for those that are read again now and then. Fatal
/// (kIoError) when the file cannot be written or read.
class RecordFile {
 public:
  /// The file is made in the folder, without a name.
  explicit RecordFile(const std::string& folder);
  ~RecordFile();
  RecordFile(const RecordFile&) = delete;
  RecordFile& operator=(const RecordFile&) = delete;

  /// Records are numbered from 0.
  void Add(std::string_view record);
  std::string Read(std::size_t number) const;
  std::size_t size() const { return ends_.size(); }

 private:
  [[noreturn]] void Fail(const char* doing) const;
  void Flush();

  std::string folder_;
  int file_ = -1;
  std::string waiting_;  // what is not written yet
  std::uint64_t written_ = 0;
  std::vector<std::uint64_t> ends_;
};

}  // namespace warta
