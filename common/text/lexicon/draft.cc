#include "common/text/lexicon/draft.h"

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <unordered_map>

namespace warta {
namespace {

// A root of our own lists counts as productive as a middling root of hunspell-id, which has three
// flags, even where few of its derivations are listed.
constexpr int kOwnFlags = 3;

// What two words fused under affixes can take: pertanggungjawaban, menindaklanjuti, kesalahpahaman.
constexpr Licence kCompoundLicence = kLicenceMe | kLicenceKan | kLicenceI | kLicenceBer |
                                     kLicenceMemperKan | kLicencePe | kLicencePeAn | kLicencePerAn |
                                     kLicenceKeAn | kLicenceTer;

Licence LicenceOf(const std::string& pattern, const std::string& place) {
  static const std::unordered_map<std::string_view, Licence> table = {
      {"meN-", kLicenceMe},      {"di-", kLicenceMe},      {"ber-", kLicenceBer},
      {"ter-", kLicenceTer},     {"pe-", kLicencePe},      {"se-", kLicenceSe},
      {"-an", kLicenceAn},       {"-kan", kLicenceKan},    {"-i", kLicenceI},
      {"ke-an", kLicenceKeAn},   {"pe-an", kLicencePeAn},  {"per-an", kLicencePerAn},
      {"ber-an", kLicenceBerAn}, {"per-", kLicenceMemper},
  };
  const auto found = table.find(pattern);
  if (found == table.end()) throw std::runtime_error(place + ": unknown affix '" + pattern + "'");
  return found->second;
}

// The fields of a line, which must be so many, and the first `words` of them words.
const std::vector<std::string>& Fields(const ListLine& line, std::size_t least, std::size_t most,
                                       std::size_t words = 2) {
  if (line.fields.size() < least || line.fields.size() > most) {
    throw std::runtime_error(line.place + ": not the number of words that this list wants");
  }
  for (std::size_t i = 0; i < std::min(words, line.fields.size()); ++i) {
    if (!IsFoldedWord(line.fields[i])) {
      throw std::runtime_error(line.place + ": '" + line.fields[i] + "' is no folded word");
    }
  }
  return line.fields;
}

// Whether a reduplication of hunspell-id is a word of its own because no half of it is one
// (kupu-kupu). Others are left to the lists, and to the rules for hyphens.
bool IsOwnUnit(const std::string& word, const Draft::Entries& entries) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string::npos || word.find('-', hyphen + 1) != std::string::npos) return false;
  return !entries.contains(word.substr(0, hyphen)) && !entries.contains(word.substr(hyphen + 1));
}

// diatas is nothing but "di atas" without the space: it stems to atas, where both meet.
bool IsPreposition(const std::string& word) {
  return word == "di" || word == "ke" || word == "dari";
}

}  // namespace

void Draft::AddHunspell(const std::vector<HunspellEntry>& entries) {
  for (const HunspellEntry& entry : entries) {
    if (entry.word.find('-') != std::string::npos) continue;
    DraftEntry& draft = At(entry.word);
    draft.licence |= entry.licence;
    draft.flags += entry.flags;
  }
  for (const HunspellEntry& entry : entries) {
    if (IsOwnUnit(entry.word, entries_)) At(entry.word).traits |= LexiconEntry::kUnit;
  }
}

void Draft::AddRoots(const std::vector<ListLine>& lines) {
  for (const ListLine& line : lines) {
    const auto& fields = Fields(line, 1, 20, 1);
    DraftEntry& draft = At(fields.front());
    draft.flags = std::max(draft.flags, kOwnFlags + static_cast<int>(fields.size()) - 1);
    for (std::size_t i = 1; i < fields.size(); ++i) {
      draft.licence |= LicenceOf(fields[i], line.place);
    }
  }
}

void Draft::AddDerived(const std::vector<ListLine>& lines) {
  for (const ListLine& line : lines) {
    const auto& fields = Fields(line, 2, 2);
    At(fields[0]).root = fields[1];
    At(fields[1]);
  }
}

void Draft::AddFixed(const std::vector<ListLine>& lines) {
  for (const ListLine& line : lines) {
    At(Fields(line, 1, 1).front()).traits |= LexiconEntry::kFixed;
  }
}

void Draft::AddUnits(const std::vector<ListLine>& lines) {
  for (const ListLine& line : lines) {
    const auto& fields = Fields(line, 1, 2);
    DraftEntry& draft = At(fields[0]);
    draft.traits |= LexiconEntry::kUnit;
    if (fields.size() == 2) {
      draft.root = fields[1];
      At(fields[1]);
    }
    AddUnitApart(fields[0], fields.back());
  }
}

// undang undang, without the hyphen, is the unit too.
void Draft::AddUnitApart(const std::string& unit, const std::string& root) {
  const std::size_t hyphen = unit.find('-');
  if (hyphen == std::string::npos || unit.find('-', hyphen + 1) != std::string::npos) return;
  const std::string first = unit.substr(0, hyphen);
  const std::string second = unit.substr(hyphen + 1);
  DraftEntry& fused = Mention(first + second);
  fused.first = first.size();
  if (fused.root.empty() && root != first + second) fused.root = root;
  Mention(first).traits |= LexiconEntry::kFirst;
  Mention(second).traits |= LexiconEntry::kSecond;
}

void Draft::AddCompounds(const std::vector<ListLine>& lines) {
  for (const ListLine& line : lines) {
    const auto& fields = Fields(line, 2, 2);
    const bool known = entries_.contains(fields[0] + fields[1]);
    DraftEntry& draft = At(fields[0] + fields[1]);
    if (IsPreposition(fields[0]) && !known) {
      draft.root = fields[1];
      At(fields[1]);
      continue;
    }
    draft.first = fields[0].size();
    draft.licence |= kCompoundLicence;
    draft.flags = std::max(draft.flags, kOwnFlags);
    // bolak balik is the unit bolak-balik.
    const std::string unit = fields[0] + '-' + fields[1];
    if (entries_.contains(unit)) draft.root = unit;
    Mention(fields[0]).traits |= LexiconEntry::kFirst;
    Mention(fields[1]).traits |= LexiconEntry::kSecond;
  }
}

void Draft::AddBoundForms(const std::vector<ListLine>& lines) {
  for (const ListLine& line : lines) {
    const auto& fields = Fields(line, 1, 2);
    DraftEntry& draft = At(fields[0]);
    draft.traits |= LexiconEntry::kBoundForm;
    if (fields.size() == 1) continue;
    if (fields[1] != "apart") throw std::runtime_error(line.place + ": not `apart`");
    draft.traits |= LexiconEntry::kApart;
  }
}

void Draft::AddSpellings(const std::vector<ListLine>& lines) {
  for (const ListLine& line : lines) {
    const auto& fields = Fields(line, 2, 2);
    const DraftEntry standard = Mention(fields[1]);
    DraftEntry& draft = Mention(fields[0]);
    draft.variant = fields[1];
    // What is only a spelling derives as the standard one does.
    if ((draft.traits & LexiconEntry::kMention) == 0) continue;
    draft.licence |= standard.licence;
    draft.flags = std::max(draft.flags, standard.flags);
  }
}

DraftEntry& Draft::At(const std::string& word) {
  DraftEntry& entry = entries_[word];
  entry.traits = static_cast<std::uint8_t>(entry.traits & ~LexiconEntry::kMention);
  return entry;
}

DraftEntry& Draft::Mention(const std::string& word) {
  const auto [entry, added] = entries_.try_emplace(word);
  if (added) entry->second.traits = LexiconEntry::kMention;
  return entry->second;
}

}  // namespace warta
