#include "common/store/free_space.h"

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <sys/statvfs.h>

#include "common/exit_code.h"
#include "common/fatal.h"
#include "common/group_digits.h"

namespace warta {
namespace {

// Rounded up, so that little is not shown as nothing.
std::string Megabytes(std::uint64_t bytes) {
  constexpr std::uint64_t kMegabyte = 1'000'000;
  return GroupDigits(bytes / kMegabyte + (bytes % kMegabyte != 0 ? 1 : 0)) + " MB";
}

}  // namespace

std::uint64_t FreeBytes(const std::string& path) {
  std::filesystem::path place = std::filesystem::absolute(path);
  struct statvfs system = {};
  while (::statvfs(place.c_str(), &system) != 0) {
    if (errno == EINTR) continue;
    if (errno != ENOENT || !place.has_relative_path()) {
      throw Fatal(ExitCode::kIoError,
                  "cannot tell the free space of " + path + ": " + std::strerror(errno));
    }
    place = place.parent_path();
  }
  return static_cast<std::uint64_t>(system.f_bavail) * system.f_frsize;
}

void RequireSpace(const std::string& path, std::uint64_t bytes, const std::string& what_for) {
  const std::uint64_t free = FreeBytes(path);
  if (free >= bytes) return;
  throw Fatal(ExitCode::kIoError,
              "not enough free space for " + what_for + ": " + Megabytes(bytes) + " needed, " +
                  Megabytes(free) + " free at " + path,
              "free some, or name a place on another disk with --db");
}

}  // namespace warta
