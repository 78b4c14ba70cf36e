#include "common/store/stored_article.h"

#include <cstdint>
#include <cstring>
#include <optional>

#include <xxhash.h>

#include "common/date/timestamp.h"

namespace warta {
namespace {

constexpr char kFormat = 1;
constexpr std::size_t kHeaderSize = 1 + sizeof(std::uint64_t);

// Field numbers on disk: never reuse one.
enum Field : std::uint8_t {
  kId = 1,
  kPath = 2,
  kLine = 3,
  kTitle = 4,
  kBody = 5,
  kSource = 6,
  kCategory = 7,
  kAuthor = 8,
  kUrl = 9,
  kDate = 10,
  kDateSource = 11,
  kMember = 12,
};

void AppendNumber(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out.push_back(static_cast<char>(value | 0x80));
  out.push_back(static_cast<char>(value));
}

void AppendField(std::string& out, Field field, std::string_view value) {
  if (value.empty()) return;
  out.push_back(static_cast<char>(field));
  AppendNumber(out, value.size());
  out.append(value);
}

std::optional<std::uint64_t> TakeNumber(std::string_view& in) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; !in.empty() && shift < 64; shift += 7) {
    const auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

void Set(Article& article, std::uint8_t field, std::string_view value) {
  switch (field) {
    case kId:
      article.id = value;
      break;
    case kPath:
      article.path = value;
      break;
    case kMember:
      article.member = value;
      break;
    case kLine:
      article.line = TakeNumber(value).value_or(0);
      break;
    case kTitle:
      article.title = value;
      break;
    case kBody:
      article.body = value;
      break;
    case kSource:
      article.source = value;
      break;
    case kCategory:
      article.category = value;
      break;
    case kAuthor:
      article.author = value;
      break;
    case kUrl:
      article.url = value;
      break;
    case kDate:
      if (const auto published = ParseTimestamp(value)) {
        article.date = published->date;
        article.time = published->time;
      }
      break;
    case kDateSource:
      article.date_source = static_cast<DateSource>(value.front());
      break;
    default:
      break;
  }
}

std::string HashBytes(std::string_view fields) {
  std::uint64_t hash = XXH3_64bits(fields.data(), fields.size());
  std::string bytes;
  for (unsigned i = 0; i < sizeof hash; ++i, hash >>= 8)
    bytes.push_back(static_cast<char>(hash & 0xFF));
  return bytes;
}

}  // namespace

std::string EncodeArticle(const Article& article) {
  std::string fields;
  AppendField(fields, kId, article.id);
  AppendField(fields, kPath, article.path);
  AppendField(fields, kMember, article.member);
  std::string line;
  if (article.line > 0) AppendNumber(line, article.line);
  AppendField(fields, kLine, line);
  AppendField(fields, kTitle, article.title);
  AppendField(fields, kBody, article.body);
  AppendField(fields, kSource, article.source);
  AppendField(fields, kCategory, article.category);
  AppendField(fields, kAuthor, article.author);
  AppendField(fields, kUrl, article.url);
  if (article.date) AppendField(fields, kDate, FormatIso(Timestamp{*article.date, article.time}));
  if (article.date_source != DateSource::kNone) {
    AppendField(fields, kDateSource, std::string(1, static_cast<char>(article.date_source)));
  }
  std::string record(1, kFormat);
  record += HashBytes(fields);
  return record += fields;
}

Result<Article> DecodeArticle(std::string_view record) {
  if (record.size() < kHeaderSize) return Error{"the stored article is cut short"};
  if (record.front() != kFormat) return Error{"the stored article has an unknown format"};
  std::string_view fields = record.substr(kHeaderSize);
  if (record.substr(1, sizeof(std::uint64_t)) != HashBytes(fields)) {
    return Error{"the stored article is damaged (its checksum does not fit)"};
  }
  Article article;
  while (!fields.empty()) {
    const auto field = static_cast<std::uint8_t>(fields.front());
    fields.remove_prefix(1);
    const auto size = TakeNumber(fields);
    if (!size || *size == 0 || *size > fields.size())
      return Error{"the stored article is malformed"};
    Set(article, field, fields.substr(0, *size));
    fields.remove_prefix(*size);
  }
  return article;
}

}  // namespace warta
