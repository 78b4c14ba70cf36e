#include "common/store/stored_article.h"

#include <cstdint>
#include <optional>

#include "common/date/timestamp.h"
#include "common/store/sealed_bytes.h"

namespace warta {
namespace {

constexpr char kFormat = 1;

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

void AppendField(std::string& out, Field field, std::string_view value) {
  if (value.empty()) return;
  out.push_back(static_cast<char>(field));
  AppendText(out, value);
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
  return Seal(kFormat, fields);
}

Result<Article> DecodeArticle(std::string_view record) {
  const Result<std::string_view> payload = Unseal(kFormat, record, "the stored article");
  if (!payload.ok()) return payload.error();
  std::string_view fields = payload.value();
  Article article;
  while (!fields.empty()) {
    const auto field = static_cast<std::uint8_t>(fields.front());
    fields.remove_prefix(1);
    const auto value = TakeText(fields);
    if (!value || value->empty()) return Error{"the stored article is malformed"};
    Set(article, field, *value);
  }
  return article;
}

}  // namespace warta
