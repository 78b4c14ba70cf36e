#include "common/text/confix.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

#include "common/ascii.h"
#include "common/text/affix.h"
#include "common/text/confix_rules.h"
#include "common/text/word_hash.h"

namespace warta {
namespace {

constexpr std::size_t kShortestRoot = 2;
constexpr std::size_t kMostPrefixes = 3;

std::size_t SyllablesOf(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), IsVowel));
}

bool IsVerbal(Prefix prefix) {
  return prefix == kDi || prefix == kKu || prefix == kKau || prefix == kMe;
}

bool IsIn(std::string_view letters, char c) {
  return letters.find(c) != std::string_view::npos;
}

// Where a root may end, and what stands behind it.
struct Ending {
  std::size_t end;
  Suffix suffix;
  int cost;
};

// All parses of one word.
class Parses {
 public:
  explicit Parses(std::string_view word) : size_(word.size()) {
    std::copy(word.begin(), word.end(), letters_.begin());
    FindEndings();
    Descend(0, 0);
  }

  // The entry of the best parse; nullptr if there is none.
  const LexiconEntry* best() const { return best_; }

 private:
  std::string_view Rest(std::size_t at) const { return {letters_.data() + at, size_ - at}; }

  void FindEndings() {
    const std::string_view word = Rest(0);
    for (const Affix& particle : kParticles) {
      if (!word.ends_with(particle.text)) continue;
      const std::string_view clitics = word.substr(0, size_ - particle.text.size());
      for (const Affix& clitic : kClitics) {
        if (!clitics.ends_with(clitic.text)) continue;
        const std::string_view suffixes = clitics.substr(0, clitics.size() - clitic.text.size());
        for (std::size_t i = 0; i < std::size(kSuffixes); ++i) {
          const Affix& suffix = kSuffixes[i];
          if (!suffixes.ends_with(suffix.text)) continue;
          const std::size_t end = suffixes.size() - suffix.text.size();
          if (end < kShortestRoot) continue;
          endings_[endings_count_++] = {end, static_cast<Suffix>(i),
                                        particle.cost + clitic.cost + suffix.cost};
        }
      }
    }
  }

  Prefix Innermost() const { return depth_ == 0 ? kNoPrefix : prefixes_[depth_ - 1]; }

  // Tries the roots that start at the place, and the prefixes that do.
  void Descend(std::size_t at, int cost) {
    std::array<std::uint64_t, kLongestConfix + 1> hashes;  // of the letters from here, by their end
    WordHash hash;
    for (std::size_t end = at + 1; end <= size_; ++end) {
      hash.Add(letters_[end - 1]);
      hashes[end] = hash.value();
    }
    for (std::size_t i = 0; i < endings_count_; ++i) {
      const Ending& ending = endings_[i];
      if (ending.end >= at + kShortestRoot) TryRoot(at, ending, hashes[ending.end], cost);
    }
    if (depth_ == kMostPrefixes) return;
    const int deeper = cost + kPrefixCost + (depth_ == 1 ? kSecondPrefixCost : 0);
    TakePlain(at, deeper);
    TakeBerPerTer(at, deeper);
    TakeNasal(at, deeper);
    if (depth_ == 0) TakeDoubled(at, deeper);
  }

  // Goes on behind a prefix of so many letters.
  void Take(Prefix prefix, std::size_t at, int cost, int allomorph) {
    if ((kInner[Innermost()] & Bit(prefix)) == 0 || at + kShortestRoot > size_) return;
    prefixes_[depth_++] = prefix;
    Descend(at, cost + allomorph);
    --depth_;
  }

  // Goes on behind a prefix whose nasal has taken the place of the first letter.
  void TakeRestored(Prefix prefix, std::size_t at, char letter, int cost, int allomorph) {
    char& before = letters_[at - 1];
    const char nasal = before;
    before = letter;
    Take(prefix, at - 1, cost, allomorph);
    before = nasal;
  }

  void TakePlain(std::size_t at, int cost) {
    constexpr struct {
      std::string_view text;
      Prefix prefix;
    } kPlain[] = {{"di", kDi}, {"ku", kKu}, {"kau", kKau},
                  {"ke", kKe}, {"se", kSe}, {"tidak", kTidak}};
    const std::string_view rest = Rest(at);
    for (const auto& [text, prefix] : kPlain) {
      if (rest.starts_with(text)) Take(prefix, at + text.size(), cost, 0);
    }
  }

