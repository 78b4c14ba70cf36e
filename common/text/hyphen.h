#pragma once

#include <span>
#include <string>

namespace warta {

/// How words with hyphens between them are to be understood.
struct HyphenReading {
  /// One word with affixes or a reduplication (negara-negara, se-Indonesia, Instagram-nya).
  /// Otherwise the parts are words of their own (Prabowo-Gibran).
  bool one_word = false;
  std::string surface;  ///< of the one word: the parts with hyphens
  std::string stem;     ///< of the one word
  /// The parts without hyphens where people write them so too (antikorupsi, covid19, ektp); else
  /// empty.
  std::string joined;
};

/// Reads folded parts, at least two, none of them empty. They can be:
/// * a reduplication (reduplication.h), also with a clitic as third part (malaikat-malaikat-nya);
/// * a prefix and its word (di-PHK, non-Muslim, ke-19): the stem of the word. The prefixes are
///   those that are never written alone, and the bound forms of lists/bound_forms.txt;
/// * a word and its clitic or suffix (Instagram-nya, 1990-an): the stem of the word.
///
/// Everything else is separate words; numbers with hyphens between them (2-1, 2019-2024) have no
/// joined form.
HyphenReading ReadHyphenated(std::span<const std::string> parts);

}  // namespace warta
