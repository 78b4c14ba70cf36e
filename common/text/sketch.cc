#include "common/text/sketch.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <xxhash.h>

#include "common/ascii.h"
#include "common/date/names.h"

namespace warta {
namespace {

constexpr std::size_t kBins = 56;
constexpr std::size_t kNumberBytes = sizeof(std::uint64_t);
static_assert(kBins + kNumberBytes == kSketchBytes);

// Of the bins. Below these, half of the pairs read were no copies.
constexpr int kLeastEqual = 35;
constexpr int kLeastEqualOfOnePublisher = 45;
// One may be a slip of the pen, or 280.000 where the other writes 280 ribu.
constexpr std::size_t kOtherNumbers = 2;

std::uint64_t Hash(std::string_view word) {
  return XXH3_64bits(word.data(), word.size());
}

// The smallest hash of each bin.
class MinHash {
 public:
  MinHash() { smallest_.fill(kEmpty); }

  void Add(std::uint64_t hash) {
    const std::size_t bin = ((hash >> 32U) * kBins) >> 32U;
    smallest_[bin] = std::min(smallest_[bin], hash & (kEmpty - 1));
  }

  // A byte for each bin. One that is empty, as happens in short texts, borrows from the next.
  void AppendTo(std::string& sketch) const {
    for (std::size_t bin = 0; bin < kBins; ++bin) {
      std::size_t filled = bin;
      while (smallest_[filled] == kEmpty) filled = (filled + 1) % kBins;
      sketch.push_back(static_cast<char>(smallest_[filled]));
    }
  }

 private:
  static constexpr std::uint64_t kEmpty = std::uint64_t{1} << 32U;  // larger than any
  std::array<std::uint64_t, kBins> smallest_;
};

// The numbers of a text as a set of bits, in which some may coincide.
class NumberSet {
 public:
  void AddNumber(std::string_view number) {
    const std::size_t zeros = number.find_first_not_of('0');  // 05/09 is 5/9
    Add(Hash(number.substr(std::min(zeros, number.size()))));
  }

  // Counts twice: from one Monday's report to Tuesday's the day of the month may be all that
  // changes besides.
  void AddWeekday(std::string_view day) {
    const std::uint64_t hash = Hash(day);
    Add(hash);
    Add(hash >> 32U);
  }

  void AppendTo(std::string& sketch) const {
    for (std::size_t i = 0; i < kNumberBytes; ++i)
      sketch.push_back(static_cast<char>(bits_ >> (8 * i)));
  }

 private:
  void Add(std::uint64_t hash) { bits_ |= std::uint64_t{1} << (hash % 64); }
  std::uint64_t bits_ = 0;
};

int CountEqual(std::string_view a, std::string_view b) {
  int equal = 0;
  for (std::size_t i = 0; i < kBins; ++i) equal += static_cast<int>(a[i] == b[i]);
  return equal;
}

std::bitset<64> NumbersOf(std::string_view sketch) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, sketch.data() + kBins, kNumberBytes);
  return bits;
}

// A copy may lack numbers: it was cut, or leaves out on which day somebody spoke. Where each text
// has some of its own, they report different things.
bool HaveOtherNumbers(std::string_view a, std::string_view b) {
  const auto in_a = NumbersOf(a);
  const auto in_b = NumbersOf(b);
  return (in_a & ~in_b).count() >= kOtherNumbers && (in_b & ~in_a).count() >= kOtherNumbers;
}

}  // namespace

std::string Sketch(std::span<const Token> tokens) {
  MinHash pairs;
  NumberSet numbers;
  std::size_t words = 0;
  std::string_view previous;
  std::uint64_t previous_hash = 0;
  for (const Token& token : tokens) {
    if (token.kind != Token::Kind::kWord) continue;
    const std::uint64_t hash = Hash(token.surface);
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;  // or (a, b) would be (b, a)
    if (words > 0) pairs.Add(previous_hash * kOdd + hash);
    if (IsDigit(token.surface.front())) {
      numbers.AddNumber(token.surface);
      if (FindWeekday(previous)) numbers.AddWeekday(previous);
    }
    ++words;
    previous = token.surface;
    previous_hash = hash;
  }
  if (words < kLeastSketchWords) return {};
  std::string sketch;
  pairs.AppendTo(sketch);
  numbers.AppendTo(sketch);
  return sketch;
}

bool AreCopies(std::string_view a, std::string_view b, const Circumstances& circumstances) {
  if (a.size() != kSketchBytes || b.size() != kSketchBytes) return false;
  if (std::abs(circumstances.days_apart) > kMostDaysBetweenCopies) return false;
  const int least = circumstances.same_publisher ? kLeastEqualOfOnePublisher : kLeastEqual;
  return CountEqual(a, b) >= least && !HaveOtherNumbers(a, b);
}

// A band is two bytes of the MinHash, so texts of similarity s agree in it with probability s * s.
std::vector<std::uint32_t> Bands(std::string_view sketch) {
  std::vector<std::uint32_t> bands;
  if (sketch.size() != kSketchBytes) return bands;
  for (std::size_t band = 0; band < kSketchBands; ++band) {
    const auto high = static_cast<unsigned char>(sketch[2 * band]);
    const auto low = static_cast<unsigned char>(sketch[2 * band + 1]);
    bands.push_back(static_cast<std::uint32_t>(band << 16U | std::size_t{high} << 8U | low));
  }
  return bands;
}

std::vector<std::string> BandTerms(std::string_view sketch) {
  std::vector<std::string> terms;
  for (const std::uint32_t band : Bands(sketch)) {
    std::string term;
    for (const unsigned shift : {14U, 7U, 0U}) {
      term.push_back(static_cast<char>(0x80U | (band >> shift & 0x7FU)));
    }
    terms.push_back(std::move(term));
  }
  return terms;
}

}  // namespace warta
