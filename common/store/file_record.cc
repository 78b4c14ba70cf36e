#include "common/store/file_record.h"

#include <optional>

#include <xxhash.h>

#include "common/store/sealed_bytes.h"

namespace warta {
namespace {

constexpr char kFormat = 1;

template <class Items, class Append>
void AppendAll(std::string& out, const Items& items, const Append& append) {
  AppendNumber(out, items.size());
  for (const auto& item : items) append(out, item);
}

// Takes what Encode has appended, in the same order; once something is missing, all else is.
class Fields {
 public:
  explicit Fields(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t Number() { return Kept(TakeNumber(rest_)).value_or(0); }
  std::string Text() { return std::string(Kept(TakeText(rest_)).value_or("")); }

  std::vector<std::string> Texts() {
    std::vector<std::string> list;
    for (std::uint64_t count = Number(); count > 0 && whole_; --count) list.push_back(Text());
    return list;
  }
  std::vector<std::uint64_t> Numbers() {
    std::vector<std::uint64_t> list;
    for (std::uint64_t count = Number(); count > 0 && whole_; --count) list.push_back(Number());
    return list;
  }

  bool whole() const { return whole_; }

 private:
  template <class Value>
  std::optional<Value> Kept(std::optional<Value> value) {
    whole_ = whole_ && value.has_value();
    return value;
  }

  std::string_view rest_;
  bool whole_ = true;
};

}  // namespace

std::uint64_t HashId(std::string_view id) {
  return XXH3_64bits(id.data(), id.size());
}

std::string EncodeFileRecord(const FileRecord& record) {
  std::string fields;
  AppendText(fields, record.path);
  AppendNumber(fields, record.stamp.size);
  AppendNumber(fields, static_cast<std::uint64_t>(record.stamp.modified));
  AppendNumber(fields, static_cast<std::uint64_t>(record.stamp.changed));
  AppendNumber(fields, record.hash);
  AppendText(fields, record.reading);
  AppendNumber(fields, record.articles);
  AppendNumber(fields, record.many ? 1 : 0);
  AppendAll(fields, record.problems, AppendText);
  AppendAll(fields, record.remarks, AppendText);
  AppendAll(fields, record.copies, AppendNumber);
  return Seal(kFormat, fields);
}

Result<FileRecord> DecodeFileRecord(std::string_view bytes) {
  const Result<std::string_view> payload = Unseal(kFormat, bytes, "the record of a file");
  if (!payload.ok()) return payload.error();
  Fields fields(payload.value());
  FileRecord record;
  record.path = fields.Text();
  record.stamp.size = fields.Number();
  record.stamp.modified = static_cast<std::int64_t>(fields.Number());
  record.stamp.changed = static_cast<std::int64_t>(fields.Number());
  record.hash = fields.Number();
  record.reading = fields.Text();
  record.articles = fields.Number();
  record.many = fields.Number() != 0;
  record.problems = fields.Texts();
  record.remarks = fields.Texts();
  record.copies = fields.Numbers();
  if (!fields.whole()) return Error{"the record of a file is malformed"};
  return record;
}

}  // namespace warta
