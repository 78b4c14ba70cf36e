#include "common/text/spelling.h"

#include <cstddef>

#include "common/ascii.h"
#include "common/text/lexicon.h"
#include "common/text/stem.h"

namespace warta {
namespace {

struct Rewrite {
  std::string_view old;
  std::string_view present;
};

// The digraphs that betray the old spelling; then what else it wrote in another way.
constexpr Rewrite kTelling[] = {{"oe", "u"}, {"tj", "c"}, {"dj", "j"}, {"sj", "sy"}};
constexpr Rewrite kOthers[] = {{"nj", "ny"}, {"ch", "kh"}, {"j", "y"}};

bool IsIn(std::string_view letters, char c) {
  return letters.find(c) != std::string_view::npos;
}

// The first of the rules whose old letters stand at the place; nullptr if there is none.
template <std::size_t kCount>
const Rewrite* RuleAt(const Rewrite (&rules)[kCount], std::string_view rest) {
  for (const Rewrite& rule : rules) {
    if (rest.starts_with(rule.old)) return &rule;
  }
  return nullptr;
}

bool HasTelling(std::string_view form) {
  if (form.starts_with("nj")) return true;
  for (const Rewrite& rule : kTelling) {
    if (form.find(rule.old) != std::string_view::npos) return true;
  }
  return false;
}

std::string Modernise(std::string_view form) {
  std::string modern;
  for (std::size_t at = 0; at < form.size();) {
    const std::string_view rest = form.substr(at);
    const Rewrite* rule = RuleAt(kTelling, rest);
    if (rule == nullptr) rule = RuleAt(kOthers, rest);
    if (rule == nullptr) {
      modern.push_back(rest.front());
      ++at;
    } else {
      modern.append(rule->present);
      at += rule->old.size();
    }
  }
  return modern;
}

// Achmad, Akhmad: Ahmad. Whether there was anything to change.
bool SimplifyArabicH(std::string& form) {
  bool changed = false;
  for (std::size_t at = 1; at + 2 < form.size(); ++at) {
    const bool spelled = (form[at] == 'c' || form[at] == 'k') && form[at + 1] == 'h';
    if (!spelled || !IsVowel(form[at - 1]) || !IsIn("mtfdsr", form[at + 2])) continue;
    form.erase(at, 1);
    changed = true;
  }
  return changed;
}

// The form with another root in it. The nasal of a prefix may have replaced the first letter of the
// root: menasehati holds asehat. Empty if the root is not to be found.
std::string ReplaceRoot(std::string_view form, std::string_view root, std::string_view by) {
  for (const std::size_t skipped : {std::size_t{0}, std::size_t{1}}) {
    if (skipped == 1 && (root.front() != by.front() || root.size() < 4)) break;
    const std::size_t at = form.rfind(root.substr(skipped));
    if (at == std::string_view::npos) continue;
    std::string replaced(form);
    return replaced.replace(at, root.size() - skipped, by.substr(skipped));
  }
  return {};
}

// The spelling that the list has for the word or its root, whose entry it is.
std::optional<Spelling> Listed(std::string_view form, std::string_view root,
                               const LexiconEntry* entry) {
  if (entry == nullptr || &StandardOf(*entry) == entry) return std::nullopt;
  const std::string_view standard = TextOf(StandardOf(*entry));
  std::string spelled = ReplaceRoot(form, root, standard);
  if (spelled.empty()) return std::nullopt;
  std::string stem = Stem(standard);
  return Spelling{std::move(spelled), std::move(stem)};
}

// What a word that is not in the dictionary is in the spelling of today, if it was in an older one.
std::optional<Spelling> ModernName(std::string_view form) {
  constexpr std::size_t kShortest = 4;  // Joe, Zoe
  if (form.size() < kShortest) return std::nullopt;
  const bool old = HasTelling(form);
  std::string modern = old ? Modernise(form) : std::string(form);
  const bool simplified = SimplifyArabicH(modern);
  if (!old && !simplified) return std::nullopt;
  // English does is not dus "box".
  constexpr std::size_t kShortestWord = 4;
  if (modern.size() < kShortestWord && FindWord(modern) != nullptr) return std::nullopt;
  std::string stem = Stem(modern);
  return Spelling{std::move(modern), std::move(stem)};
}

}  // namespace

std::optional<Spelling> StandardSpelling(const StemmedWord& word, bool acronym) {
  if (auto listed = Listed(word.form, word.form, word.entry)) return listed;
  if (word.form != word.stem) {
    if (auto listed = Listed(word.form, word.stem, word.root)) return listed;
  }
  return acronym || IsWord(word.root) ? std::nullopt : ModernName(word.form);
}

}  // namespace warta
