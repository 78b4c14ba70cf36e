#include "common/text/stem.h"

#include <algorithm>

#include <xapian.h>

namespace warta {
namespace {

constexpr std::size_t kShortestStemmed = 4;

bool IsPlainWord(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::string Stem(std::string_view word) {
  if (word.size() < kShortestStemmed || !IsPlainWord(word)) return std::string(word);
  thread_local const Xapian::Stem snowball("indonesian");
  std::string stem = snowball(std::string(word));
  return stem.empty() ? std::string(word) : stem;
}

std::string_view StemmerIdentity() {
  return "snowball-indonesian";
}

}  // namespace warta
