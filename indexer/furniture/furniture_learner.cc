#include "indexer/furniture/furniture_learner.h"

#include <algorithm>

#include <xxhash.h>

#include "common/ascii.h"
#include "indexer/url.h"

namespace warta {
namespace {

constexpr std::size_t kLongestLine = 240;
constexpr std::ptrdiff_t kMostSpaces = 11;  // between 12 words

// From so many articles on, the text of a line is kept with its count.
constexpr std::uint32_t kFrequent = 10;

// Counts below this are not kept for the next run: nearly all lines stand in one article.
constexpr std::uint32_t kLeastKept = 3;

constexpr std::size_t kMostCounts = 1'000'000;

struct Threshold {
  std::uint32_t articles;
  std::uint64_t percent;
};
constexpr Threshold kFinalLine{10, 1};
constexpr Threshold kFinalSentence{20, 10};
constexpr Threshold kCertainLine{50, 20};
constexpr Threshold kCertainSentence{50, 50};

bool Reaches(const Threshold& threshold, std::uint32_t count, std::uint64_t articles) {
  return count >= threshold.articles && count * std::uint64_t{100} >= threshold.percent * articles;
}

bool IsSentence(std::string_view line) {
  const bool ends = line.find_last_of(".!?\"\x9D") == line.size() - 1;
  return ends || std::count(line.begin(), line.end(), ' ') > kMostSpaces;
}

// Whether a line can be learned at all. What begins with a small letter or a mark is what a lost
// link has left of a sentence.
bool CanBeFurniture(std::string_view line) {
  if (line.empty() || line.size() > kLongestLine || line.find('\t') != line.npos) return false;
  const char first = line.front();
  const bool begins = IsUpper(first) || IsDigit(first) || first == '[' || first == '(' ||
                      first == '#' || first == '@' || static_cast<unsigned char>(first) >= 0xE2;
  return begins && std::any_of(line.begin(), line.end(), IsLetter);
}

template <class Function>
void ForEachLine(std::string_view body, const Function& function) {
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    function(body.substr(0, end));
    body.remove_prefix(std::min(end + 1, body.size()));
  }
}

std::uint64_t HashOf(const std::string& publisher, std::string_view line) {
  return XXH3_64bits_withSeed(line.data(), line.size(),
                              XXH3_64bits(publisher.data(), publisher.size()));
}

}  // namespace

FurnitureLearner::FurnitureLearner(FurnitureRecord known) : known_(std::move(known)) {
  for (const FurnitureLine& line : known_.learned) learned_.emplace(line.publisher, line.line);
  new_ = std::move(known_.unfinished);
  for (const FurnitureLine& line : new_) learned_.emplace(line.publisher, line.line);
  for (const FurnitureLine& line : known_.frequent) {
    frequent_.emplace(Key(line.publisher, line.line), line.articles);
  }
  counts_.insert(known_.counts.begin(), known_.counts.end());
}

std::string FurnitureLearner::PublisherOf(const Article& article) {
  return article.source.empty() ? HostOf(article.url) : article.source;
}

std::vector<std::string> FurnitureLearner::Drop(Article& article) const {
  std::vector<std::string> dropped;
  if (learned_.empty()) return dropped;
  const std::string publisher = PublisherOf(article);
  if (!known_.articles.contains(publisher)) return dropped;
  std::string kept;
  ForEachLine(article.body, [&](std::string_view line) {
    if (CanBeFurniture(line) && learned_.contains(Key(publisher, line))) {
      dropped.emplace_back(line);
    } else {
      kept.append(kept.empty() ? "" : "\n").append(line);
    }
  });
  if (!dropped.empty()) article.body = std::move(kept);
  return dropped;
}

void FurnitureLearner::Count(const Article& article) {
  const std::string publisher = PublisherOf(article);
  const std::uint64_t articles = ++known_.articles[publisher];
  std::set<std::string_view> lines;
  ForEachLine(article.body, [&](std::string_view line) {
    if (CanBeFurniture(line)) lines.insert(line);
  });
  for (const std::string_view line : lines) {
    const std::uint64_t hash = HashOf(publisher, line);
    const std::uint32_t count = ++counts_.try_emplace(hash, forgotten_).first->second;
    if (count < kFrequent) continue;
    const Key key(publisher, line);
    frequent_[key] = count;
    if (Reaches(IsSentence(line) ? kCertainSentence : kCertainLine, count, articles)) {
      Learn(key, count);
    }
  }
  if (counts_.size() > kMostCounts) Forget();
}

void FurnitureLearner::Learn(const Key& key, std::uint32_t articles) {
  learned_.insert(key);
  new_.push_back(FurnitureLine{key.first, key.second, articles});
  frequent_.erase(key);
}

// Makes room: what was counted least often goes.
void FurnitureLearner::Forget() {
  while (counts_.size() > kMostCounts / 2) {
    ++forgotten_;
    std::erase_if(counts_, [this](const auto& entry) { return entry.second <= forgotten_; });
  }
}

std::vector<FurnitureLine> FurnitureLearner::Finish() {
  const auto frequent = frequent_;
  for (const auto& [key, count] : frequent) {
    const Threshold& threshold = IsSentence(key.second) ? kFinalSentence : kFinalLine;
    if (Reaches(threshold, count, known_.articles[key.first])) Learn(key, count);
  }
  return new_;
}

void FurnitureLearner::Settle() {
  auto& learned = known_.learned;
  learned.insert(learned.end(), new_.begin(), new_.end());
  new_.clear();
  std::sort(learned.begin(), learned.end(), [](const FurnitureLine& a, const FurnitureLine& b) {
    return std::tie(a.publisher, a.line) < std::tie(b.publisher, b.line);
  });
}

FurnitureRecord FurnitureLearner::Record() const {
  FurnitureRecord record;
  record.articles = known_.articles;
  record.learned = known_.learned;
  record.unfinished = new_;
  for (const auto& [key, count] : frequent_) {
    record.frequent.push_back(FurnitureLine{key.first, key.second, count});
  }
  for (const auto& [hash, count] : counts_) {
    if (count >= kLeastKept) record.counts.emplace(hash, count);
  }
  return record;
}

}  // namespace warta
