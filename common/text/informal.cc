#include "common/text/informal.h"

#include <cstddef>
#include <cstdint>
#include <string>

#include "common/ascii.h"
#include "common/text/affix.h"

namespace warta {
namespace {

constexpr std::size_t kShortestRoot = 4;
constexpr std::uint8_t kProductive = 3;  // flags of a root that derives freely

// The entry of a root as it is spoken; nullptr if it lacks the licence.
const LexiconEntry* Listed(std::string_view root, Licence licence) {
  if (root.size() < kShortestRoot) return nullptr;
  const LexiconEntry* entry = FindWord(root);
  if (entry == nullptr || (entry->traits & LexiconEntry::kFixed) != 0) return nullptr;
  return (entry->licence & licence) != 0 && entry->flags >= kProductive ? entry : nullptr;
}

// The same where the speaker may have said e for a in the last syllable (selamet), or swallowed
// the e of the first (crita).
const LexiconEntry* FindSpoken(const std::string& root, Licence licence) {
  if (const LexiconEntry* entry = Listed(root, licence)) return entry;
  const std::size_t last = root.find_last_of("aeiou");
  if (last != std::string::npos && root[last] == 'e' && last + 1 < root.size()) {
    std::string full = root;
    full[last] = 'a';
    if (const LexiconEntry* entry = Listed(full, licence)) return entry;
  }
  const bool cluster = root.size() > 4 && !IsVowel(root[0]) && (root[1] == 'r' || root[1] == 'l');
  if (!cluster) return nullptr;
  return Listed(root.substr(0, 1) + 'e' + root.substr(1), licence);
}

// Everyday nasals and the first letters that they may have taken the place of.
struct Nasal {
  std::string_view text;
  std::string_view restored;
};
constexpr Nasal kNasals[] = {{"ng", "k"}, {"ny", "sc"}, {"n", "t"}, {"m", "p"}};

// The entry behind an everyday prefix, by a function that knows how the root may be spoken and what
// it must be listed for.
template <class Find>
const LexiconEntry* FindBehindNasal(const std::string& word, const Find& find) {
  if (word.starts_with("nge")) {
    if (const LexiconEntry* entry = find(word.substr(3))) return entry;
  }
  for (const Nasal& nasal : kNasals) {
    if (!word.starts_with(nasal.text) || word.size() <= nasal.text.size()) continue;
    const std::string rest = word.substr(nasal.text.size());
    if (!IsVowel(rest.front())) continue;
    if (nasal.text == "ng") {
      if (const LexiconEntry* entry = find(rest)) return entry;
    }
    for (const char letter : nasal.restored) {
      if (const LexiconEntry* entry = find(letter + rest)) return entry;
    }
  }
  return nullptr;
}

// A prefix alone (nuduh, ketipu): many a name looks like that, so the root must be a verb through
// and through, one that also makes peN- and peN-an.
const LexiconEntry* FindPrefixed(const std::string& word) {
  const auto is_verb = [](const LexiconEntry* entry) {
    return entry != nullptr && (entry->licence & (kLicencePe | kLicencePeAn)) != 0;
  };
  const auto find = [&](const std::string& root) -> const LexiconEntry* {
    const LexiconEntry* entry =
        word.starts_with("ng") ? FindSpoken(root, kLicenceMe) : Listed(root, kLicenceMe);
    return is_verb(entry) ? entry : nullptr;
  };
  if (const LexiconEntry* entry = FindBehindNasal(word, find)) return entry;
  return word.starts_with("ke") ? Listed(word.substr(2), kLicenceTer) : nullptr;
}

// -in stands for -kan and -i; -an also makes a comparative (cepetan) and a mutual verb (tukeran).
const LexiconEntry* FindSuffixed(const std::string& word) {
  const bool in = word.ends_with("in");
  if (!in && !word.ends_with("an")) return nullptr;
  const std::string rest = word.substr(0, word.size() - 2);
  constexpr Licence kVerb = kLicenceKan | kLicenceI;
  const Licence licence = in ? kVerb : kVerb | kLicenceAn | kLicenceMe;
  const auto find = [&](const std::string& root) { return FindSpoken(root, licence); };
  if (const LexiconEntry* entry = find(rest)) return entry;
  if (in && rest.starts_with("di")) return find(rest.substr(2));  // dibeliin
  return FindBehindNasal(rest, find);
}

}  // namespace

const LexiconEntry* FindInformal(std::string_view word) {
  std::string rest(word);
  for (const std::string_view clitic : {"lah", "nya"}) {
    if (rest.size() > kShortestRoot + clitic.size() && rest.ends_with(clitic)) {
      rest.resize(rest.size() - clitic.size());
      break;
    }
  }
  if (const LexiconEntry* entry = FindPrefixed(rest)) return entry;
  return FindSuffixed(rest);
}

}  // namespace warta
