#include "common/text/lexicon/hunspell.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "common/ascii.h"

namespace warta {
namespace {

// What each flag of id_ID.aff licenses. Flags of rare double prefixes (keter-an, berke-an) license
// the inner derivation: whoever says keterbukaan also says terbuka.
struct FlagLicence {
  std::string_view flag;
  Licence licence;
};
constexpr FlagLicence kFlagLicences[] = {
    {"M0", kLicenceMe},
    {"D0", kLicenceMe},
    {"O0", kLicenceMe},
    {"MG", kLicenceMe},
    {"MM", kLicenceMe},
    {"Mk", kLicenceKan},
    {"Dk", kLicenceKan},
    {"Ok", kLicenceKan},
    {"k0", kLicenceKan},
    {"Tk", kLicenceKan | kLicenceTer},
    {"Th", kLicenceKan},
    {"Mh", kLicenceKan},
    {"Mo", kLicenceKan},
    {"Mi", kLicenceI},
    {"Di", kLicenceI},
    {"Oi", kLicenceI},
    {"i0", kLicenceI},
    {"Ti", kLicenceI | kLicenceTer},
    {"Tg", kLicenceI},
    {"Mg", kLicenceI},
    {"Mm", kLicenceI},
    {"MR", kLicenceMemper},
    {"DR", kLicenceMemper},
    {"R0", kLicenceMemper | kLicencePer},
    {"TR", kLicenceMemper},
    {"Mu", kLicenceMemperKan},
    {"Du", kLicenceMemperKan},
    {"Rk", kLicenceMemperKan},
    {"Mt", kLicenceMemperI},
    {"Dt", kLicenceMemperI},
    {"Ri", kLicenceMemperI},
    {"B0", kLicenceBer},
    {"BE", kLicenceBer},
    {"KB", kLicenceBer},
    {"Kc", kLicenceBer},
    {"MB", kLicenceBer},
    {"Me", kLicenceBer},
    {"PB", kLicenceBer},
    {"Pc", kLicenceBer},
    {"SB", kLicenceBer},
    {"Sb", kLicenceBer},
    {"TB", kLicenceBer},
    {"Ba", kLicenceBerAn | kLicencePerAn},
    {"Bb", kLicenceBer},
    {"Bf", kLicenceBerAn},
    {"Bk", kLicenceBerKan},
    {"Bg", kLicenceBerKan},
    {"BK", kLicenceKe},
    {"Bl", kLicenceKeAn},
    {"BP", kLicencePe},
    {"Bq", kLicencePeAn},
    {"BS", kLicenceSe},
    {"Bt", kLicenceSeAn},
    {"DK", kLicenceKe},
    {"Dm", kLicenceKeI},
    {"Dn", kLicenceKe},
    {"DS", kLicenceSe},
    {"Dv", kLicenceSe},
    {"MS", kLicenceSe},
    {"Mw", kLicenceSe},
    {"Mx", kLicenceSe},
    {"MP", kLicencePe},
    {"Mn", kLicencePeAn},
    {"Mp", kLicencePe},
    {"Mq", kLicencePe},
    {"T0", kLicenceTer},
    {"TE", kLicenceTer},
    {"T3", kLicenceTer},
    {"KT", kLicenceTer},
    {"Ku", kLicenceTer},
    {"ST", kLicenceTer},
    {"Ta", kLicenceTerAn},
    {"Tf", kLicenceTerAn},
    {"Tn", kLicenceTer},
    {"TK", kLicenceKe},
    {"P0", kLicencePe},
    {"PE", kLicencePe},
    {"PG", kLicencePe},
    {"PK", kLicencePe},
    {"PN", kLicencePe},
    {"Pa", kLicencePeAn},
    {"Pf", kLicencePeAn},
    {"Pg", kLicencePeAn},
    {"Pl", kLicencePeAn},
    {"Po", kLicencePeAn},
    {"PM", kLicenceMe},
    {"Pn", kLicencePeAn},
    {"PR", kLicencePer},
    {"Ps", kLicencePerAn},
    {"PS", kLicenceSe},
    {"Pv", kLicenceSe},
    {"Ra", kLicencePerAn},
    {"RS", kLicenceSe},
    {"Rt", kLicenceSe},
    {"Rq", kLicencePeAn},
    {"K0", kLicenceKe},
    {"Kn", kLicenceKe},
    {"Ka", kLicenceKeAn},
    {"Ki", kLicenceKeI},
    {"KM", kLicenceMe},
    {"Ko", kLicencePeAn},
    {"KP", kLicencePe},
    {"Kq", kLicencePe},
    {"KS", kLicenceSe},
    {"Kt", kLicenceSe},
    {"S0", kLicenceSe},
    {"SS", kLicenceSe},
    {"Sa", kLicenceSeAn},
    {"Sn", kLicenceSe},
    {"SK", kLicenceKe},
    {"Sl", kLicenceKeAn},
    {"SP", kLicencePe},
    {"Sq", kLicencePeAn},
    {"SR", kLicencePer},
    {"Ss", kLicencePerAn},
    {"a0", kLicenceAn},
};

Licence LicenceOfFlag(std::string_view flag) {
  for (const FlagLicence& row : kFlagLicences) {
    if (row.flag == flag) return row.licence;
  }
  return 0;
}

}  // namespace

bool IsFoldedWord(std::string_view word) {
  if (word.empty() || word.front() == '-' || word.back() == '-') return false;
  return std::all_of(word.begin(), word.end(), [](char c) { return IsLower(c) || c == '-'; });
}

std::vector<HunspellEntry> ReadHunspell(std::istream& dictionary) {
  std::vector<HunspellEntry> entries;
  std::string line;
  while (std::getline(dictionary, line)) {
    while (!line.empty() && IsSpace(line.back())) line.pop_back();
    const std::size_t slash = std::min(line.find('/'), line.size());
    HunspellEntry entry;
    entry.word = LowerAscii(line.substr(0, slash));
    if (!IsFoldedWord(entry.word)) continue;
    for (std::size_t at = slash + 1; at + 1 < line.size(); at += 2) {
      ++entry.flags;
      entry.licence |= LicenceOfFlag(std::string_view(line).substr(at, 2));
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace warta
