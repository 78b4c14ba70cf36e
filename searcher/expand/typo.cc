#include "searcher/expand/typo.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <string>
#include <vector>

#include "common/text/utf8.h"

namespace warta {
namespace {

// What edits cost, by how much they look like the slips of fingers and the spellings by ear that
// stand in the news: the least for pemeirntah, meliihat and ijasah, more for kegitan and ekomomi.
constexpr double kSound = 0.4;
constexpr double kDoubled = 0.4;
constexpr double kExchanged = 0.4;
constexpr double kUnheard = 0.5;
constexpr double kMissing = 0.6;
constexpr double kNeighbourKey = 0.6;
constexpr double kVowel = 0.7;
constexpr double kExtra = 0.8;
constexpr double kAny = 1;
constexpr double kFirstLetter = 0.4;  // in addition

// Ways to write the same sound, in either direction. Each is of one or two letters.
struct Sound {
  std::u32string_view one;
  std::u32string_view other;
};
constexpr Sound kSounds[] = {
    {U"f", U"p"},  {U"f", U"v"},  {U"p", U"v"},  {U"j", U"z"},  {U"s", U"z"},   {U"h", U"kh"},
    {U"k", U"kh"}, {U"j", U"dj"}, {U"j", U"dz"}, {U"u", U"oe"}, {U"c", U"tj"},  {U"s", U"sy"},
    {U"s", U"sh"}, {U"y", U"j"},  {U"k", U"q"},  {U"ks", U"x"}, {U"ny", U"nj"}, {U"t", U"th"},
    {U"i", U"y"},  {U"d", U"dh"}, {U"k", U"c"},  {U"n", U"ng"}};

constexpr std::u32string_view kKeys[] = {U"qwertyuiop", U"asdfghjkl", U"zxcvbnm"};

bool IsVowelLetter(char32_t letter) {
  return std::u32string_view(U"aeiou").find(letter) != std::u32string_view::npos;
}

bool AreNeighbourKeys(char32_t a, char32_t b) {
  for (std::size_t row = 0; row < std::size(kKeys); ++row) {
    const std::size_t at = kKeys[row].find(a);
    if (at == std::u32string_view::npos) continue;
    for (std::size_t other = row > 0 ? row - 1 : 0; other < std::min(row + 2, std::size(kKeys));
         ++other) {
      const std::size_t there = kKeys[other].find(b);
      if (there == std::u32string_view::npos) continue;
      const auto apart = static_cast<std::ptrdiff_t>(there) - static_cast<std::ptrdiff_t>(at);
      // A lower row stands half a key to the right.
      if (other == row) return std::abs(apart) == 1;
      return other > row ? apart == 0 || apart == -1 : apart == 0 || apart == 1;
    }
  }
  return false;
}

double Replaced(char32_t typed, char32_t meant) {
  if (typed == meant) return 0;
  if (AreNeighbourKeys(typed, meant)) return kNeighbourKey;
  return IsVowelLetter(typed) && IsVowelLetter(meant) ? kVowel : kAny;
}

class Table {
 public:
  Table(std::string_view typed, std::string_view meant)
      : typed_(CodePoints(typed)),
        meant_(CodePoints(meant)),
        width_(meant_.size() + 1),
        cells_((typed_.size() + 1) * width_) {}

  double Cost() {
    for (std::size_t i = 0; i <= typed_.size(); ++i) {
      for (std::size_t j = 0; j <= meant_.size(); ++j) At(i, j) = i + j == 0 ? 0 : Cell(i, j);
    }
    const bool first = !typed_.empty() && !meant_.empty() && typed_.front() != meant_.front();
    return At(typed_.size(), meant_.size()) + (first ? kFirstLetter : 0);
  }

 private:
  static std::u32string CodePoints(std::string_view text) {
    std::u32string code_points;
    for (std::size_t at = 0; at < text.size();) code_points += NextCodePoint(text, at);
    return code_points;
  }

  double& At(std::size_t i, std::size_t j) { return cells_[i * width_ + j]; }

  // From typed_[0, i) to meant_[0, j), not both empty.
  double Cell(std::size_t i, std::size_t j) {
    double cost = static_cast<double>(i + j);
    if (i > 0) cost = std::min(cost, At(i - 1, j) + Extra(i - 1));
    if (j > 0) cost = std::min(cost, At(i, j - 1) + Missing(j - 1));
    if (i > 0 && j > 0) {
      cost = std::min(cost, At(i - 1, j - 1) + Replaced(typed_[i - 1], meant_[j - 1]));
    }
    if (i > 1 && j > 1 && typed_[i - 1] == meant_[j - 2] && typed_[i - 2] == meant_[j - 1]) {
      cost = std::min(cost, At(i - 2, j - 2) + kExchanged);
    }
    for (const Sound& sound : kSounds) {
      cost = std::min(
          {cost, Sounding(i, j, sound.one, sound.other), Sounding(i, j, sound.other, sound.one)});
    }
    return cost;
  }

  double Extra(std::size_t at) const {
    const bool doubled = at > 0 && typed_[at] == typed_[at - 1];
    if (doubled) return kDoubled;
    const bool slipped = (at > 0 && AreNeighbourKeys(typed_[at], typed_[at - 1])) ||
                         (at + 1 < typed_.size() && AreNeighbourKeys(typed_[at], typed_[at + 1]));
    return slipped ? kNeighbourKey : kExtra;
  }

  double Missing(std::size_t at) const {
    if (at > 0 && meant_[at] == meant_[at - 1]) return kDoubled;
    const bool unheard = at > 0 && (meant_[at] == U'h' || meant_[at] == U'e');
    return unheard ? kUnheard : kMissing;
  }

  double Sounding(std::size_t i, std::size_t j, std::u32string_view typed,
                  std::u32string_view meant) {
    if (!EndsWith(typed_, i, typed) || !EndsWith(meant_, j, meant)) return kNever;
    return At(i - typed.size(), j - meant.size()) + kSound;
  }

  static bool EndsWith(const std::u32string& word, std::size_t end, std::u32string_view letters) {
    return end >= letters.size() &&
           word.compare(end - letters.size(), letters.size(), letters) == 0;
  }

  static constexpr double kNever = 1e9;

  std::u32string typed_;
  std::u32string meant_;
  std::size_t width_;
  std::vector<double> cells_;
};

}  // namespace

double TypoCost(std::string_view typed, std::string_view meant) {
  return Table(typed, meant).Cost();
}

}  // namespace warta
