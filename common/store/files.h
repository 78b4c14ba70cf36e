#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace warta {

/// The whole of a small file; Fatal (kIoError) when it cannot be read.
std::string ReadSmallFile(const std::string& path);

/// Puts a file in place atomically and durably: written beside it, fsynced, renamed over it, folder
/// fsynced. Fatal (kIoError) on any failure, with the old file untouched.
void ReplaceFile(const std::string& path, std::string_view content);

/// Removes a file, if it is there, so that it stays removed: the folder is fsynced. Fatal (kIoError)
/// on failure.
void RemoveFile(const std::string& path);

/// Flushes every file of a folder, and the folder itself, to the disk. Fatal (kIoError) on failure.
void SyncFolder(const std::string& folder);

/// Flushes what a folder says of its entries: that a file was renamed, say.
void SyncEntries(const std::string& folder);

/// The size of all files in a folder, those in folders of it left out; 0 when it cannot be listed.
std::uint64_t FolderBytes(const std::string& folder);

}  // namespace warta
