#include "indexer/metadata.h"

#include <chrono>
#include <cstdint>
#include <optional>

#include "indexer/dateline.h"

namespace warta {
namespace {

Date DayOf(std::int64_t seconds) {
  return Date(std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds(seconds))));
}

void SetDate(Article& article, const std::optional<Date>& date, DateSource source) {
  if (article.date || !date) return;
  article.date = date;
  article.date_source = source;
}

}  // namespace

void CompleteMetadata(Article& article, const SourceFile& file) {
  if (article.id.empty()) article.id = article.url;
  if (article.id.empty()) {
    article.id = file.relative;
    if (article.line > 0) article.id += '#' + std::to_string(article.line);
  }
  SetDate(article, FindDateInPath(article.url), DateSource::kUrl);
  SetDate(article, FindDateInPath(file.relative), DateSource::kPath);
  if (!article.date) SetDate(article, FindPublicationDate(article.body), DateSource::kText);
  SetDate(article, DayOf(file.modified), DateSource::kFile);
  if (article.source.empty()) article.source = FindDatelineSource(article.body);
  if (article.source.empty()) article.source = FindQuotedSource(article.body);
}

}  // namespace warta
