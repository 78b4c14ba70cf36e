#pragma once

#include <cstdint>
#include <string>

namespace warta {

/// How many bytes a user without privileges may still write to the file system that holds the path,
/// or, when there is no such file, the nearest of its parents that exists. Fatal (kIoError) when
/// the file system does not say.
std::uint64_t FreeBytes(const std::string& path);

/// Fatal (kIoError), with both figures, when so much is not free. `what_for` completes "not enough
/// free space for ...".
void RequireSpace(const std::string& path, std::uint64_t bytes, const std::string& what_for);

}  // namespace warta
