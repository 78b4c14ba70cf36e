#include "indexer/readers/archive.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <archive.h>
#include <archive_entry.h>

#include "indexer/entry_name.h"

namespace warta {
namespace {

constexpr std::size_t kBlockSize = std::size_t{256} * 1024;

// libarchive does not set a text for every error.
Error ArchiveError(archive* reader) {
  const char* message = archive_error_string(reader);
  return Error{message == nullptr ? "is damaged" : message};
}

// The name of the member at hand. The programs never leave the C locale, so what this gives does
// not depend on who runs them.
std::string MemberName(archive_entry* entry) {
  const char* name = archive_entry_pathname(entry);
  if (name == nullptr) name = archive_entry_pathname_utf8(entry);
  std::string text = EntryName(name == nullptr ? "" : name);
  // Written by a program of Windows that did not keep to the standard.
  if (text.find('/') == std::string::npos) std::replace(text.begin(), text.end(), '\\', '/');
  return text;
}

}  // namespace

bool IsPacked(std::string_view head) {
  using namespace std::string_view_literals;
  constexpr std::array kSigns = {"\x1F\x8B"sv,
                                 "\x28\xB5\x2F\xFD"sv,
                                 "\xFD"
                                 "7zXZ\0"sv,
                                 "BZh"sv,
                                 "PK\x03\x04"sv,
                                 "PK\x05\x06"sv};
  if (std::any_of(kSigns.begin(), kSigns.end(),
                  [head](std::string_view sign) { return head.starts_with(sign); })) {
    return true;
  }
  constexpr std::size_t kTarSign = 257;
  return head.size() > kTarSign && head.substr(kTarSign).starts_with("ustar");
}

void Archive::Close::operator()(archive* reader) const {
  archive_read_free(reader);
}

Archive::Archive(ReadBudget& budget) : reader_(archive_read_new()), budget_(budget) {
  archive* a = reader_.get();
  // Named one by one: "all" would start external programs for some kinds of content.
  archive_read_support_filter_gzip(a);
  archive_read_support_filter_zstd(a);
  archive_read_support_filter_xz(a);
  archive_read_support_filter_bzip2(a);
  archive_read_support_format_zip(a);
  archive_read_support_format_tar(a);
  archive_read_support_format_raw(a);
  archive_read_support_format_empty(a);
}

Archive::~Archive() = default;

Result<std::unique_ptr<Archive>> Archive::OpenFile(const std::string& path, ReadBudget& budget) {
  std::unique_ptr<Archive> opened(new Archive(budget));
  const int status = archive_read_open_filename(opened->reader_.get(), path.c_str(), kBlockSize);
  return Opened(std::move(opened), status);
}

Result<std::unique_ptr<Archive>> Archive::Open(Input& bytes, ReadBudget& budget) {
  std::unique_ptr<Archive> opened(new Archive(budget));
  opened->bytes_ = &bytes;
  const auto read = [](archive* reader, void* self, const void** block) -> la_ssize_t {
    auto* archive = static_cast<Archive*>(self);
    Result<std::string> next = archive->bytes_->Read(kBlockSize);
    if (!next.ok()) {
      archive_set_error(reader, EIO, "%s", next.error().message.c_str());
      return -1;
    }
    archive->block_ = std::move(next.value());
    *block = archive->block_.data();
    return static_cast<la_ssize_t>(archive->block_.size());
  };
  const int status = archive_read_open(opened->reader_.get(), opened.get(), nullptr, read, nullptr);
  return Opened(std::move(opened), status);
}

Result<std::unique_ptr<Archive>> Archive::Opened(std::unique_ptr<Archive> opened, int status) {
  if (status != ARCHIVE_OK) return ArchiveError(opened->reader_.get());
  return opened;
}

// Accounts for what libarchive unpacked only to pass over it.
std::optional<Error> Archive::SpendExpanded() {
  const auto expanded = static_cast<std::uint64_t>(archive_filter_bytes(reader_.get(), 0));
  if (expanded <= spent_) return std::nullopt;
  const std::uint64_t more = expanded - spent_;
  spent_ = expanded;
  return budget_.SpendBytes(more);
}

Result<std::optional<Archive::Member>> Archive::NextMember() {
  in_member_ = false;
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(reader_.get(), &entry);
  if (status == ARCHIVE_EOF) return std::optional<Member>();
  if (status < ARCHIVE_WARN) return ArchiveError(reader_.get());
  if (const auto over = SpendExpanded()) return *over;
  if (const auto over = budget_.SpendMember()) return *over;
  in_member_ = true;
  Member member;
  const bool is_raw = archive_format(reader_.get()) == ARCHIVE_FORMAT_RAW;
  if (!is_raw) member.name = MemberName(entry);
  member.is_file = is_raw || archive_entry_filetype(entry) == AE_IFREG;
  if (archive_entry_mtime_is_set(entry) != 0) member.modified = archive_entry_mtime(entry);
  return std::optional(std::move(member));
}

Result<std::string_view> Archive::Next() {
  const void* block = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0;
  while (in_member_) {
    const int status = archive_read_data_block(reader_.get(), &block, &size, &offset);
    if (status == ARCHIVE_EOF) break;
    if (status < ARCHIVE_WARN) {
      in_member_ = false;
      return ArchiveError(reader_.get());
    }
    if (size == 0) continue;
    spent_ += size;
    if (const auto over = budget_.SpendBytes(size)) {
      in_member_ = false;
      return *over;
    }
    return std::string_view(static_cast<const char*>(block), size);
  }
  in_member_ = false;
  return std::string_view();
}

}  // namespace warta
