#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace warta {

/// What a check has found out about a generation.
struct GenerationReport {
  enum class Role {
    kLive,
    kBefore,    ///< can be gone back to
    kLeftover,  ///< above the live one: not looked at, the next run removes it
  };

  unsigned number = 0;
  Role role = Role::kBefore;
  std::uint64_t bytes = 0;
  std::optional<std::uint64_t> articles;  ///< none: not known
  bool has_checksums = false;
  std::vector<std::string> damage;  ///< a line each
};

struct DatabaseReport {
  std::vector<GenerationReport> generations;  ///< newest first
  /// What is wrong with the directory as a whole, a line each: the pointer, what it names.
  std::vector<std::string> damage;
};

/// Checks a database under its lock, without changing anything of it. Of the live generation: the
/// checksums of its files, its structure (Xapian's own check), that every article can be read, is
/// found by its id and place, agrees with its values and stands in a file that is known, that there
/// are as many as were written, and that the records of files can be read; of the generation before
/// only the checksums. Damage, also such that Xapian throws or crashes over
/// it, is reported, never thrown. Fatal: kRefused when there is no database, or an undamaged one of
/// another schema or analyser; kBusy; kIoError when something may not be read. REQUIRES: no other
/// thread is running.
DatabaseReport CheckDatabase(const std::string& path, std::chrono::seconds lock_wait);

/// Fatal (kDamaged) unless all that stands above, but for the checksums, is so of a generation, and
/// it holds so many articles: before it gets checksums, and a new one becomes live. REQUIRES: as
/// above.
void VerifyGeneration(const std::string& generation_path, std::uint64_t articles);

}  // namespace warta