  void TakeBerPerTer(std::size_t at, int cost) {
    const std::string_view rest = Rest(at);
    if (rest.size() < 4 || rest[1] != 'e') return;
    const Prefix prefix = rest[0] == 'b'   ? kBer
                          : rest[0] == 'p' ? kPer
                          : rest[0] == 't' ? kTer
                                           : kNoPrefix;
    if (prefix == kNoPrefix) return;
    if (rest[2] == 'r') {
      Take(prefix, at + 3, cost, rest[3] == 'r' ? 30 : 0);
      Take(prefix, at + 2, cost, 10);  // berambut: be-rambut
    } else if (rest[2] == 'l' && rest.substr(3).starts_with("ajar")) {
      Take(prefix, at + 3, cost, 10);
    } else if (rest.size() > 5 && rest[3] == 'e' && rest[4] == 'r' && !IsVowel(rest[5])) {
      Take(prefix, at + 2, cost, 20);  // bekerja, tepercaya
    }
  }

  // meN- and peN-.
  void TakeNasal(std::size_t at, int cost) {
    const std::string_view rest = Rest(at);
    if (rest.size() < 4 || rest[1] != 'e' || (rest[0] != 'm' && rest[0] != 'p')) return;
    const Prefix prefix = rest[0] == 'm' ? kMe : kPe;
    const char first = rest[2];
    const char next = rest[3];
    const char third = rest.size() > 4 ? rest[4] : '\0';
    if (IsIn("lrwymn", first)) {
      Take(prefix, at + 2, cost, 10);
    } else if (prefix == kPe && !IsVowel(first)) {
      Take(prefix, at + 2, cost, 30);  // petani
    }
    if (first == 'm') TakeLabial(prefix, at, next, third, cost);
    if (first == 'n' && next == 'y') {
      if (IsVowel(third)) TakeRestored(prefix, at + 4, 's', cost, 10);
    } else if (first == 'n' && next == 'g') {
      TakeVelar(prefix, at, third, cost);
    } else if (first == 'n') {
      TakeDental(prefix, at, next, third, cost);
    }
  }

  void TakeLabial(Prefix prefix, std::size_t at, char next, char third, int cost) {
    if (IsIn("bfv", next)) Take(prefix, at + 3, cost, 0);
    if (next == 'p')
      Take(prefix, at + 3, cost, third == 'r' || third == 'l' || third == 'e' ? 10 : 30);
    // pemrograman, pemlesetan: the p of pr and pl is lost too.
    if (IsVowel(next) || next == 'r' || next == 'l') TakeRestored(prefix, at + 3, 'p', cost, 10);
  }

  void TakeDental(Prefix prefix, std::size_t at, char next, char third, int cost) {
    if (IsIn("cdjz", next)) Take(prefix, at + 3, cost, 0);
    if (next == 't') Take(prefix, at + 3, cost, IsVowel(third) ? 30 : 10);
    if (next == 's') Take(prefix, at + 3, cost, IsVowel(third) ? 30 : 10);
    if (IsVowel(next) || next == 'r') TakeRestored(prefix, at + 3, 't', cost, 10);
  }

  void TakeVelar(Prefix prefix, std::size_t at, char next, int cost) {
    if (next == '\0') return;
    if (IsIn("ghqx", next)) Take(prefix, at + 4, cost, 0);
    if (next == 'k') Take(prefix, at + 4, cost, 20);
    if (next == 'r' || next == 'l') TakeRestored(prefix, at + 4, 'k', cost, 10);  // mengritik
    if (!IsVowel(next)) return;
    Take(prefix, at + 4, cost, 10);
    TakeRestored(prefix, at + 4, 'k', cost, 10);
    if (next != 'e') return;
    // mengecat: menge- before a root of one syllable
    const bool outer = std::exchange(one_syllable_, true);
    Take(prefix, at + 5, cost, 20);
    one_syllable_ = outer;
  }

  // dedaunan, pepohonan: the first consonant doubled with e.
  void TakeDoubled(std::size_t at, int cost) {
    const std::string_view rest = Rest(at);
    if (rest.size() < 6 || rest[1] != 'e' || rest[0] != rest[2] || IsVowel(rest[0])) return;
    Take(kDoubled, at + 2, cost, 10);
  }

  // `hash`: of the root.
  void TryRoot(std::size_t at, const Ending& ending, std::uint64_t hash, int cost) {
    if (depth_ == 0 && ending.end == size_) return;
    const LexiconEntry* entry = FindEntry({letters_.data() + at, ending.end - at}, hash);
    if (entry == nullptr || !IsPossible(*entry, ending)) return;
    if (BelongsToRoot(at, ending)) return;
    const bool licensed = IsLicensed(*entry, SuffixOf(ending));
    if (!licensed && !HasEvidence(*entry, ending)) return;
    int total = cost + ending.cost - kProductivity[entry->flags];
    if (licensed) total -= kLicenceGain;
    if (entry->length == 2) total += kShortRootCost;
    if ((entry->traits & LexiconEntry::kMention) != 0) total += kMentionCost;
    if (best_ == nullptr || total < best_cost_ ||
        (total == best_cost_ && entry->length > best_->length)) {
      best_ = entry;
      best_cost_ = total;
    }
  }

