#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

namespace warta {

/// Names and contents of the files of an archive; a content that begins with "-> " makes a link.
using Members = std::vector<std::pair<std::string, std::string>>;

/// Writes an archive of the format ("zip", "ustar", "raw") under a compression ("none", "gzip",
/// "zstd", "xz", "bzip2").
inline void WriteArchive(const std::string& path, const char* format, const char* filter,
                         const Members& members) {
  archive* a = archive_write_new();
  ASSERT_EQ(archive_write_set_format_by_name(a, format), ARCHIVE_OK) << format;
  if (std::string_view(filter) != "none") {
    ASSERT_EQ(archive_write_add_filter_by_name(a, filter), ARCHIVE_OK) << filter;
  }
  ASSERT_EQ(archive_write_set_bytes_in_last_block(a, 1), ARCHIVE_OK);
  ASSERT_EQ(archive_write_open_filename(a, path.c_str()), ARCHIVE_OK) << path;
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_perm(entry, 0644);
    const bool is_link = content.starts_with("-> ");
    archive_entry_set_filetype(entry, is_link ? AE_IFLNK : AE_IFREG);
    if (is_link) archive_entry_set_symlink(entry, content.c_str() + 3);
    archive_entry_set_size(entry, is_link ? 0 : static_cast<la_int64_t>(content.size()));
    ASSERT_EQ(archive_write_header(a, entry), ARCHIVE_OK) << archive_error_string(a);
    if (!is_link) {
      ASSERT_EQ(archive_write_data(a, content.data(), content.size()),
                static_cast<la_ssize_t>(content.size()));
    }
    archive_entry_free(entry);
  }
  ASSERT_EQ(archive_write_free(a), ARCHIVE_OK);
}

}  // namespace warta
