#include "common/store/database_directory.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iomanip>
#include <sstream>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "common/exit_code.h"
#include "common/fatal.h"
#include "common/store/files.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPointer = "XAPIANDB";
constexpr std::string_view kGenerationPrefix = "gen-";

// The number in `gen-000003`.
std::optional<unsigned> GenerationNumber(std::string_view name) {
  if (!name.starts_with(kGenerationPrefix)) return std::nullopt;
  const std::string_view digits = name.substr(kGenerationPrefix.size());
  if (digits.size() != 6 || digits.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  return static_cast<unsigned>(std::stoul(std::string(digits)));
}

std::string GenerationName(unsigned number) {
  std::ostringstream name;
  name << kGenerationPrefix << std::setfill('0') << std::setw(6) << number;
  return std::move(name).str();
}

bool IsOurs(const std::string& name) {
  // lost+found: the directory may be the root of a file system.
  return GenerationNumber(name) || name == "LOCK" || name == "lost+found" ||
         name.starts_with(kPointer);
}

// Fatal unless every entry of the directory could have been made by us.
void RefuseForeign(const std::string& path) {
  for (const auto& entry : fs::directory_iterator(path)) {
    const std::string name = entry.path().filename().string();
    if (IsOurs(name)) continue;
    std::string message = path;
    throw Fatal(ExitCode::kRefused,
                message.append(" is not a Warta database: it holds ").append(name),
                "name another directory with --db");
  }
}

std::vector<unsigned> Generations(const std::string& path) {
  std::vector<unsigned> numbers;
  for (const auto& entry : fs::directory_iterator(path)) {
    if (const auto number = GenerationNumber(entry.path().filename().string()))
      numbers.push_back(*number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

void Remove(const std::string& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (error) throw Fatal(ExitCode::kIoError, "cannot remove " + path + ": " + error.message());
}

}  // namespace

DatabaseDirectory::DatabaseDirectory(std::string path) : path_(std::move(path)) {
  while (path_.size() > 1 && path_.back() == '/') path_.pop_back();
}

std::optional<unsigned> DatabaseDirectory::LiveGeneration() const {
  std::error_code error;
  const fs::file_status status = fs::status(path_, error);
  if (status.type() == fs::file_type::not_found) return std::nullopt;
  if (error) throw Fatal(ExitCode::kIoError, "cannot open " + path_ + ": " + error.message());
  if (!fs::is_directory(status)) throw Fatal(ExitCode::kRefused, path_ + " is not a directory");
  const std::string pointer = path_ + "/" + std::string(kPointer);
  if (!fs::exists(pointer, error) && !error) {
    RefuseForeign(path_);
    return std::nullopt;
  }
  if (!fs::is_regular_file(pointer, error) && !error) {
    throw Fatal(ExitCode::kRefused, pointer + " is not a file", "name another directory with --db");
  }
  const std::string content = ReadSmallFile(pointer);
  std::string_view target = content;
  if (target.ends_with('\n')) target.remove_suffix(1);
  constexpr std::string_view kKind = "auto ";
  if (target.starts_with(kKind)) {
    if (const auto number = GenerationNumber(target.substr(kKind.size()))) return number;
  }
  throw Fatal(ExitCode::kRefused, pointer + " does not point to a generation of a Warta database",
              "name another directory with --db");
}

std::string DatabaseDirectory::GenerationPath(unsigned number) const {
  return path_ + "/" + GenerationName(number);
}

void DatabaseDirectory::Create() const {
  std::error_code error;
  fs::create_directories(path_, error);
  if (error) throw Fatal(ExitCode::kIoError, "cannot create " + path_ + ": " + error.message());
}

unsigned DatabaseDirectory::PrepareGeneration() const {
  const unsigned live = LiveGeneration().value_or(0);
  for (const unsigned number : Generations(path_)) {
    if (number > live) Remove(GenerationPath(number));
  }
  return live + 1;
}

void DatabaseDirectory::Publish(unsigned number) const {
  const std::optional<unsigned> before = LiveGeneration();
  SyncFolder(GenerationPath(number));
  ReplaceFile(path_ + "/" + std::string(kPointer), "auto " + GenerationName(number) + "\n");
  // The new generation is live: what cannot be tidied away now is no failure any more.
  for (const unsigned old : Generations(path_)) {
    std::error_code ignored;
    if (old != number && old != before) fs::remove_all(GenerationPath(old), ignored);
  }
}

std::string DefaultDatabasePath() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  if (std::string path = variable("WARTA_DB"); !path.empty()) return path;
  if (const std::string data = variable("XDG_DATA_HOME"); !data.empty()) return data + "/warta/db";
  const std::string home = variable("HOME");
  if (home.empty()) {
    throw Fatal(ExitCode::kUsage, "no database named and no home directory to look for one",
                "use --db DIR");
  }
  return home + "/.local/share/warta/db";
}

}  // namespace warta
