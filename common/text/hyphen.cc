#include "common/text/hyphen.h"

#include <algorithm>
#include <string_view>

#include "common/text/number.h"
#include "common/text/stem.h"

namespace warta {
namespace {

constexpr std::string_view kPrefixes[] = {
    // bound prefixes before acronyms, names and numbers
    "ber", "di", "ke", "me", "per", "se", "ter",
    // prefixes that the spelling rules fuse but news also writes with a hyphen
    "anti", "antar", "dwi", "eks", "kontra", "makro", "mikro", "multi", "non", "pasca", "pra",
    "pro", "semi", "sub", "super", "supra", "tri", "ultra"};

constexpr std::string_view kSuffixes[] = {"an", "kah", "ku", "lah", "mu", "nya", "pun"};

// Doubled words with a meaning of their own: the single word is another word or none.
constexpr std::string_view kLexicalReduplications[] = {
    "agar",   "buru",  "layang", "olah", "otak",  "rata",   "alun",   "api",   "biri",
    "cumi",   "cuma",  "gado",   "gara", "hati",  "kunang", "kupu",   "kura",  "laba",
    "langit", "lumba", "mata",   "moga", "mudah", "oleh",   "onde",   "ondel", "ogoh",
    "paru",   "pura",  "rama",   "sia",  "tiba",  "ubur",   "undang", "umang"};

// What may stand before the single word in one half of a reduplication (sehari-hari,
// mengata-ngatai), and behind it in the other (anak-anaknya, besar-besaran). Anything else makes it
// another word: Bali-Balikpapan.
constexpr std::string_view kDoublingPrefixes[] = {"ber",  "di",   "ke", "me",  "mem", "men",
                                                  "meng", "meny", "pe", "per", "se",  "ter"};
constexpr std::string_view kDoublingSuffixes[] = {"an",  "annya",  "i",      "inya", "kah",
                                                  "kan", "kanlah", "kannya", "ku",   "lah",
                                                  "mu",  "nya",    "nyalah", "pun"};

constexpr std::size_t kShortestDoubled = 3;

template <std::size_t kCount>
bool Contains(const std::string_view (&list)[kCount], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool IsLettersOnly(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string Join(std::span<const std::string> parts, std::string_view between) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined.append(between);
    joined.append(part);
  }
  return joined;
}

bool IsPrefixed(std::string_view word, std::string_view single) {
  return word.ends_with(single) &&
         Contains(kDoublingPrefixes, word.substr(0, word.size() - single.size()));
}

bool IsSuffixed(std::string_view word, std::string_view single) {
  return word.starts_with(single) && Contains(kDoublingSuffixes, word.substr(single.size()));
}

// Whether the word is the single one behind me-, its first letter replaced by the nasal: menolong.
bool IsNasalised(std::string_view word, std::string_view single) {
  constexpr std::string_view kNasals[] = {"mem", "men", "meng", "meny"};
  const std::string_view rest = single.substr(1);
  return std::string_view("kpst").find(single.front()) != std::string_view::npos &&
         word.ends_with(rest) && Contains(kNasals, word.substr(0, word.size() - rest.size()));
}

// The stem of a doubled word by the single one.
std::string DoubledStem(const std::string& single) {
  return Contains(kLexicalReduplications, single) ? single + '-' + single : Stem(single);
}

// The stem of a reduplication; empty when the two are not one.
std::string ReduplicationStem(const std::string& first, const std::string& second) {
  if (first.size() < kShortestDoubled || second.size() < kShortestDoubled) return {};
  if (!IsLettersOnly(first) || !IsLettersOnly(second)) return {};
  // semata-mata (solely) has nothing to do with mata-mata (spies).
  if (first == "se" + second && Contains(kLexicalReduplications, second)) {
    return first + '-' + second;
  }
  // memata-matai, berhati-hatilah
  for (const std::string_view unit : kLexicalReduplications) {
    if (first.ends_with(unit) && second.starts_with(unit)) return DoubledStem(std::string(unit));
  }
  if (IsPrefixed(first, second)) return DoubledStem(second);
  if (IsSuffixed(second, first)) return DoubledStem(first);
  // tolong-menolong, bahu-membahu: the nasal of me- may replace the first letter.
  if (IsPrefixed(second, first) || IsNasalised(second, first)) return DoubledStem(first);
  const std::string root = Stem(first);
  return root == Stem(second) || root == Stem("me" + second) ? DoubledStem(root) : std::string();
}

}  // namespace

HyphenReading ReadHyphenated(std::span<const std::string> parts) {
  HyphenReading reading;
  if (std::all_of(parts.begin(), parts.end(), [](const auto& part) { return IsNumber(part); }))
    return reading;
  if (parts.size() == 2) {
    if (std::string stem = ReduplicationStem(parts[0], parts[1]); !stem.empty()) {
      reading.one_word = true;
      reading.stem = std::move(stem);
      reading.surface = Join(parts, "-");
      return reading;
    }
    const bool prefixed = Contains(kPrefixes, parts[0]);
    if (prefixed || Contains(kSuffixes, parts[1])) {
      reading.one_word = true;
      reading.stem = Stem(parts[prefixed ? 1 : 0]);
      reading.surface = Join(parts, "-");
    }
  }
  reading.joined = Join(parts, "");
  return reading;
}

}  // namespace warta
