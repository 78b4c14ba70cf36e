#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/token.h"

namespace warta {

// Finds copies of one story among articles: a wire report that several papers print, each with its
// own headline, first line and small edits. The measurements behind it: docs/DUPLICATES.md.

/// A text of fewer words gets no sketch: in so few, one changed name weighs too much.
inline constexpr std::size_t kLeastSketchWords = 40;

inline constexpr std::size_t kSketchBytes = 64;

/// Copies are published on the same day or the next; what is further apart is mostly a report that
/// comes every week.
inline constexpr int kMostDaysBetweenCopies = 3;

/// What a text is compared by: kSketchBytes that depend on its words alone, or nothing for a text
/// of fewer than kLeastSketchWords words. `tokens` are the analyser's for the body of an article,
/// of which only the surfaces of words count. Sketches that are compared must come from analysers
/// of one AnalyserIdentity.
///
/// * 56 bytes of a MinHash of the pairs of neighbouring words: the pairs fall into 56 bins by their
///   hash, and each bin keeps one byte of its smallest (one permutation hashing: P. Li, A. Owen,
///   C.-H. Zhang, NIPS 2012). The share of bytes in which two sketches agree is the Jaccard
///   similarity of the texts, with a standard error of 0.06 (measured over 1,350 pairs).
/// * 8 bytes with a bit for each number of the text, and two for a weekday before a number: what
///   differs between the reports of different days.
std::string Sketch(std::span<const Token> tokens);

/// What is known of two articles besides their texts.
struct Circumstances {
  int days_apart = 0;           ///< from one publication to the other, 0 if not known
  bool same_publisher = false;  ///< or it may be the same
};

/// Whether two texts are copies of one story, as their sketches tell:
/// * they share most pairs of words: 63 %, of one publisher, whose articles repeat what the one
///   before told, 80 %;
/// * no more than one of them has two or more numbers that the other lacks;
/// * they are at most kMostDaysBetweenCopies apart.
/// Symmetrical. False where a sketch is empty or, in a damaged database, of another size.
bool AreCopies(std::string_view a, std::string_view b, const Circumstances& circumstances);

/// How many bands a sketch has, and the bound of their numbers.
inline constexpr std::size_t kSketchBands = 8;
inline constexpr std::size_t kBandNumbers = kSketchBands << 16U;

/// Numbers below kBandNumbers, by which copies are found among many texts: those that have none in
/// common need not be compared. kSketchBands different ones, ascending; none for an empty sketch.
/// All 339 pairs of 28,027 articles that AreCopies accepts have one in common (in theory 2 % of the
/// pairs of similarity 0.63 do not, and 0.5 % of those of 0.7). An article has one in common with
/// 15 others, 0.05 %.
std::vector<std::uint32_t> Bands(std::string_view sketch);

/// The bands as terms for an index: three bytes each, of seven bits with the top bit set, because Xapian
/// counts zero bytes twice.
std::vector<std::string> BandTerms(std::string_view sketch);

}  // namespace warta
