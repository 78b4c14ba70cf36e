#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "common/text/affix.h"

namespace warta {

/// The rules and weights of confix stripping (confix.h): which affixes there are, which may stand
/// inside which, and what a parse costs. The design, and the source of the tables, is confix
/// stripping by Adriani et al. 2007 and Asian 2007; the licences are those of affix.h.

/// In the order of the tables below.
enum Prefix : std::uint8_t {
  kDi,
  kKu,
  kKau,
  kMe,
  kPe,
  kKe,
  kBer,
  kPer,
  kSe,
  kTer,
  kTidak,
  kDoubled,
  kNoPrefix
};
enum Suffix : std::uint8_t { kNoSuffix, kKan, kAn, kI };

constexpr std::uint16_t Bit(Prefix prefix) {
  return static_cast<std::uint16_t>(1U << prefix);
}

/// Which prefixes may stand inside a prefix: di-ber-lakukan, me-per-tahankan, ke-tidak-adilan.
inline constexpr std::uint16_t kInner[] = {
    /*di*/ Bit(kPer) | Bit(kBer) | Bit(kKe) | Bit(kSe) | Bit(kTer) | Bit(kPe),
    /*ku*/ Bit(kPer) | Bit(kBer) | Bit(kKe) | Bit(kSe) | Bit(kTer) | Bit(kPe),
    /*kau*/ Bit(kPer) | Bit(kBer) | Bit(kKe) | Bit(kSe) | Bit(kTer) | Bit(kPe),
    /*me*/ Bit(kPer) | Bit(kBer) | Bit(kKe) | Bit(kSe) | Bit(kTer) | Bit(kPe),
    /*pe*/ Bit(kBer) | Bit(kPer) | Bit(kSe) | Bit(kKe) | Bit(kTer),
    /*ke*/ Bit(kBer) | Bit(kTer) | Bit(kSe) | Bit(kPe) | Bit(kPer) | Bit(kTidak),
    /*ber*/ Bit(kKe) | Bit(kPe) | Bit(kPer) | Bit(kSe) | Bit(kTer),
    /*per*/ Bit(kSe) | Bit(kPe) | Bit(kKe) | Bit(kBer) | Bit(kTer),
    /*se*/ Bit(kBer) | Bit(kPer) | Bit(kPe) | Bit(kKe) | Bit(kTer),
    /*ter*/ Bit(kPer) | Bit(kKe) | Bit(kPe) | Bit(kSe) | Bit(kBer),
    /*tidak*/ Bit(kBer) | Bit(kTer) | Bit(kSe),
    /*doubled*/ 0,
    /*none*/ 0xFFFF & ~Bit(kTidak),
};

/// What the root must be listed for, by the prefix next to it and the suffix (affix.h).
inline constexpr Licence kLicences[][4] = {
    // none, -kan, -an, -i
    /*di*/ {kLicenceMe, kLicenceKan, 0, kLicenceI},
    /*ku*/ {kLicenceMe, kLicenceKan, 0, kLicenceI},
    /*kau*/ {kLicenceMe, kLicenceKan, 0, kLicenceI},
    /*me*/ {kLicenceMe, kLicenceKan, 0, kLicenceI},
    /*pe*/ {kLicencePe | kLicenceMe, 0, kLicencePeAn | kLicenceMe | kLicenceKan | kLicenceI, 0},
    /*ke*/ {kLicenceKe, 0, kLicenceKeAn, kLicenceKeI},
    /*ber*/ {kLicenceBer, kLicenceBerKan, kLicenceBerAn, 0},
    /*per*/ {kLicenceMemper | kLicencePer, kLicenceMemperKan, kLicencePerAn, kLicenceMemperI},
    /*se*/ {kLicenceSe, 0, kLicenceSeAn, 0},
    /*ter*/ {kLicenceTer, kLicenceKan, kLicenceTerAn, kLicenceI},
    /*tidak*/ {0, 0, 0, 0},
    /*doubled*/ {0, 0, kLicenceAn, 0},
    /*none*/ {0, kLicenceKan, kLicenceAn, kLicenceI},
};

/// Pairs of the outermost prefix and the suffix that the language does not have.
constexpr bool IsForbidden(Prefix prefix, Suffix suffix) {
  switch (prefix) {
    case kBer:
      return suffix == kI;
    case kDi:
    case kKu:
    case kKau:
    case kMe:
    case kTer:
      return suffix == kAn;
    case kKe:
    case kSe:
    case kPe:
      return suffix == kI || suffix == kKan;
    default:
      return false;
  }
}

/// The weights, in tenths: what each part of a parse costs. They are flat: in a trial 500 random
/// variations moved the result by 0.02 points.
inline constexpr int kPrefixCost = 20;
inline constexpr int kSecondPrefixCost = 20;
inline constexpr int kSuffixCost = 10;
inline constexpr int kShortRootCost = 60;
inline constexpr int kMentionCost = 60;  // penampakan is from tampak, not from its variant nampak
inline constexpr int kLicenceGain = 50;

/// 9 * sqrt(flags): the more a root takes, the likelier it is (mengukur is from ukur, not kukur).
inline constexpr std::array<std::uint8_t, 256> kProductivity = [] {
  std::array<std::uint8_t, 256> table{};
  for (unsigned flags = 0, root = 0; flags < table.size(); ++flags) {
    while ((root + 1) * (root + 1) <= 81 * flags) ++root;
    table[flags] = static_cast<std::uint8_t>(root);
  }
  return table;
}();

struct Affix {
  std::string_view text;
  int cost;
};

inline constexpr Affix kParticles[] = {{"", 0}, {"lah", 10}, {"pun", 30}, {"kah", 40}};
inline constexpr Affix kClitics[] = {{"", 0}, {"nya", 10}, {"ku", 40}, {"mu", 40}};
inline constexpr Affix kSuffixes[] = {
    {"", 0}, {"kan", kSuffixCost}, {"an", kSuffixCost}, {"i", kSuffixCost}};

}  // namespace warta
