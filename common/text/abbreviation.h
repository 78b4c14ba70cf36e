#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/token.h"

namespace warta {

/// A place where a text says what an abbreviation stands for: "Komisi Pemberantasan Korupsi (KPK)".
struct AbbreviationDefinition {
  std::string short_form;  ///< as written, ASCII letters and digits: `KPK`, `Polri`, `BP2MI`
  std::string long_form;   ///< surfaces of its words with spaces between: `komisi pemberantasan
                           ///< korupsi`

  bool operator==(const AbbreviationDefinition&) const = default;
};

/// Longest forms in bytes that are reported, so that both fit into one term.
inline constexpr std::size_t kMostShortFormBytes = 20;
inline constexpr std::size_t kMostLongFormBytes = 200;

/// A long form has at most so many words.
inline constexpr std::size_t kMostLongFormWords = 10;

/// Whether a short form is written in capitals: KPK, BP2MI, but not Polri.
bool IsCapitals(std::string_view short_form);

/// Finds the definitions of a text, in the order of their places, repeated ones too. `tokens` are
/// the analyser's for this text.
///
/// The method is that of A. S. Schwartz and M. A. Hearst, "A Simple Algorithm for Identifying
/// Abbreviation Definitions in Biomedical Text" (PSB 2003): parentheses show the candidates, the
/// letters decide. Read are
///
///     long form (SHORT)       Komisi Pemberantasan Korupsi (KPK)
///     SHORT (long form)       KPK (Komisi Pemberantasan Korupsi)
///     (long form/SHORT)       (Automatic Identification System/AIS)
///
/// where the long form is at most kMostLongFormWords words of one line with nothing but spaces,
/// hyphens and commas between them. Its letters must fit as Indonesian builds abbreviations, which
/// is stricter than the original. No word of a long form may be left out but function words (dan,
/// untuk, of):
/// * In capitals each letter is the initial of a word (APBN). A hyphenated word gives its first
///   initial or all of them (Perserikatan Bangsa-Bangsa = PBB, Kitab Undang-Undang Hukum Pidana =
///   KUHP); a digit repeats the letter before it (BP2MI).
/// * Otherwise, and in capitals from five letters on (BAZNAS), each word gives a syllable or so:
///   its beginning (Polri), its beginning and something after it (Kepala = ka, Olahraga = ora), or,
///   if it is not the first word, two or more letters out of its middle (Bawaslu). The beginning
///   may be that of the stem (Kepolisian Daerah = Polda).
///
/// Time is linear in the text, whatever it holds.
std::vector<AbbreviationDefinition> FindDefinitions(std::string_view text,
                                                    std::span<const Token> tokens);

}  // namespace warta
