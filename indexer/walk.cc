#include "indexer/walk.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/exit_code.h"
#include "common/fatal.h"
#include "common/result.h"
#include "indexer/readers/sidecar.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kNanosecondsPerSecond = 1'000'000'000;

// In a folder that holds this there is a database of Xapian, perhaps the one that is written.
constexpr const char* kDatabasePointer = "XAPIANDB";

std::string ErrorText(int error) {
  return std::error_code(error, std::generic_category()).message();
}

std::int64_t Nanoseconds(const timespec& time) {
  return time.tv_sec * kNanosecondsPerSecond + time.tv_nsec;
}

FileStamp StampOf(const struct stat& status) {
  return {static_cast<std::uint64_t>(status.st_size), Nanoseconds(status.st_mtim),
          Nanoseconds(status.st_ctim)};
}

// The files that decide, when they are there, what the file is: its sidecar, or whose sidecar it is.
std::vector<std::string> Beside(std::string_view name) {
  std::vector<std::string> beside = SidecarOwners(name);
  if (auto sidecar = SidecarName(name)) beside.push_back(std::move(*sidecar));
  return beside;
}

// A file and what stands beside it change together.
FileStamp Both(const FileStamp& file, const FileStamp& beside) {
  return {file.size + beside.size, std::max(file.modified, beside.modified),
          std::max(file.changed, beside.changed)};
}

struct Entry {
  std::string name;
  bool is_link = false;
  int error = 0;  // why it could not be looked at; 0: it could
  struct stat status = {};

  bool operator<(const Entry& other) const { return name < other.name; }
};

// The entries of a folder by their names, without hidden ones.
Result<std::vector<Entry>> List(const std::string& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(folder.c_str()), ::closedir);
  if (!stream) return Error{ErrorText(errno)};
  std::vector<Entry> entries;
  while (true) {
    errno = 0;
    const dirent* found = ::readdir(stream.get());
    if (found == nullptr) break;
    if (found->d_name[0] == '.') continue;
    Entry entry{found->d_name, found->d_type == DT_LNK, 0, {}};
    if (found->d_type == DT_UNKNOWN &&
        ::fstatat(::dirfd(stream.get()), found->d_name, &entry.status, AT_SYMLINK_NOFOLLOW) == 0) {
      entry.is_link = S_ISLNK(entry.status.st_mode);
    }
    if (::fstatat(::dirfd(stream.get()), found->d_name, &entry.status, 0) != 0) {
      entry.error = errno;
    }
    entries.push_back(std::move(entry));
  }
  if (errno != 0) return Error{ErrorText(errno)};
  std::sort(entries.begin(), entries.end());
  return entries;
}

const Entry* FindEntry(const std::vector<Entry>& entries, const std::string& name) {
  const auto at = std::lower_bound(entries.begin(), entries.end(), Entry{name, false, 0, {}});
  return at != entries.end() && at->name == name ? &*at : nullptr;
}

class Walker {
 public:
  Walker(const fs::path& root, const FileSink& found, const WalkProblemSink& problem)
      : root_(root.native()), found_(found), problem_(problem) {}

  void Root() {
    Entry root{root_, false, 0, {}};
    if (::stat(root_.c_str(), &root.status) != 0) return problem_(root_, ErrorText(errno));
    if (S_ISDIR(root.status.st_mode)) return Folder(root_, root.status);
    if (!S_ISREG(root.status.st_mode)) return;
    const std::string name = fs::path(root_).filename().native();
    found_(SourceFile{root_, name, root.status.st_mtime, CurrentStamp(root_)});
  }

 private:
  void Folder(const std::string& folder, const struct stat& status) {
    if (!visited_.emplace(status.st_dev, status.st_ino).second) return;
    const Result<std::vector<Entry>> listed = List(folder);
    if (!listed.ok()) {
      return problem_(folder, "cannot list the folder: " + listed.error().message);
    }
    const std::vector<Entry>& entries = listed.value();
    if (FindEntry(entries, kDatabasePointer) != nullptr) return;
    const std::string prefix = folder.ends_with('/') ? folder : folder + '/';
    for (const Entry& entry : entries) {
      if (IsFolderOfPage(entry.name, entries)) continue;
      const std::string path = prefix + entry.name;
      if (entry.is_link && IsWalkedAnyway(path)) continue;
      if (entry.error != 0) {
        problem_(path, ErrorText(entry.error));
      } else if (S_ISDIR(entry.status.st_mode)) {
        Folder(path, entry.status);
      } else if (S_ISREG(entry.status.st_mode)) {
        File(path, entry, entries);
      }
    }
  }

  void File(const std::string& path, const Entry& entry, const std::vector<Entry>& siblings) {
    FileStamp stamp = StampOf(entry.status);
    for (const std::string& name : Beside(entry.name)) {
      const Entry* beside = FindEntry(siblings, name);
      if (beside != nullptr) stamp = Both(stamp, StampOf(beside->status));
    }
    const std::size_t below = root_.ends_with('/') ? root_.size() : root_.size() + 1;
    found_(SourceFile{path, path.substr(below), entry.status.st_mtime, stamp});
  }

  // Whether the link leads to something below the root. That is met under its own name; were the
  // link followed too, a link made later would change the ids of known articles.
  bool IsWalkedAnyway(const std::string& link) const {
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    if (error) return false;
    const fs::path below = target.lexically_relative(root_);
    return !below.empty() && std::none_of(below.begin(), below.end(), [](const fs::path& part) {
      return part.native().starts_with('.') && part != ".";
    });
  }

  // Whether the folder is the one into which a browser put the pictures, scripts and framed pages of
  // a page that it saved beside it: `Judul_files` or `Judul.files` of `Judul.html`.
  static bool IsFolderOfPage(std::string name, const std::vector<Entry>& siblings) {
    for (const std::string_view ending : {"_files", ".files", "_berkas"}) {
      if (!name.ends_with(ending)) continue;
      name.resize(name.size() - ending.size());
      return FindEntry(siblings, name + ".html") != nullptr ||
             FindEntry(siblings, name + ".htm") != nullptr;
    }
    return false;
  }

  const std::string root_;
  const FileSink& found_;
  const WalkProblemSink& problem_;
  std::set<std::pair<dev_t, ino_t>> visited_;
};

}  // namespace

std::string CanonicalRoot(const std::string& root) {
  std::error_code error;
  const fs::path canonical = fs::canonical(root, error);
  const int needed = !error && fs::is_directory(canonical, error) ? R_OK | X_OK : R_OK;
  if (!error && ::access(canonical.c_str(), needed) != 0) {
    error.assign(errno, std::generic_category());
  }
  if (error) throw Fatal(ExitCode::kNoInput, root + ": " + error.message());
  return canonical.native();
}

void Walk(const std::string& root, const FileSink& found, const WalkProblemSink& problem) {
  Walker(CanonicalRoot(root), found, problem).Root();
}

FileStamp CurrentStamp(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return {};
  FileStamp stamp = StampOf(status);
  for (const std::string& name : Beside(path)) {
    if (::stat(name.c_str(), &status) == 0) stamp = Both(stamp, StampOf(status));
  }
  return stamp;
}

}  // namespace warta
