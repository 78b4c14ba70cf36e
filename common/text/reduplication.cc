#include "common/text/reduplication.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "common/text/lexicon.h"
#include "common/text/stem.h"

namespace warta {
namespace {

constexpr std::size_t kShortestHalf = 3;

// What may stand before the simple word in the first half (sehari-hari) or in the second
// (surat-menyurat), the letter that its nasal may have taken the place of, and the letters that the
// simple word may begin with otherwise: menari is no ari with men-.
struct OuterPrefix {
  std::string_view text;
  std::string_view restored;
  std::string_view before;  // empty: all
};
constexpr OuterPrefix kPrefixes[] = {{"", "", ""},
                                     {"ber", "", ""},
                                     {"be", "", ""},
                                     {"di", "", ""},
                                     {"ke", "", ""},
                                     {"me", "", ""},
                                     {"mem", "", "bfpv"},
                                     {"mem", "p", ""},
                                     {"men", "", "cdjstyz"},
                                     {"men", "t", ""},
                                     {"meng", "", "aeioughkq"},
                                     {"meng", "k", ""},
                                     {"meny", "s", ""},
                                     {"pe", "", ""},
                                     {"pem", "", "bfpv"},
                                     {"pem", "p", ""},
                                     {"pen", "", "cdjstyz"},
                                     {"pen", "t", ""},
                                     {"peng", "", "aeioughkq"},
                                     {"peng", "k", ""},
                                     {"peny", "s", ""},
                                     {"per", "", ""},
                                     {"se", "", ""},
                                     {"ter", "", ""},
                                     {"diper", "", ""},
                                     {"memper", "", ""}};

// What may stand behind it in the second half: anak-anaknya, besar-besaran.
constexpr std::string_view kSuffixes[] = {"",    "an",  "annya",  "i",      "inya",
                                          "kah", "kan", "kanlah", "kannya", "ku",
                                          "lah", "mu",  "nya",    "nyalah", "pun"};

bool IsDoublingSuffix(std::string_view ending) {
  return std::find(std::begin(kSuffixes), std::end(kSuffixes), ending) != std::end(kSuffixes);
}

// The first half without each of the prefixes that it may begin with.
std::vector<std::string> SimpleWords(std::string_view half) {
  std::vector<std::string> words;
  for (const OuterPrefix& prefix : kPrefixes) {
    if (!half.starts_with(prefix.text)) continue;
    std::string word = std::string(prefix.restored).append(half.substr(prefix.text.size()));
    if (word.size() < kShortestHalf) continue;
    const bool fits =
        prefix.before.empty() || prefix.before.find(word.front()) != std::string::npos;
    if (fits) words.push_back(std::move(word));
  }
  return words;
}

// What follows the me- or pe- of a verb with its nasal, which the second half repeats: nyebut of
// menyebut-nyebut. Empty if the second half does not.
std::string_view RepeatedNasal(std::string_view first, std::string_view second) {
  if (!first.starts_with("me") && !first.starts_with("pe")) return {};
  const std::string_view rest = first.substr(2);
  const bool nasal = rest.starts_with('m') || rest.starts_with('n');
  if (!nasal || rest.size() < kShortestHalf || !second.starts_with(rest)) return {};
  return IsDoublingSuffix(second.substr(rest.size())) ? rest : std::string_view();
}

// The unit inside the affixes of both halves; nullptr if there is none.
const LexiconEntry* FindAffixedUnit(std::string_view first, std::string_view second) {
  const std::string_view nasal = RepeatedNasal(first, second);
  for (const std::string& simple : SimpleWords(first)) {
    for (const std::string_view suffix : kSuffixes) {
      if (!second.ends_with(suffix)) continue;
      std::string_view other = second.substr(0, second.size() - suffix.size());
      if (!nasal.empty() && other == nasal) other = simple;
      if (const LexiconEntry* unit = FindUnit(simple + '-' + std::string(other))) return unit;
    }
  }
  return nullptr;
}

// Whether the word is the simple one behind a prefix: menolong of tolong.
bool IsPrefixed(std::string_view word, std::string_view simple) {
  const std::vector<std::string> words = SimpleWords(word);
  return std::find(words.begin(), words.end(), simple) != words.end();
}

bool IsWord(std::string_view half) {
  return half.size() >= kShortestHalf && std::none_of(half.begin(), half.end(), IsDigit);
}

}  // namespace

std::string ReduplicationStem(std::string_view first, std::string_view second) {
  if (!IsWord(first) || !IsWord(second)) return {};
  if (const LexiconEntry* unit = FindAffixedUnit(first, second)) {
    return std::string(TextOf(RootOf(*unit)));
  }
  if (first == second) return Stem(first);
  if (const std::string_view nasal = RepeatedNasal(first, second); !nasal.empty()) {
    return Stem(std::string(first).append(second.substr(nasal.size())));
  }
  for (const std::string& simple : SimpleWords(first)) {
    if (second.starts_with(simple) && IsDoublingSuffix(second.substr(simple.size()))) {
      return Stem(simple);
    }
  }
  if (IsPrefixed(second, first)) return Stem(first);
  std::string root = Stem(first);
  return root == Stem(second) ? root : std::string();
}

}  // namespace warta
