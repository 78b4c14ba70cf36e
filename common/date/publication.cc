#include "common/date/publication.h"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <iterator>
#include <string>
#include <tuple>
#include <vector>

#include "common/ascii.h"
#include "common/date/date_line.h"
#include "common/date/mention.h"

namespace warta {
namespace {

// How many lines at the head and at the foot of a text may state its date.
constexpr std::size_t kMostLines = 3;

// What a sentence says of a day in it, worst first.
enum class Sense { kAnnounced, kPlain, kSaid };

constexpr std::string_view kSaying[] = {
    "kata",       "ujar",        "tutur",      "ucap",          "jelas",      "ungkap",
    "terang",     "papar",       "imbuh",      "tegas",         "sebut",      "tulis",
    "cetus",      "beber",       "tandas",     "pungkas",       "menurut",    "mengatakan",
    "dikutip",    "dilansir",    "mengutip",   "melansir",      "dihubungi",  "ditemui",
    "menuturkan", "menjelaskan", "menyatakan", "mengungkapkan", "menegaskan", "menyebutkan",
    "kepada",     "keterangan",  "disampaikan"};

constexpr std::string_view kAnnouncing[] = {"akan",  "bakal",  "rencananya", "dijadwalkan",
                                            "besok", "nanti",  "hingga",     "sampai",
                                            "mulai", "jadwal", "sebelum"};

constexpr std::string_view kToCome[] = {"depan", "mendatang", "nanti", "besok"};

template <std::size_t kCount>
bool AnyWord(std::string_view text, const std::string_view (&list)[kCount]) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && IsLetter(text[end])) ++end;
    std::string word = LowerAscii(text.substr(at, end - at));
    if (word.ends_with("nya") && Contains(list, word.substr(0, word.size() - 3))) return true;
    if (Contains(list, word)) return true;
    at = end + 1;
  }
  return false;
}

std::size_t SentenceBegin(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const std::size_t line = before.rfind('\n');
  const std::size_t stop = before.rfind(". ");
  const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
  return stop == std::string_view::npos ? begin : std::max(begin, stop + 2);
}

std::size_t SentenceEnd(std::string_view text, std::size_t at) {
  return std::min({text.find('\n', at), text.find(". ", at), text.size()});
}

Sense SenseOf(std::string_view text, const DateMention& mention) {
  std::string_view behind = text.substr(mention.end, 16);
  while (!behind.empty() && !IsLetter(behind.front())) behind.remove_prefix(1);
  const auto word_end = std::find_if_not(behind.begin(), behind.end(), IsLetter);
  const auto next = behind.substr(0, static_cast<std::size_t>(word_end - behind.begin()));
  if (Contains(kToCome, LowerAscii(next))) return Sense::kAnnounced;
  const std::size_t begin = SentenceBegin(text, mention.begin);
  const std::size_t end = SentenceEnd(text, mention.end);
  if (AnyWord(text.substr(begin, end - begin), kSaying)) return Sense::kSaid;
  return AnyWord(text.substr(begin, mention.begin - begin), kAnnouncing) ? Sense::kAnnounced
                                                                         : Sense::kPlain;
}

// A day of running text that may be that of publication; better ones are greater.
struct Candidate {
  bool weekday_fits = false;
  bool with_weekday = false;
  Sense sense = Sense::kPlain;
  Date date;
  DateEvidence evidence = DateEvidence::kNumeric;

  auto Rank() const { return std::tuple(weekday_fits, with_weekday, sense, date); }
};

bool WeekdayFits(const DateMention& mention, const Date& date) {
  return !mention.weekday || *mention.weekday == std::chrono::weekday(std::chrono::sys_days(date));
}

// What kind of evidence a mention is; none if it is no day that texts are dated with.
std::optional<DateEvidence> EvidenceOf(const DateMention& mention) {
  if (mention.day == 0) return std::nullopt;
  // Without a weekday FindDates reports only what follows "hari ini", "kemarin", "malam".
  if (!mention.year) return mention.numeric ? std::optional(DateEvidence::kNoYear) : std::nullopt;
  if (mention.weekday) {
    return mention.numeric ? DateEvidence::kWeekdayNumeric : DateEvidence::kWeekdayNamed;
  }
  return mention.parenthesised ? std::optional(DateEvidence::kNumeric) : std::nullopt;
}

// One text with its dates.
class Publication {
 public:
  Publication(std::string_view text, const PublicationHints& hints)
      : text_(text), hints_(hints), mentions_(FindDates(text)), near_(Reference()) {}

  std::optional<PublicationDate> Find() const {
    if (mentions_.empty()) return std::nullopt;
    auto found = FindInLines();
    return found ? found : FindInSentences();
  }

 private:
  bool CanBe(const Date& date) const { return !hints_.not_after || date <= *hints_.not_after; }

  // The day that tells the year of others: the latest one of the text with weekday or parenthesis,
  // else the hint.
  std::optional<Date> Reference() const {
    std::optional<Date> latest;
    for (const DateMention& mention : mentions_) {
      const auto date = mention.date();
      if (!date || !EvidenceOf(mention) || !CanBe(*date) || !WeekdayFits(mention, *date)) continue;
      if (!latest || *date > *latest) latest = date;
    }
    return latest ? latest : hints_.near;
  }

  std::optional<Date> Resolve(const DateMention& mention) const {
    auto date = mention.date();
    if (!date && near_) date = ResolveYear(mention, *near_);
    return date && CanBe(*date) ? date : std::nullopt;
  }

  std::optional<PublicationDate> Dated(const std::optional<DateLine>& line) const {
    const auto date = line ? Resolve(line->mention) : std::nullopt;
    const auto when = date ? MakeTimestamp(*date, line->time) : std::nullopt;
    if (!when || !CanBe(when->date)) return std::nullopt;
    return PublicationDate{*when, DateEvidence::kDateline};
  }

  std::optional<PublicationDate> FindInLines() const {
    std::string_view rest = text_;
    for (std::size_t i = 0; i < kMostLines && !rest.empty(); ++i) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      if (const auto found = Dated(FindDateline(line))) return found;
      if (const auto found = Dated(ReadDateLine(line))) return found;
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
    for (std::size_t i = 0; i < kMostLines && !rest.empty(); ++i) {
      const std::size_t end = rest.rfind('\n');
      const std::size_t begin = end == std::string_view::npos ? 0 : end + 1;
      if (const auto found = Dated(ReadDateLine(rest.substr(begin)))) return found;
      rest = rest.substr(0, begin == 0 ? 0 : end);
    }
    return std::nullopt;
  }

  std::optional<PublicationDate> FindInSentences() const {
    std::optional<Candidate> best;
    for (const DateMention& mention : mentions_) {
      const auto evidence = EvidenceOf(mention);
      const auto date = evidence ? Resolve(mention) : std::nullopt;
      if (!date) continue;
      const Candidate candidate{WeekdayFits(mention, *date), mention.weekday.has_value(),
                                SenseOf(text_, mention), *date, *evidence};
      if (!best || candidate.Rank() > best->Rank()) best = candidate;
    }
    if (!best) return std::nullopt;
    return PublicationDate{Timestamp{best->date}, best->evidence};
  }

  std::string_view text_;
  const PublicationHints& hints_;
  std::vector<DateMention> mentions_;
  std::optional<Date> near_;
};

}  // namespace

std::optional<PublicationDate> FindPublicationDate(std::string_view text,
                                                   const PublicationHints& hints) {
  return Publication(text, hints).Find();
}

}  // namespace warta
