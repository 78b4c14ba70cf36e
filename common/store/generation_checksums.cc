#include "common/store/generation_checksums.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <iomanip>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

#include "common/exit_code.h"
#include "common/fatal.h"
#include "common/result.h"
#include "common/store/files.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kName = "CHECKSUMS";
constexpr std::string_view kHeader = "warta-checksums 1 ";
constexpr std::size_t kHashDigits = 32;

std::string PathOf(const std::string& generation_path) {
  return (generation_path + '/').append(kName);
}

std::string Hexadecimal(const XXH128_hash_t& hash) {
  std::ostringstream digits;
  digits << std::hex << std::setfill('0') << std::setw(16) << hash.high64 << std::setw(16)
         << hash.low64;
  return std::move(digits).str();
}

std::string HashOf(std::string_view text) {
  return Hexadecimal(XXH3_128bits(text.data(), text.size()));
}

// A line of CHECKSUMS.
struct FileEntry {
  std::string hash;
  std::uint64_t size = 0;
  std::string name;
};

// Reads a file from begin to end.
class FileHasher {
 public:
  // Error: what is wrong with the file, as a predicate.
  Result<FileEntry> Hash(const std::string& folder, const std::string& name) {
    const std::string path = folder + '/' + name;
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT) return Error{"is missing"};
    if (fd < 0)
      throw Fatal(ExitCode::kIoError, "cannot open " + path + ": " + std::strerror(errno));
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL);
    XXH3_128bits_reset(state_.get());
    FileEntry entry{{}, 0, name};
    ssize_t size = 0;
    while ((size = ::read(fd, block_.get(), kBlockBytes)) != 0) {
      if (size < 0 && errno == EINTR) continue;
      if (size < 0) break;
      entry.size += static_cast<std::uint64_t>(size);
      XXH3_128bits_update(state_.get(), block_.get(), static_cast<std::size_t>(size));
    }
    const int reason = errno;
    ::close(fd);
    if (size < 0) return Error{std::string("cannot be read: ") + std::strerror(reason)};
    entry.hash = Hexadecimal(XXH3_128bits_digest(state_.get()));
    return entry;
  }

 private:
  struct FreeState {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  static constexpr std::size_t kBlockBytes = std::size_t{1} << 20;

  std::unique_ptr<char[]> block_{new char[kBlockBytes]};
  std::unique_ptr<XXH3_state_t, FreeState> state_{XXH3_createState()};
};

// The files of a generation by name, without what belongs to the checksums themselves.
std::set<std::string> FileNames(const std::string& folder) {
  std::set<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (it->is_regular_file(error) && !name.starts_with(kName)) names.insert(name);
    if (error) break;
  }
  if (error) throw Fatal(ExitCode::kIoError, "cannot list " + folder + ": " + error.message());
  return names;
}

// `2024-05-01T10:00:00Z`
std::string TimeNow() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::ostringstream text;
  text << std::put_time(&parts, "%Y-%m-%dT%H:%M:%SZ");
  return std::move(text).str();
}

struct Checksums {
  std::uint64_t articles = 0;
  std::vector<FileEntry> files;
};

// None when the text is not, to the last bit, what WriteChecksums wrote.
std::optional<Checksums> Parse(std::string_view text) {
  constexpr std::size_t kLastLine = kHashDigits + 1;
  if (text.size() < kLastLine || !text.ends_with('\n')) return std::nullopt;
  const std::string_view hash = text.substr(text.size() - kLastLine, kHashDigits);
  text.remove_suffix(kLastLine);
  if (HashOf(text) != hash || !text.starts_with(kHeader)) return std::nullopt;
  std::istringstream in{std::string(text.substr(kHeader.size()))};
  Checksums checksums;
  std::string made;
  in >> checksums.articles >> made;
  for (FileEntry entry; in >> entry.hash >> entry.size && std::getline(in.ignore(), entry.name);)
    checksums.files.push_back(entry);
  return checksums;
}

}  // namespace

void WriteChecksums(const std::string& generation_path, std::uint64_t articles) {
  std::ostringstream text;
  text << kHeader << articles << ' ' << TimeNow() << '\n';
  FileHasher hasher;
  for (const std::string& name : FileNames(generation_path)) {
    const Result<FileEntry> entry = hasher.Hash(generation_path, name);
    if (!entry.ok()) {
      std::string message = generation_path;
      throw Fatal(ExitCode::kIoError,
                  message.append(1, '/').append(name).append(1, ' ').append(entry.error().message));
    }
    text << entry.value().hash << ' ' << entry.value().size << ' ' << name << '\n';
  }
  ReplaceFile(PathOf(generation_path), text.str() + HashOf(text.str()) + '\n');
}

void RemoveChecksums(const std::string& generation_path) {
  RemoveFile(PathOf(generation_path));
}

bool HasChecksums(const std::string& generation_path) {
  std::error_code error;
  return fs::exists(PathOf(generation_path), error) || error;
}

ChecksumReport VerifyChecksums(const std::string& generation_path) {
  ChecksumReport report;
  report.found = HasChecksums(generation_path);
  if (!report.found) return report;
  const std::optional<Checksums> checksums = Parse(ReadSmallFile(PathOf(generation_path)));
  if (!checksums) {
    report.damage.push_back(std::string(kName) + ": it is damaged itself");
    return report;
  }
  report.articles = checksums->articles;
  std::set<std::string> unknown = FileNames(generation_path);
  FileHasher hasher;
  for (const FileEntry& expected : checksums->files) {
    unknown.erase(expected.name);
    const Result<FileEntry> file = hasher.Hash(generation_path, expected.name);
    const auto add = [&](const std::string& what) {
      report.damage.push_back(expected.name + ": " + what);
    };
    if (!file.ok()) {
      add("it " + file.error().message);
    } else if (file.value().size != expected.size) {
      add("it has " + std::to_string(file.value().size) + " bytes instead of " +
          std::to_string(expected.size));
    } else if (file.value().hash != expected.hash) {
      add("its checksum does not fit");
    }
  }
  // Xapian reads the tables that it finds.
  for (const std::string& name : unknown) {
    if (name.ends_with(".glass")) report.damage.push_back(name + ": it does not belong there");
  }
  return report;
}

}  // namespace warta
