#include "indexer/metadata.h"

#include <cstdint>
#include <ctime>
#include <optional>

#include "common/date/path.h"
#include "common/date/publication.h"
#include "indexer/dateline.h"
#include "indexer/entry_name.h"
#include "indexer/url.h"

namespace warta {
namespace {

// The day on the clock of the machine, which is that of the newsroom.
std::optional<Date> DayOf(std::int64_t seconds) {
  if (seconds == 0) return std::nullopt;
  const std::time_t time = seconds;
  std::tm local = {};
  if (::localtime_r(&time, &local) == nullptr) return std::nullopt;
  return MakeDate(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

std::optional<Date> Today() {
  return DayOf(std::time(nullptr));
}

void SetDate(Article& article, const std::optional<Timestamp>& when, DateSource source) {
  if (!article.date) SetPublished(article, when, source);
}

// What tells the year of the text's dates that have none.
std::optional<Date> RoughDate(const Article& article, const SourceFile& file) {
  if (const auto date = FindRoughDateInPath(article.url)) return date;
  if (const auto date = FindRoughDateInPath(file.relative)) return date;
  return article.line == 0 ? DayOf(file.modified) : std::nullopt;
}

void SetDateFromText(Article& article, const SourceFile& file) {
  const PublicationHints hints{Today(), RoughDate(article, file)};
  const auto found = FindPublicationDate(article.body, hints);
  if (!found) return;
  const bool dateline = found->evidence == DateEvidence::kDateline;
  SetDate(article, found->when, dateline ? DateSource::kDateline : DateSource::kText);
}

// The day with the time of the URL, which fields often leave out.
void SetTimeFromUrl(Article& article, const std::optional<Timestamp>& url) {
  if (article.date && !article.time && url && url->date == *article.date) article.time = url->time;
}

}  // namespace

void CompleteMetadata(Article& article, const SourceFile& file) {
  if (article.id.empty()) article.id = article.url;
  if (article.id.empty()) {
    article.id = EntryName(file.relative);
    if (article.line > 0) article.id += '#' + std::to_string(article.line);
  }
  const auto url = FindDateInPath(article.url);
  SetTimeFromUrl(article, url);
  SetDate(article, url, DateSource::kUrl);
  SetDate(article, FindDateInPath(file.relative), DateSource::kPath);
  if (!article.date) SetDateFromText(article, file);
  // The time of a file of many articles says nothing of any of them.
  const auto modified = article.line == 0 ? DayOf(file.modified) : std::nullopt;
  if (modified) SetDate(article, Timestamp{*modified}, DateSource::kFile);
  if (article.source.empty()) article.source = FindDatelineSource(article.body);
  if (article.source.empty()) article.source = HostOf(article.url);
  if (article.source.empty()) article.source = FindQuotedSource(article.body);
}

}  // namespace warta
