#pragma once

#include <string>
#include <string_view>

namespace warta {

/// The whole of a small file; Fatal (kIoError) when it cannot be read.
std::string ReadSmallFile(const std::string& path);

/// Puts a file in place atomically and durably: written beside it, fsynced, renamed over it, folder
/// fsynced. Fatal (kIoError) on any failure, with the old file untouched.
void ReplaceFile(const std::string& path, std::string_view content);

/// Flushes every file of a folder, and the folder itself, to the disk. Fatal (kIoError) on failure.
void SyncFolder(const std::string& folder);

}  // namespace warta
