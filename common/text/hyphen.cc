#include "common/text/hyphen.h"

#include <algorithm>
#include <string_view>

#include "common/text/lexicon.h"
#include "common/text/number.h"
#include "common/text/reduplication.h"
#include "common/text/stem.h"

namespace warta {
namespace {

// Bound prefixes before acronyms, names and numbers.
constexpr std::string_view kPrefixes[] = {"ber", "di", "ke", "me", "per", "se", "ter"};

constexpr std::string_view kSuffixes[] = {"an", "i", "kah", "kan", "ku", "lah", "mu", "nya", "pun"};

bool IsPrefix(std::string_view word) {
  if (std::find(std::begin(kPrefixes), std::end(kPrefixes), word) != std::end(kPrefixes)) {
    return true;
  }
  const LexiconEntry* entry = FindEntry(word);
  return entry != nullptr && (entry->traits & LexiconEntry::kBoundForm) != 0;
}

bool IsSuffix(std::string_view word) {
  return std::find(std::begin(kSuffixes), std::end(kSuffixes), word) != std::end(kSuffixes);
}

std::string Join(std::span<const std::string> parts, std::string_view between) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined.append(between);
    joined.append(part);
  }
  return joined;
}

// The stem of the parts as one reduplication; empty if they are none.
std::string DoubledStem(std::span<const std::string> parts) {
  if (const LexiconEntry* unit = FindUnit(Join(parts, "-"))) {  // dag-dig-dug
    return std::string(TextOf(RootOf(*unit)));
  }
  const bool clitic = parts.size() == 3 && IsSuffix(parts[2]);
  return parts.size() == 2 || clitic ? ReduplicationStem(parts[0], parts[1]) : std::string();
}

}  // namespace

HyphenReading ReadHyphenated(std::span<const std::string> parts) {
  HyphenReading reading;
  if (std::all_of(parts.begin(), parts.end(), [](const auto& part) { return IsNumber(part); })) {
    return reading;
  }
  reading.stem = DoubledStem(parts);
  reading.one_word = !reading.stem.empty();
  if (reading.one_word) {
    reading.surface = Join(parts, "-");
    return reading;
  }
  if (parts.size() == 2) {
    const bool prefixed = IsPrefix(parts[0]);
    if (prefixed || IsSuffix(parts[1])) {
      reading.one_word = true;
      reading.stem = Stem(parts[prefixed ? 1 : 0]);
      reading.surface = Join(parts, "-");
    }
  }
  reading.joined = Join(parts, "");
  return reading;
}

}  // namespace warta
