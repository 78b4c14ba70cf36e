#include "indexer/file_plan.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "common/fatal.h"
#include "indexer/content_hash.h"
#include "indexer/readers/format.h"

namespace warta {
namespace {

// What is remembered of each record while the folders are walked; small, for there may be millions.
struct Known {
  FileStamp stamp;
  std::uint64_t articles = 0;
  bool is_current = false;  // read in the present way
  bool seen = false;
};

class Planner {
 public:
  Planner(const std::string& reading, const FileRecords& records)
      : reading_(reading), records_(records) {
    records_([&](FileRecord&& record) {
      plan_.bytes_on_record += record.stamp.size;
      known_[HashId(record.path)] =
          Known{record.stamp, record.articles, record.reading == reading_, false};
    });
  }

  FilePlan Plan(const std::vector<std::string>& roots) {
    for (const std::string& root : roots) {
      plan_.roots.push_back(RootPlan{root, {}, {}, false, false});
      try {
        plan_.roots.back().path = CanonicalRoot(root);
      } catch (const Fatal& error) {
        plan_.roots.back().problem = error.what();
      }
    }
    for (std::size_t root = 0; root < roots.size(); ++root) {
      if (!plan_.roots[root].path.empty()) WalkRoot(root);
    }
    FindVanished();
    return std::move(plan_);
  }

 private:
  void WalkRoot(std::size_t root) {
    Walk(
        plan_.roots[root].path, [&](SourceFile&& file) { Found(std::move(file), root); },
        [&](const std::string& path, const std::string& message) {
          plan_.unreadable.emplace_back(path, message);
        });
  }

  void Found(SourceFile&& file, std::size_t root) {
    if (HintOfName(file.path) == NameHint::kOther) return;
    RootPlan& below = plan_.roots[root];
    below.has_files = true;
    const auto [at, is_new] = known_.try_emplace(HashId(file.path));
    Known& known = at->second;
    if (std::exchange(known.seen, true)) {
      below.has_articles = true;  // it is read, or was, for another root
      return;
    }
    ++plan_.files;
    if (known.is_current && known.stamp == file.stamp) {
      below.has_articles |= known.articles > 0;
      plan_.known_articles += known.articles;
      return;
    }
    plan_.bytes_to_read += file.stamp.size;
    plan_.bytes_new += file.stamp.size - std::min(file.stamp.size, known.stamp.size);
    plan_.read.push_back(
        FileToRead{std::move(file), root, is_new || known.stamp == FileStamp{}, {}});
  }

  bool IsBelowReadableRoot(const std::string& path) const {
    const auto holds = [&](const RootPlan& root) {
      return !root.path.empty() && IsBelow(path, root.path);
    };
    const auto hides = [&](const auto& unreadable) { return IsBelow(path, unreadable.first); };
    return std::any_of(plan_.roots.begin(), plan_.roots.end(), holds) &&
           std::none_of(plan_.unreadable.begin(), plan_.unreadable.end(), hides) &&
           std::none_of(plan_.roots.begin(), plan_.roots.end(), [&](const RootPlan& root) {
             return root.path.empty() && IsBelow(path, Absolute(root.given));
           });
  }

  // A path that need not be there.
  static std::string Absolute(const std::string& path) {
    std::error_code error;
    return std::filesystem::weakly_canonical(std::filesystem::absolute(path, error), error);
  }

  void FindVanished() {
    std::multimap<std::pair<std::uint64_t, std::uint64_t>, std::string> by_content;
    records_([&](FileRecord&& record) {
      if (known_[HashId(record.path)].seen || !IsBelowReadableRoot(record.path)) return;
      by_content.emplace(std::pair(record.stamp.size, record.hash), std::move(record.path));
    });
    for (FileToRead& found : plan_.read) {
      if (by_content.empty()) break;
      if (!found.is_new) continue;
      FindFormer(found, by_content);
      if (!found.former.empty()) plan_.bytes_new -= found.file.stamp.size;
    }
    for (auto& [content, path] : by_content) plan_.vanished.push_back(std::move(path));
    std::sort(plan_.vanished.begin(), plan_.vanished.end());
  }

  static void FindFormer(
      FileToRead& found,
      std::multimap<std::pair<std::uint64_t, std::uint64_t>, std::string>& by_content) {
    const std::uint64_t size = found.file.stamp.size;
    const auto first = by_content.lower_bound(std::pair(size, std::uint64_t{1}));
    if (first == by_content.end() || first->first.first != size) return;
    const std::uint64_t hash = HashContent(found.file);
    if (hash == 0) return;
    const auto former = by_content.find(std::pair(size, hash));
    if (former == by_content.end()) return;
    found.former = std::move(former->second);
    by_content.erase(former);
  }

  const std::string& reading_;
  const FileRecords& records_;
  std::unordered_map<std::uint64_t, Known> known_;  // by the hash of the path
  FilePlan plan_;
};

}  // namespace

FilePlan PlanFiles(const std::vector<std::string>& roots, const std::string& reading,
                   const FileRecords& records) {
  return Planner(reading, records).Plan(roots);
}

bool IsBelow(std::string_view path, std::string_view folder) {
  if (!path.starts_with(folder)) return false;
  return folder.ends_with('/') || path.size() == folder.size() || path[folder.size()] == '/';
}

}  // namespace warta
