#include "indexer/metadata.h"

#include <cstdint>
#include <ctime>
#include <optional>

#include "common/text/utf8.h"
#include "indexer/dateline.h"

namespace warta {
namespace {

// The day on the clock of the machine, which is that of the newsroom.
std::optional<Date> DayOf(std::int64_t seconds) {
  const std::time_t time = seconds;
  std::tm local = {};
  if (::localtime_r(&time, &local) == nullptr) return std::nullopt;
  return MakeDate(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

std::optional<Date> Today() {
  return DayOf(std::time(nullptr));
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
    article.id = RepairUtf8(file.relative);
    if (article.line > 0) article.id += '#' + std::to_string(article.line);
  }
  SetDate(article, FindDateInPath(article.url), DateSource::kUrl);
  SetDate(article, FindDateInPath(file.relative), DateSource::kPath);
  if (!article.date)
    SetDate(article, FindPublicationDate(article.body, Today()), DateSource::kText);
  // The time of a file of many articles says nothing of any of them.
  if (article.line == 0) SetDate(article, DayOf(file.modified), DateSource::kFile);
  if (article.source.empty()) article.source = FindDatelineSource(article.body);
  if (article.source.empty()) article.source = FindQuotedSource(article.body);
}

}  // namespace warta
