#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/date.h"
#include "common/date/timestamp.h"

namespace warta {

/// What the publication date of an article was taken from, most reliable first, but for kDateline,
/// which stands before kText. The numbers are stored in databases: never reuse one.
enum class DateSource : std::uint8_t {
  kNone = 0,      ///< no date known
  kField = 1,     ///< a field of the record or the page's metadata
  kUrl = 2,       ///< /2022/02/07/ in the URL
  kPath = 3,      ///< the same in the path below the folder that was indexed
  kText = 4,      ///< a date in the text that reads like the day of publication
  kFile = 5,      ///< the file's time of modification
  kDateline = 6,  ///< the text's dateline, or a line of it that only states the date
};

/// One news article as a reader found it: plain data, all text valid UTF-8, no field obligatory but
/// id.
struct Article {
  /// Stable over runs: the record's own id, else its URL, else the path below its root.
  std::string id;
  std::string path;    ///< absolute path of the file that holds it
  std::string member;  ///< of which file in that archive, or page of that crawl; else empty
  /// Line where its record stands, from 1, or, where formats do not go by lines, the number of the
  /// record; 0: the whole file.
  std::uint64_t line = 0;
  std::string title;
  std::string body;    ///< paragraphs separated by '\n'
  std::string source;  ///< publisher, as named by the record or the dateline
  std::string category;
  std::string author;
  std::string url;
  std::optional<Date> date;  ///< day of publication
  /// Time of publication on that day, where it is known; none without a date.
  std::optional<LocalTime> time;
  DateSource date_source = DateSource::kNone;

  bool operator==(const Article&) const = default;
};

/// Dates the article, if there is a timestamp.
inline void SetPublished(Article& article, const std::optional<Timestamp>& when,
                         DateSource source) {
  if (!when) return;
  article.date = when->date;
  article.time = when->time;
  article.date_source = source;
}

/// Where the article stands: its path, with the member behind it, and `#line` for a record of many.
inline std::string Place(const Article& article) {
  std::string place = article.path;
  if (!article.member.empty()) place += '/' + article.member;
  if (article.line > 0) place += '#' + std::to_string(article.line);
  return place;
}

}  // namespace warta
