// Any text: what is read as a date is a day, says where it stands, and comes back as it was written
// down.

#include <string>

#include "common/date/mention.h"
#include "common/date/path.h"
#include "common/date/period.h"
#include "common/date/publication.h"
#include "common/date/timestamp.h"
#include "tests/fuzz/checks.h"

namespace {

using namespace warta;
using fuzz::Require;

constexpr Date kToday{std::chrono::year(2022), std::chrono::February, std::chrono::day(9)};

void RequireGoodTimestamp(std::string_view text, const std::optional<Timestamp>& read) {
  if (!read) return;
  Require(read->date.ok(), "a timestamp has a day", text);
  Require(ParseTimestamp(FormatIso(*read)) == read, "a timestamp comes back", text);
}

void RequireGoodMentions(std::string_view text) {
  std::size_t end = 0;
  for (const DateMention& mention : FindDates(text)) {
    Require(end <= mention.begin && mention.begin < mention.end && mention.end <= text.size(),
            "mentions stand in the text in order", text);
    end = mention.end;
    Require(mention.month >= 1 && mention.month <= 12, "a mention has a month", text);
    Require(!mention.year || mention.day == 0 || mention.date(), "with a year it is a day", text);
    Require(mention.day == 0 || ResolveYear(mention, kToday), "a year is found", text);
  }
}

void RequireGoodPeriod(std::string_view text) {
  const Result<DateRange> range = ParsePeriod(text, kToday);
  if (range.ok()) {
    Require(range.value().first.ok() && range.value().first <= range.value().last,
            "a period begins before it ends", text);
  } else {
    Require(!range.error().message.empty(), "an error says what it is", text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::AsText(data, size);
  RequireGoodTimestamp(text, ParseTimestamp(text));
  RequireGoodTimestamp(text, FindDateInPath(text));
  RequireGoodMentions(text);
  RequireGoodPeriod(text);
  const auto found = FindPublicationDate(text, {kToday, kToday});
  if (found) {
    RequireGoodTimestamp(text, found->when);
    Require(found->when.date <= kToday, "nothing is published after today", text);
  }
  return 0;
}
