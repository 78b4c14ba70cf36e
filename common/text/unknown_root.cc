#include "common/text/unknown_root.h"

#include <algorithm>
#include <cstddef>

#include "common/ascii.h"

namespace warta {
namespace {

constexpr std::size_t kShortestRoot = 4;
constexpr std::size_t kShortestBehindClitic = 5;  // eight letters with -nya

// Whether the letters can be a root: two syllables or more, no two consonants at its end. Foreign
// names that happen to begin like a verb (Dimitri, Dimyati) mostly cannot.
bool IsWordLike(std::string_view root) {
  if (root.size() < kShortestRoot) return false;
  const bool cluster = !IsVowel(root[root.size() - 1]) && !IsVowel(root[root.size() - 2]);
  return !cluster && std::count_if(root.begin(), root.end(), IsVowel) >= 2;
}

// Takes the ending from the word if as many letters as given are left.
bool TakeEnding(std::string_view& word, std::string_view ending, std::size_t least) {
  if (!word.ends_with(ending) || word.size() < least + ending.size()) return false;
  word.remove_suffix(ending.size());
  return true;
}

struct Allomorph {
  std::string_view prefix;
  std::string_view before;  // the letters that may follow it
  std::string_view restored;
};

// The longest first. Where the nasal may have swallowed a letter or not (meng- before a vowel), the
// reading that loses nothing is taken.
constexpr Allomorph kAllomorphs[] = {
    {"meny", "aeiou", "s"}, {"meng", "aeioughkq", ""}, {"mem", "bfvp", ""}, {"mem", "aeiou", "p"},
    {"men", "cdjzst", ""},  {"men", "aeiou", "t"},     {"me", "lrwy", ""},  {"di", "", ""}};

std::string WithoutPrefix(std::string_view word) {
  for (const Allomorph& a : kAllomorphs) {
    if (!word.starts_with(a.prefix) || word.size() <= a.prefix.size()) continue;
    const std::string_view rest = word.substr(a.prefix.size());
    if (!a.before.empty() && a.before.find(rest.front()) == std::string_view::npos) continue;
    std::string root = std::string(a.restored).append(rest);
    if (IsWordLike(root)) return root;
  }
  return {};
}

}  // namespace

std::string StripUnknownRoot(std::string_view word) {
  std::string_view rest = word;
  TakeEnding(rest, "lah", kShortestRoot);
  const bool clitic = TakeEnding(rest, "nya", kShortestRoot);
  const std::string_view whole = rest;
  if (TakeEnding(rest, "kan", kShortestRoot) || TakeEnding(rest, "i", kShortestRoot)) {
    if (std::string root = WithoutPrefix(rest); !root.empty()) return root;
  }
  if (clitic && whole.size() >= kShortestBehindClitic) return std::string(whole);
  return {};
}

}  // namespace warta
