#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/readers/byte_stream.h"
#include "indexer/readers/input.h"
#include "indexer/readers/read_budget.h"

struct archive;

namespace warta {

/// Whether a file that begins with these bytes is compressed (gzip, zstd, xz, bzip2) or an archive
/// (zip, tar). 265 bytes suffice to tell.
bool IsPacked(std::string_view head);

/// The members of an archive in the order in which they stand there, which is also how a compressed
/// file is read: as an archive of one member without a name. Nothing is ever written to the disk.
/// As a stream, it gives the bytes of the member at hand.
class Archive : public ByteStream {
 public:
  /// Fails when the file is neither compressed nor an archive, or damaged at its start.
  static Result<std::unique_ptr<Archive>> OpenFile(const std::string& path, ReadBudget& budget);

  /// The same for bytes that come from another archive, which must outlive this one.
  static Result<std::unique_ptr<Archive>> Open(Input& bytes, ReadBudget& budget);

  ~Archive() override;
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  struct Member {
    std::string name;           ///< with forward slashes, valid UTF-8; empty for a compressed file
    std::int64_t modified = 0;  ///< seconds since 1970, 0 if unknown
    bool is_file = true;        ///< neither a folder nor a link or device
  };

  /// Goes on to the next member; none at the end. After an error the rest cannot be read.
  Result<std::optional<Member>> NextMember();

  Result<std::string_view> Next() override;

 private:
  struct Close {
    void operator()(archive* reader) const;
  };

  explicit Archive(ReadBudget& budget);
  static Result<std::unique_ptr<Archive>> Opened(std::unique_ptr<Archive> opened, int status);
  std::optional<Error> SpendExpanded();

  std::unique_ptr<archive, Close> reader_;
  ReadBudget& budget_;
  Input* bytes_ = nullptr;
  std::string block_;
  bool in_member_ = false;
  std::uint64_t spent_ = 0;
};

}  // namespace warta
