#include "common/text/stem.h"

#include <algorithm>
#include <cstddef>

#include "common/ascii.h"
#include "common/text/confix.h"
#include "common/text/confix_rules.h"
#include "common/text/informal.h"
#include "common/text/lexicon.h"
#include "common/text/unknown_root.h"

namespace warta {
namespace {

constexpr std::size_t kShortestStemmed = 4;

// The entry that is left when -nya, and a particle behind it, are taken from the word. What is in
// the dictionary without it is there with it too, so that no other parse is asked: alaminya is from
// alami. The other clitics are rarer than the roots that end like them: menikah, berilmu, terpaku.
const LexiconEntry* FindWithoutNya(std::string_view word) {
  constexpr std::string_view kNya = "nya";
  for (const Affix& particle : kParticles) {
    if (!word.ends_with(particle.text)) continue;
    const std::string_view clitic = word.substr(0, word.size() - particle.text.size());
    if (!clitic.ends_with(kNya) || clitic.size() < kShortestStemmed + kNya.size()) continue;
    const std::string_view rest = clitic.substr(0, clitic.size() - kNya.size());
    if (const LexiconEntry* entry = FindWord(rest)) return entry;
  }
  return nullptr;
}

}  // namespace

std::string Stem(std::string_view word) {
  if (word.size() < kShortestStemmed || word.size() > kLongestConfix) return std::string(word);
  if (!std::all_of(word.begin(), word.end(), IsLower)) return std::string(word);
  const LexiconEntry* entry = FindWord(word);
  if (entry == nullptr) entry = FindWithoutNya(word);
  if (entry == nullptr) entry = FindConfix(word);
  if (entry == nullptr) entry = FindInformal(word);
  if (entry != nullptr) return std::string(TextOf(RootOf(*entry)));
  std::string root = StripUnknownRoot(word);
  return root.empty() ? std::string(word) : root;
}

StemmedWord::StemmedWord(std::string_view word, std::string_view its_stem)
    : form(word),
      stem(its_stem),
      entry(FindEntry(form)),
      root(form == stem ? entry : FindEntry(stem)) {}

}  // namespace warta
