#include "common/text/compound.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "common/text/lexicon.h"
#include "common/text/stem.h"
#include "common/text/word_hash.h"

namespace warta {
namespace {

constexpr std::size_t kShortestKnown = 4;  // antar pulau, but not `super jet`
constexpr std::size_t kShortestFused = 5;  // shorter ones turn up inside other words by chance
constexpr std::size_t kShortestBound = 3;
constexpr std::size_t kLongestBound = 6;

bool Has(const LexiconEntry* entry, std::uint8_t trait) {
  return entry != nullptr && (entry->traits & trait) != 0;
}

// Whether nothing stands behind the root. The nasal of a prefix may have replaced its first letter.
bool EndsWithRoot(std::string_view form, std::string_view root) {
  return form.ends_with(root) || (root.size() > 3 && form.ends_with(root.substr(1)));
}

// The entry of the two words fused; nullptr if they are no compound.
const LexiconEntry* FindFused(const CompoundRole& left, const CompoundRole& right) {
  if (left.first.empty() || right.second.empty()) return nullptr;
  const LexiconEntry* fused = FindEntry(std::string(left.first).append(right.second));
  return fused != nullptr && fused->first == left.first.size() ? fused : nullptr;
}

// Whether a derived word is a verb by its prefix, which no bound form is fused with.
bool IsVerb(std::string_view form) {
  for (const std::string_view prefix : {"ber", "di", "me", "ter"}) {
    if (form.starts_with(prefix)) return true;
  }
  return false;
}

}  // namespace

CompoundRole RoleOf(const StemmedWord& word) {
  CompoundRole role;
  const auto& [form, stem, whole, root] = word;
  if (Has(whole, LexiconEntry::kFirst)) {
    role.first = TextOf(*whole);
  } else if (Has(root, LexiconEntry::kFirst) && EndsWithRoot(form, stem)) {
    role.first = TextOf(*root);
  }
  if (Has(whole, LexiconEntry::kSecond)) {
    role.second = TextOf(*whole);
  } else if (Has(root, LexiconEntry::kSecond) && form.starts_with(stem)) {
    role.second = TextOf(*root);
  }
  role.bound = Has(whole, LexiconEntry::kApart);
  role.known = form.size() >= kShortestKnown && IsWord(root) && (form == stem || !IsVerb(form));
  return role;
}

std::optional<FusedForm> Fuse(std::string_view left, const CompoundRole& left_role,
                              std::string_view right, const CompoundRole& right_role) {
  const LexiconEntry* entry = FindFused(left_role, right_role);
  if (entry == nullptr && !(left_role.bound && right_role.known)) return std::nullopt;
  FusedForm fused;
  fused.surface = std::string(left).append(right);
  fused.stem = entry != nullptr ? std::string(TextOf(RootOf(*entry))) : Stem(fused.surface);
  return fused;
}

std::string_view FusedWord(const StemmedWord& word) {
  const std::string_view form = word.form;
  if (form.size() < kShortestBound + kShortestFused) return {};
  const LexiconEntry* entry = IsWord(word.entry) ? word.entry : nullptr;
  if (entry != nullptr && (entry->flags > 0 || &RootOf(*entry) != entry)) return {};
  const std::size_t shortest = entry == nullptr ? kShortestBound : kShortestBound + 1;
  const std::size_t most = std::min(kLongestBound, form.size() - kShortestFused);
  WordHash hash;
  std::array<std::uint64_t, kLongestBound + 1> hashes;  // of the first letters, by their number
  for (std::size_t length = 1; length <= most; ++length) {
    hash.Add(form[length - 1]);
    hashes[length] = hash.value();
  }
  for (std::size_t length = most; length >= shortest; --length) {
    const LexiconEntry* bound = FindEntry(form.substr(0, length), hashes[length]);
    if (!Has(bound, LexiconEntry::kBoundForm)) continue;
    const std::string_view rest = form.substr(length);
    const bool known =
        FindWord(rest) != nullptr || (entry == nullptr && FindWord(Stem(rest)) != nullptr);
    // produknya is produk, whatever it begins with.
    if (known && (entry != nullptr || !IsWord(word.root))) return rest;
  }
  return {};
}

}  // namespace warta
