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
    "alun", "api",  "biri",   "cumi",  "cuma", "gado", "gara",  "hati",   "kunang", "kupu",
    "kura", "laba", "langit", "lumba", "mata", "moga", "mudah", "oleh",   "onde",   "ondel",
    "ogoh", "paru", "pura",   "rama",  "sia",  "tiba", "ubur",  "undang", "umang"};

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

// The root of a reduplication; empty when the two are not one.
std::string DoubledRoot(const std::string& first, const std::string& second) {
  if (first.size() < kShortestDoubled || second.size() < kShortestDoubled) return {};
  if (!IsLettersOnly(first) || !IsLettersOnly(second)) return {};
  if (first == second) return Contains(kLexicalReduplications, first) ? first : Stem(first);
  if (first.ends_with(second))
    return Contains(kLexicalReduplications, second) ? second : Stem(second);
  if (second.starts_with(first))
    return Contains(kLexicalReduplications, first) ? first : Stem(first);
  // tolong-menolong, bahu-membahu: the nasal of me- may replace the first letter.
  if (second.starts_with("me") && second.ends_with(first.substr(1))) return Stem(first);
  const std::string root = Stem(first);
  return root == Stem(second) || root == Stem("me" + second) ? root : std::string();
}

}  // namespace

HyphenReading ReadHyphenated(std::span<const std::string> parts) {
  HyphenReading reading;
  if (std::all_of(parts.begin(), parts.end(), [](const auto& part) { return IsNumber(part); }))
    return reading;
  if (parts.size() == 2) {
    if (std::string root = DoubledRoot(parts[0], parts[1]); !root.empty()) {
      const bool lexical = Contains(kLexicalReduplications, root);
      reading.one_word = true;
      reading.stem = lexical ? root + '-' + root : std::move(root);
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
