// Measures how well sketches find copies of one story: reads articles as JSON Lines with the fields
// `id`, `body`, `date`, `title` and `source` on standard input, finds all pairs with pairs of words
// in common, and prints for each range of their true Jaccard similarity what the rule does with
// them, pairs of different publishers and of one apart.
//
//   near_duplicates < news.jsonl
//   near_duplicates --pairs LOW HIGH < news.jsonl   the pairs of such similarity, to read

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/date.h"
#include "common/date/timestamp.h"
#include "common/text/analyser.h"
#include "common/text/sketch.h"
#include "searcher/search/fold.h"

namespace {

using namespace warta;
using Clock = std::chrono::steady_clock;

// Pairs of words that more articles have are boilerplate; what has common only those is no copy.
constexpr std::size_t kMostArticles = 100;
constexpr std::size_t kLeastCommon = 5;
constexpr double kLowest = 0.4;

struct Sample {
  std::string name;  // to show
  std::string publisher;
  std::optional<Date> published;
  std::string sketch;
  std::vector<std::uint64_t> pairs;  // hashes of its pairs of words, ascending
};

struct SamplePair {
  std::size_t a = 0;
  std::size_t b = 0;
  double jaccard = 0;
};

std::vector<std::uint64_t> PairsOfWords(std::span<const Token> tokens) {
  std::vector<std::uint64_t> pairs;
  std::string_view previous;
  for (const Token& token : tokens) {
    if (token.kind != Token::Kind::kWord) continue;
    std::string pair(previous);
    pair.append(" ").append(token.surface);
    if (!previous.empty()) pairs.push_back(std::hash<std::string>{}(pair));
    previous = token.surface;
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

class Measure {
 public:
  void Add(const nlohmann::json& record) {
    const std::string body = record.value("body", "");
    const auto start = Clock::now();
    const std::span<const Token> tokens = analyser_.Analyse(body);
    const auto analysed = Clock::now();
    std::string sketch = Sketch(tokens);
    const auto sketched = Clock::now();
    analysis_ += analysed - start;
    sketching_ += sketched - analysed;
    const auto date = ParseTimestamp(record.value("date", ""));
    samples_.push_back({record.value("id", "") + ' ' + record.value("source", "") + ' ' +
                            record.value("date", "") + ' ' + record.value("title", ""),
                        record.value("source", ""), date ? std::optional(date->date) : std::nullopt,
                        std::move(sketch), PairsOfWords(tokens)});
  }

  void PrintPairs(double low, double high) const {
    for (const SamplePair& pair : FindPairs()) {
      if (pair.jaccard < low || pair.jaccard >= high) continue;
      std::cout << std::setprecision(3) << pair.jaccard << (Folded(pair) ? " folded" : " shown")
                << '\n'
                << "  " << samples_[pair.a].name << "\n  " << samples_[pair.b].name << '\n';
    }
  }

  void PrintTable() const {
    constexpr std::array kBounds = {0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9, 1.01};
    const std::vector<SamplePair> pairs = FindPairs();
    std::cout << "similarity     pairs  folded  of one  folded  no common band\n" << std::fixed;
    for (std::size_t i = 0; i + 1 < kBounds.size(); ++i)
      PrintRow(pairs, kBounds[i], kBounds[i + 1]);
    PrintGroups();
    PrintSpeed();
  }

 private:
  bool OnePublisher(const SamplePair& pair) const {
    return samples_[pair.a].publisher == samples_[pair.b].publisher;
  }

  bool Folded(const SamplePair& pair) const {
    const Sample& a = samples_[pair.a];
    const Sample& b = samples_[pair.b];
    Circumstances circumstances{0, OnePublisher(pair)};
    if (a.published && b.published)
      circumstances.days_apart = DaysBetween(*a.published, *b.published);
    return AreCopies(a.sketch, b.sketch, circumstances);
  }

  bool ShareBand(const SamplePair& pair) const {
    const auto a = BandTerms(samples_[pair.a].sketch);
    const auto b = BandTerms(samples_[pair.b].sketch);
    return std::any_of(a.begin(), a.end(), [&](const std::string& term) {
      return std::find(b.begin(), b.end(), term) != b.end();
    });
  }

  double Jaccard(std::size_t a, std::size_t b) const {
    const auto& x = samples_[a].pairs;
    const auto& y = samples_[b].pairs;
    std::vector<std::uint64_t> common;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(common));
    const std::size_t all = x.size() + y.size() - common.size();
    return all == 0 ? 0 : static_cast<double>(common.size()) / static_cast<double>(all);
  }

  // Each pair of articles as often as they have a rare pair of words in common, in order.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> Meetings() const {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> postings;
    for (std::uint32_t i = 0; i < samples_.size(); ++i) {
      for (const std::uint64_t pair : samples_[i].pairs) postings.emplace_back(pair, i);
    }
    std::sort(postings.begin(), postings.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> meetings;
    for (auto from = postings.begin(); from != postings.end();) {
      const auto to = std::find_if(
          from, postings.end(), [&](const auto& posting) { return posting.first != from->first; });
      if (static_cast<std::size_t>(to - from) <= kMostArticles) {
        for (auto a = from; a != to; ++a) {
          for (auto b = a + 1; b != to; ++b) meetings.emplace_back(a->second, b->second);
        }
      }
      from = to;
    }
    std::sort(meetings.begin(), meetings.end());
    return meetings;
  }

  std::vector<SamplePair> FindPairs() const {
    const auto meetings = Meetings();
    std::vector<SamplePair> pairs;
    for (auto from = meetings.begin(); from != meetings.end();) {
      const auto to = std::upper_bound(from, meetings.end(), *from);
      if (static_cast<std::size_t>(to - from) >= kLeastCommon) {
        const double jaccard = Jaccard(from->first, from->second);
        if (jaccard >= kLowest) pairs.push_back({from->first, from->second, jaccard});
      }
      from = to;
    }
    return pairs;
  }

  void PrintRow(const std::vector<SamplePair>& pairs, double low, double high) const {
    std::array<int, 2> all{};  // of different publishers, of one
    std::array<int, 2> folded{};
    int lost = 0;
    for (const SamplePair& pair : pairs) {
      if (pair.jaccard < low || pair.jaccard >= high) continue;
      const std::size_t column = OnePublisher(pair) ? 1 : 0;
      ++all[column];
      if (!Folded(pair)) continue;
      ++folded[column];
      if (!ShareBand(pair)) ++lost;
    }
    std::cout << std::setprecision(2) << low << " - " << std::min(high, 1.0);
    for (const std::size_t column : {0U, 1U})
      std::cout << std::setw(9) << all[column] << std::setw(8) << folded[column];
    std::cout << std::setw(16) << lost << '\n';
  }

  void PrintGroups() const {
    CopyFolder folder;
    std::size_t folded = 0;
    const auto start = Clock::now();
    for (const Sample& sample : samples_) {
      if (folder.Add({sample.sketch, sample.published, sample.publisher})) ++folded;
    }
    const std::chrono::duration<double, std::milli> took = Clock::now() - start;
    std::cout << folded << " of " << samples_.size() << " articles folded in " << took.count()
              << " ms\n";
  }

  void PrintSpeed() const {
    const auto each = [&](Clock::duration time) {
      return std::chrono::duration<double, std::micro>(time).count() /
             static_cast<double>(samples_.size());
    };
    std::cout << each(sketching_) << " us a sketch, " << each(analysis_) << " us an analysis\n";
  }

  Analyser analyser_;
  std::vector<Sample> samples_;
  Clock::duration analysis_{};
  Clock::duration sketching_{};
};

}  // namespace

int main(int argc, char** argv) {
  const bool list = argc == 4 && std::string_view(argv[1]) == "--pairs";
  if (argc != 1 && !list) {
    std::cerr << "usage: near_duplicates [--pairs LOW HIGH] < articles.jsonl\n";
    return EXIT_FAILURE;
  }
  Measure measure;
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto record = nlohmann::json::parse(line, nullptr, false);
    if (record.is_object()) measure.Add(record);
  }
  if (list)
    measure.PrintPairs(std::strtod(argv[2], nullptr), std::strtod(argv[3], nullptr));
  else
    measure.PrintTable();
  return EXIT_SUCCESS;
}
