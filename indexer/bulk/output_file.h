#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace warta {

/// A new file that is written from its begin to its end, in large pieces. Not flushed to the disk:
/// whoever needs it to last does that. Fatal (kIoError) naming the file when it cannot be created or
/// written.
class OutputFile {
 public:
  /// Replaces a file of that name.
  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void Append(std::string_view bytes);

  /// Writes what waits and closes. Without it the file is left half written.
  void Close();

 private:
  void Write();

  std::string path_;
  std::string waiting_;
  int descriptor_ = -1;
};

}  // namespace warta
