#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "common/text/token.h"

namespace warta::oracle {

/// What one word of an article has to be.
struct WordTest {
  enum class How { kForm, kBeginning, kStem, kNearly, kAcronym };

  How how = How::kForm;
  std::string text;
};

/// Where something stands in a text.
struct Occurrence {
  std::uint32_t first = 0;  ///< positions of its words
  std::uint32_t last = 0;
  std::size_t begin = 0;  ///< byte offsets
  std::size_t end = 0;

  bool operator==(const Occurrence&) const = default;
  bool operator<(const Occurrence& other) const {
    return std::tie(first, last, begin, end) <
           std::tie(other.first, other.last, other.begin, other.end);
  }
};

/// The words side by side that pass the tests, one each, in their order.
std::vector<Occurrence> FindSequence(const std::vector<WordTest>& tests,
                                     const std::vector<Token>& tokens);

/// What has the stem, also what stands beside a word: variants, parts, acronyms.
std::vector<Occurrence> FindStem(std::string_view stem, const std::vector<Token>& tokens);

/// From the one to the other, wherever they do not overlap and are at most so many words apart.
std::vector<Occurrence> FindNear(const std::vector<Occurrence>& some,
                                 const std::vector<Occurrence>& others, std::uint32_t distance);

/// Whether a word is written nearly so, as vocabulary.h has it.
bool IsNearly(std::string_view typed, std::string_view written);

}  // namespace warta::oracle
