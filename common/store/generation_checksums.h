#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace warta {

/// Every finished generation has a file CHECKSUMS (docs/FORMAT.md), which tells any change of its
/// files that is not the indexer's. It is removed before a run writes into the generation and made
/// anew at the end: where there is none, a run was interrupted, which is no damage.

/// Takes down the checksums of all files of a generation, and how many articles it holds. REQUIRES:
/// nobody has it open for writing. Fatal (kIoError) on failure.
void WriteChecksums(const std::string& generation_path, std::uint64_t articles);

/// Removes them, durably; nothing happens where there are none. Fatal (kIoError) on failure.
void RemoveChecksums(const std::string& generation_path);

bool HasChecksums(const std::string& generation_path);

/// What a generation's files are, beside its CHECKSUMS.
struct ChecksumReport {
  bool found = false;          ///< whether there is a CHECKSUMS at all
  std::uint64_t articles = 0;  ///< as it says; 0 when it is missing or damaged
  /// A line for each file that is not as it was: `position.glass: its checksum does not fit`.
  std::vector<std::string> damage;
};

/// Compares all files with the checksums; reads every byte once. Fatal (kIoError) when a file may
/// not be read; what the disk cannot give back is damage.
ChecksumReport VerifyChecksums(const std::string& generation_path);

}  // namespace warta
