// Measures how well the text of an article tells its day of publication: reads articles as JSON
// Lines with the fields `date` (the truth, 2019-09-10) and `body` on standard input, and prints for
// each kind of evidence how many articles have it and how far the inferred day is from the true one.
//
//   date_evidence < news.jsonl
//   date_evidence --errors KIND < news.jsonl   each article of the kind with another day, to look at
//
// The year of dates without one is told by a file of about a month later, unless the text tells it.

#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "common/date/mention.h"
#include "common/date/publication.h"

namespace {

using namespace warta;

constexpr int kFileAge = 30;  // days

// How many articles were inferred to be so many days older than they are.
struct Row {
  int articles = 0;
  int right = 0;
  int day_before = 0;
  int week_before = 0;
  int before = 0;  // by more than a week
  int after = 0;

  void Count(int late) {
    ++articles;
    if (late == 0)
      ++right;
    else if (late < 0)
      ++after;
    else
      ++(late == 1 ? day_before : late <= 7 ? week_before : before);
  }
};

std::string NameOf(DateEvidence evidence) {
  switch (evidence) {
    case DateEvidence::kDateline:
      return "dateline or line of its own";
    case DateEvidence::kWeekdayNumeric:
      return "Senin (7/2/2022)";
    case DateEvidence::kWeekdayNamed:
      return "Senin, 7 Februari 2022";
    case DateEvidence::kNumeric:
      return "(7/2/2022)";
    case DateEvidence::kNoYear:
      return "Senin (7/2)";
  }
  return "";
}

std::string AroundDates(const std::string& body) {
  constexpr std::size_t kBefore = 60;
  std::string shown;
  for (const DateMention& mention : FindDates(body)) {
    const std::size_t begin = mention.begin < kBefore ? 0 : mention.begin - kBefore;
    shown += " | " + body.substr(begin, mention.end + 20 - begin);
  }
  for (char& c : shown) c = c == '\n' ? '/' : c;
  return shown;
}

// The date of the other mentions, which are not used: what it would be worth.
std::optional<Date> LatestFullDate(std::string_view body, const Date& not_after) {
  std::optional<Date> latest;
  for (const DateMention& mention : FindDates(body)) {
    const auto date = mention.date();
    if (date && *date <= not_after && (!latest || *date > *latest)) latest = date;
  }
  return latest;
}

void PrintRow(const std::string& name, const Row& row, int all) {
  const auto share = [](int part, int whole) { return whole == 0 ? 0 : 100.0 * part / whole; };
  std::cout << std::left << std::setw(30) << name << std::right << std::fixed
            << std::setprecision(1) << std::setw(8) << row.articles << std::setw(8)
            << share(row.articles, all);
  for (const int part : {row.right, row.day_before, row.week_before, row.before, row.after})
    std::cout << std::setw(9) << share(part, row.articles);
  std::cout << '\n';
}

class Measure {
 public:
  explicit Measure(std::string errors) : errors_(std::move(errors)) {}

  void Add(const nlohmann::json& record) {
    const auto truth = ParseTimestamp(record.value("date", ""));
    if (!truth) return;
    const std::string body = record.value("body", "");
    const auto file = AddDays(truth->date, kFileAge);
    const auto found = FindPublicationDate(body, {file, file});
    std::optional<Date> date;
    std::string kind;
    if (found) {
      date = found->when.date;
      kind = NameOf(found->evidence);
    } else if (file) {
      date = LatestFullDate(body, *file);
      kind = date ? "other full dates (not used)" : "none";
    }
    ++all_;
    const int late = date ? DaysBetween(*date, truth->date) : 0;
    rows_[kind].Count(late);
    if (found) rows_["all inferred"].Count(late);
    if (found && body.find('(') != std::string::npos && HasNumeric(body))
      rows_["all with a (7/2/2022)"].Count(late);
    if (kind == errors_ && late != 0)
      std::cout << late << ' ' << FormatIso(truth->date) << ' ' << record.value("source", "") << ' '
                << FormatIso(*date) << AroundDates(body) << '\n';
  }

  void Print() const {
    std::cout << std::left << std::setw(30) << "evidence" << std::right << std::setw(8)
              << "articles" << std::setw(8) << "%" << std::setw(9) << "right" << std::setw(9)
              << "-1 day" << std::setw(9) << "-2 to -7" << std::setw(9) << "earlier" << std::setw(9)
              << "later" << '\n';
    for (const auto& [name, row] : rows_) {
      if (name != "none") PrintRow(name, row, all_);
    }
    const auto none = rows_.find("none");
    if (none != rows_.end())
      std::cout << "none: " << none->second.articles << " of " << all_ << " articles\n";
  }

 private:
  static bool HasNumeric(const std::string& body) {
    for (const DateMention& mention : FindDates(body)) {
      if (mention.numeric && mention.parenthesised && mention.year) return true;
    }
    return false;
  }

  std::string errors_;
  std::map<std::string, Row> rows_;
  int all_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  const bool errors = argc == 3 && std::string_view(argv[1]) == "--errors";
  if (argc != 1 && !errors) {
    std::cerr << "usage: date_evidence [--errors KIND] < articles.jsonl\n";
    return EXIT_FAILURE;
  }
  Measure measure(errors ? argv[2] : "");
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto record = nlohmann::json::parse(line, nullptr, false);
    if (record.is_object()) measure.Add(record);
  }
  if (!errors) measure.Print();
  return EXIT_SUCCESS;
}
