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

/// Reads folded parts, at least two, none of them empty. Two parts can be:
/// * a reduplication: equal (negara-negara), one with an affix more (anak-anaknya, berhati-hati,
///   besar-besaran) or two forms of one root (tolong-menolong, meniru-nirukan). Its stem is that of
///   the simple word, unless the doubled word means something else (undang-undang is a law, not an
///   invitation);
/// * a prefix and its word (di-PHK, non-Muslim, ke-19): the stem of the word;
/// * a word and its clitic or suffix (Instagram-nya, 1990-an): the stem of the word.
///
/// Everything else is separate words; numbers with hyphens between them (2-1, 2019-2024) have no
/// joined form.
HyphenReading ReadHyphenated(std::span<const std::string> parts);

}  // namespace warta