  // A k that ends the root and a k that begins the suffix are often written once (menunjukan), and
  // one is often written twice (penunjukkan).
  Suffix SuffixOf(const Ending& ending) const {
    if (depth_ == 0 || letters_[ending.end - 1] != 'k') return ending.suffix;
    const Prefix outer = prefixes_[0];
    if (ending.suffix == kAn && IsVerbal(outer)) return kKan;
    if (ending.suffix == kKan && (outer == kPe || outer == kKe || outer == kPer)) return kAn;
    return ending.suffix;
  }

  bool IsDerivation(const Ending& ending) const { return depth_ > 0 || ending.suffix != kNoSuffix; }

  bool IsPossible(const LexiconEntry& entry, const Ending& ending) const {
    if ((entry.traits & LexiconEntry::kFixed) != 0 && IsDerivation(ending)) return false;
    // A nonstandard spelling takes what the standard one is listed for: menasehati.
    if ((entry.traits & LexiconEntry::kMention) != 0 &&
        (depth_ == 0 || entry.length < 5 || !IsLicensed(entry, ending.suffix))) {
      return false;
    }
    if (one_syllable_ && SyllablesOf(TextOf(entry)) > 1) return false;
    const Suffix suffix = SuffixOf(ending);
    if (depth_ != 1 || !IsForbidden(prefixes_[0], suffix)) return true;
    // dihadapan: the preposition di, fused with a noun.
    return prefixes_[0] == kDi && suffix == kAn && (entry.licence & kLicenceAn) != 0;
  }

  // Whether the suffix is none: the root together with it is an entry of its own (dimulai: mulai).
  bool BelongsToRoot(std::size_t at, const Ending& ending) const {
    if (ending.suffix != kI && ending.suffix != kKan) return false;
    const std::size_t end = ending.end + kSuffixes[ending.suffix].text.size();
    const LexiconEntry* longer = FindWord({letters_.data() + at, end - at});
    return longer != nullptr && &RootOf(*longer) == longer;
  }

  // Whether the root is listed for the affixes next to it.
  bool IsLicensed(const LexiconEntry& entry, Suffix suffix) const {
    if (!IsDerivation({0, suffix, 0})) return false;
    const Prefix inner = Innermost();
    if ((entry.licence & kLicences[inner][suffix]) != 0) return true;
    // keterbukaan: whoever is listed for ter- has it inside another prefix too.
    return depth_ > 1 && (entry.licence & kLicences[inner][kNoSuffix]) != 0;
  }

  // Whether a parse without licence may stand. Names have the looks of derivations: what is short
  // or bare needs a root that is known to derive at all.
  bool HasEvidence(const LexiconEntry& entry, const Ending& ending) const {
    if (!IsDerivation(ending)) {
      const bool nya = letters_[size_ - 1] == 'a' && letters_[size_ - 2] == 'y';
      return entry.length >= 4 || (entry.length == 3 && (nya || entry.flags >= 2));
    }
    if (entry.length <= 2 || (entry.length == 3 && entry.flags < 2)) return false;
    if (depth_ == 0 && ending.suffix == kAn) return entry.length >= 4 && entry.flags >= 1;
    if (depth_ == 0 && ending.suffix == kI) return entry.flags >= 8 || entry.length >= 9;
    if (depth_ == 1 && ending.suffix == kNoSuffix) return HasEvidence(prefixes_[0], entry);
    return true;
  }

  // The same for a prefix alone. ke- and ku- are as good as never bare without licence, and many a
  // name begins like that; ber- makes a verb of any noun, and di- is often the preposition.
  static bool HasEvidence(Prefix prefix, const LexiconEntry& entry) {
    switch (prefix) {
      case kKe:
        return false;
      case kKu:
      case kKau:
      case kPer:
        return entry.flags >= 7;
      case kBer:
      case kDi:
        return entry.length >= 4 || entry.flags >= 1;
      default:
        return entry.length >= 5 || entry.flags >= 1;
    }
  }

  std::array<char, kLongestConfix> letters_;
  std::size_t size_;
  std::array<Ending, std::size(kParticles) * std::size(kClitics) * std::size(kSuffixes)> endings_;
  std::size_t endings_count_ = 0;
  std::array<Prefix, kMostPrefixes> prefixes_;
  std::size_t depth_ = 0;
  bool one_syllable_ = false;  // whether the prefixes so far want such a root
  const LexiconEntry* best_ = nullptr;
  int best_cost_ = 0;
};

}  // namespace

const LexiconEntry* FindConfix(std::string_view word) {
  if (word.size() > kLongestConfix) return nullptr;
  return Parses(word).best();
}

}  // namespace warta
