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
/// found by its id and place and agrees with its values, and that it is as many as were written; of
/// the generation before only the checksums. Damage, also such that Xapian throws or crashes over
/// it, is reported, never thrown. Fatal: kRefused when there is no database, or an undamaged one of
/// another schema or analyser; kBusy; kIoError when something may not be read. REQUIRES: no other
/// thread is running.
DatabaseReport CheckDatabase(const std::string& path, std::chrono::seconds lock_wait);

/// Fatal (kDamaged) unless a generation is sound in its structure, and each of its articles, of
/// which there are so many, as above. For one that was just built, before it becomes live: its bytes
/// cannot be stranger than Xapian's own.
void VerifyGeneration(const std::string& generation_path, std::uint64_t articles);

}  // namespace warta
