// Any bytes, and the words in them, have stems that keep the promises of stem.h and of what it is
// made of; so do pairs of words that stand side by side.

#include <algorithm>
#include <string>
#include <vector>

#include "common/ascii.h"
#include "common/text/compound.h"
#include "common/text/reduplication.h"
#include "common/text/spelling.h"
#include "common/text/stem.h"
#include "common/text/unknown_root.h"
#include "tests/fuzz/checks.h"

namespace {

using namespace warta;
using fuzz::Require;

bool IsPlain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), IsLower);
}

void CheckStem(std::string_view word) {
  const std::string stem = Stem(word);
  Require(stem.empty() == word.empty(), "a stem is empty only for an empty word", word);
  // perundangan: undang-undang
  Require(stem.size() <= word.size() + 3, "a stem is hardly longer than its word", word);
  Require(IsPlain(word) || stem == word, "a word of other characters is its own stem", word);
  Require(word.size() > 3 || stem == word, "a word of three letters is its own stem", word);
  Require(stem == Stem(word), "a word has one stem", word);
}

void CheckUnknownRoot(std::string_view word) {
  if (!IsPlain(word)) return;
  const std::string root = StripUnknownRoot(word);
  if (root.empty()) return;
  Require(root.size() >= 4 && root.size() < word.size(), "an unknown root is shorter", word);
  Require(word.find(root.substr(1)) != std::string_view::npos, "a root stands in its word", word);
}

void CheckSpelling(std::string_view word, std::string_view stem) {
  const auto standard = StandardSpelling({word, stem});
  if (!standard) return;
  Require(!standard->form.empty() && !standard->stem.empty(), "a spelling has a form", word);
  Require(standard->form != word, "another spelling is another word", word);
  Require(standard->form.size() <= word.size() + 16, "a spelling is about as long", word);
}

void CheckFused(std::string_view word) {
  const std::string_view part = FusedWord({word, Stem(word)});
  if (part.empty()) return;
  Require(word.ends_with(part) && part.size() < word.size(), "a part ends its word", word);
  Require(part.size() >= 5, "a part has five letters", word);
}

void CheckPair(std::string_view first, std::string_view second) {
  const std::string stem = ReduplicationStem(first, second);
  Require(stem.size() <= first.size() + second.size() + 1, "a doubled word is no longer", first);
  Require(first != second || first.size() < 3 || !IsPlain(first) || !stem.empty(),
          "a word doubled is one", first);
  const CompoundRole left = RoleOf({first, Stem(first)});
  const CompoundRole right = RoleOf({second, Stem(second)});
  const auto fused = Fuse(first, left, second, right);
  if (!fused) return;
  Require(left.BeginsAny(), "the first word of a compound begins one", first);
  Require(fused->surface == std::string(first).append(second), "two words are fused", first);
  Require(!fused->stem.empty(), "a compound has a stem", first);
}

void Check(std::string_view word) {
  const std::string stem = Stem(word);
  CheckStem(word);
  CheckUnknownRoot(word);
  CheckSpelling(word, stem);
  CheckFused(word);
}

// The runs of letters of the text, small.
std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : LowerAscii(text)) {
    if (IsLower(c)) {
      words.back().push_back(c);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::AsText(data, size);
  Check(text);
  std::string letters(text);
  for (char& c : letters) c = static_cast<char>('a' + static_cast<unsigned char>(c) % 26);
  Check(letters);
  std::string before;
  for (const std::string& word : WordsOf(text)) {
    Check(word);
    CheckPair(before, word);
    CheckPair(word, word);
    before = word;
  }
  return 0;
}
