#include "common/store/database_directory.h"

#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <sstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "common/environment.h"
#include "common/exit_code.h"
#include "common/fatal.h"
#include "common/store/files.h"
#include "common/store/generation_checksums.h"
#include "common/translate.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPointer = "XAPIANDB";
constexpr std::string_view kGenerationPrefix = "gen-";
constexpr std::string_view kState = "state.json";
constexpr std::string_view kHalfWritten = ".tmp";  // behind the name: ReplaceFile

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
         name.starts_with(kPointer) || name.starts_with(kState);
}

constexpr const char* kOtherDirectory = N_("name another directory with --db");

// Fatal unless every entry of the directory could have been made by us.
void RefuseForeign(const std::string& path) {
  std::error_code error;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (IsOurs(name)) continue;
    throw Fatal(ExitCode::kRefused, {N_("{1} is not a Warta database: it holds {2}"), {path, name}},
                {kOtherDirectory});
  }
  if (error)
    throw Fatal(ExitCode::kIoError, {N_("cannot open {1}: {2}"), {path, error.message()}}, {});
}

// The generation that the text of a pointer names.
std::optional<unsigned> TargetOf(std::string_view pointer) {
  constexpr std::string_view kKind = "auto ";
  if (pointer.ends_with('\n')) pointer.remove_suffix(1);
  if (!pointer.starts_with(kKind)) return std::nullopt;
  return GenerationNumber(pointer.substr(kKind.size()));
}

std::vector<unsigned> GenerationNumbers(const std::string& path) {
  std::vector<unsigned> numbers;
  std::error_code error;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
    if (const auto number = GenerationNumber(it->path().filename().string()))
      numbers.push_back(*number);
  }
  const bool is_none =
      error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
  if (error && !is_none)
    throw Fatal(ExitCode::kIoError, "cannot list " + path + ": " + error.message());
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
  if (error)
    throw Fatal(ExitCode::kIoError, {N_("cannot open {1}: {2}"), {path_, error.message()}}, {});
  if (!fs::is_directory(status))
    throw Fatal(ExitCode::kRefused, {N_("{1} is not a directory"), {path_}}, {});
  const std::string pointer = PointerPath();
  if (!fs::exists(pointer, error) && !error) {
    RefuseForeign(path_);
    return std::nullopt;
  }
  if (!fs::is_regular_file(pointer, error) && !error) {
    throw Fatal(ExitCode::kRefused, {N_("{1} is not a file"), {pointer}}, {kOtherDirectory});
  }
  if (const auto number = TargetOf(ReadSmallFile(pointer))) return number;
  throw Fatal(ExitCode::kRefused,
              {N_("{1} does not point to a generation of a Warta database"), {pointer}},
              {kOtherDirectory});
}

std::string DatabaseDirectory::GenerationPath(unsigned number) const {
  return path_ + "/" + GenerationName(number);
}

std::string DatabaseDirectory::PointerPath() const {
  return (path_ + '/').append(kPointer);
}

void DatabaseDirectory::PointTo(unsigned number) const {
  ReplaceFile(PointerPath(), "auto " + GenerationName(number) + '\n');
}

std::optional<unsigned> DatabaseDirectory::PointedTo() const {
  std::error_code error;
  if (!fs::is_regular_file(PointerPath(), error)) return std::nullopt;
  return TargetOf(ReadSmallFile(PointerPath()));
}

std::vector<DatabaseDirectory::Generation> DatabaseDirectory::Generations() const {
  const std::optional<unsigned> live = PointedTo();
  std::vector<Generation> generations;
  for (const unsigned number : GenerationNumbers(path_)) {
    const std::string path = GenerationPath(number);
    generations.push_back({number, path, FolderBytes(path), number == live});
  }
  return generations;
}

void DatabaseDirectory::Create() const {
  std::error_code error;
  fs::create_directories(path_, error);
  if (error) throw Fatal(ExitCode::kIoError, "cannot create " + path_ + ": " + error.message());
}

void DatabaseDirectory::RemoveLeftovers() const {
  const unsigned live = LiveGeneration().value_or(0);
  for (const unsigned number : GenerationNumbers(path_)) {
    if (number > live) Remove(GenerationPath(number));
  }
  for (const std::string_view name : {kPointer, kState})
    Remove((path_ + '/').append(name).append(kHalfWritten));
}

unsigned DatabaseDirectory::PrepareGeneration() const {
  RemoveLeftovers();
  return LiveGeneration().value_or(0) + 1;
}

void DatabaseDirectory::Publish(unsigned number) const {
  const std::optional<unsigned> before = LiveGeneration();
  SyncFolder(GenerationPath(number));
  PointTo(number);
  // The new generation is live: what cannot be tidied away now is no failure any more.
  for (const unsigned old : GenerationNumbers(path_)) {
    std::error_code ignored;
    if (old != number && old != before) fs::remove_all(GenerationPath(old), ignored);
  }
}

unsigned DatabaseDirectory::RollBack() const {
  constexpr const char* kHint = "restore it from a backup, or build it again with --rebuild";
  const std::optional<unsigned> live = PointedTo();
  std::vector<unsigned> numbers = GenerationNumbers(path_);
  std::reverse(numbers.begin(), numbers.end());
  for (const unsigned number : numbers) {
    if (live && number >= *live) continue;
    const ChecksumReport checksums = VerifyChecksums(GenerationPath(number));
    // Without a pointer nothing else tells a complete generation from one half built.
    if (!live && !checksums.found) continue;
    if (!checksums.damage.empty()) {
      throw Fatal(ExitCode::kDamaged,
                  GenerationPath(number) + " is damaged: " + checksums.damage.front(), kHint);
    }
    PointTo(number);
    return number;
  }
  throw Fatal(ExitCode::kRefused, path_ + " has no generation to go back to", kHint);
}

std::string DefaultDatabasePath() {
  const auto variable = [](const char* name) { return std::string(EnvironmentVariable(name)); };
  if (std::string path = variable("WARTA_DB"); !path.empty()) return path;
  if (const std::string data = variable("XDG_DATA_HOME"); !data.empty()) return data + "/warta/db";
  const std::string home = variable("HOME");
  if (!home.empty()) return home + "/.local/share/warta/db";
  const Message nowhere = {N_("no database named and no home directory to look for one")};
  throw Fatal(ExitCode::kUsage, nowhere, {N_("use --db DIR")});
}

}  // namespace warta
