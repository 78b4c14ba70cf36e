#include "indexer/walk.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <sys/stat.h>
#include <unistd.h>

#include "common/exit_code.h"
#include "common/fatal.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

class Walker {
 public:
  Walker(fs::path root, const FileSink& found, const WalkProblemSink& problem)
      : root_(std::move(root)), found_(found), problem_(problem) {}

  void Folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      if (!it->path().filename().native().starts_with('.')) entries.push_back(it->path());
    }
    if (error) return problem_(folder.native(), "cannot list the folder: " + error.message());
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) {
      if (IsFolderOfPage(entry, entries)) continue;
      if (!fs::is_symlink(entry, error) || !IsWalkedAnyway(entry)) Entry(entry);
    }
  }

  void Entry(const fs::path& path) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) {
      return problem_(path.native(), std::error_code(errno, std::generic_category()).message());
    }
    if (S_ISDIR(status.st_mode)) {
      if (visited_.emplace(status.st_dev, status.st_ino).second) Folder(path);
    } else if (S_ISREG(status.st_mode)) {
      const fs::path relative = path == root_ ? path.filename() : path.lexically_relative(root_);
      found_(SourceFile{path.native(), relative.generic_string(), status.st_mtime});
    }
  }

 private:
  // Whether the link leads to something below the root. That is met under its own name; were the
  // link followed too, a link made later would change the ids of known articles.
  bool IsWalkedAnyway(const fs::path& link) const {
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
  static bool IsFolderOfPage(const fs::path& folder, const std::vector<fs::path>& siblings) {
    std::string name = folder.native();
    for (const std::string_view ending : {"_files", ".files", "_berkas"}) {
      if (!name.ends_with(ending)) continue;
      name.resize(name.size() - ending.size());
      return std::any_of(siblings.begin(), siblings.end(), [&](const fs::path& page) {
        return page.native() == name + ".html" || page.native() == name + ".htm";
      });
    }
    return false;
  }

  fs::path root_;
  const FileSink& found_;
  const WalkProblemSink& problem_;
  std::set<std::pair<dev_t, ino_t>> visited_;
};

fs::path CanonicalRoot(const std::string& root) {
  std::error_code error;
  fs::path canonical = fs::canonical(root, error);
  const int needed = !error && fs::is_directory(canonical, error) ? R_OK | X_OK : R_OK;
  if (!error && ::access(canonical.c_str(), needed) != 0) {
    error.assign(errno, std::generic_category());
  }
  if (error) throw Fatal(ExitCode::kNoInput, root + ": " + error.message());
  return canonical;
}

}  // namespace

void CheckRoot(const std::string& root) {
  CanonicalRoot(root);
}

void Walk(const std::string& root, const FileSink& found, const WalkProblemSink& problem) {
  const fs::path canonical = CanonicalRoot(root);
  Walker(canonical, found, problem).Entry(canonical);
}

}  // namespace warta
