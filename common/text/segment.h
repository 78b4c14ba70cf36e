#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace warta {

/// Whether the word holds characters of a script that is written without spaces (Han, kana, Thai,
/// Khmer, Lao, Burmese), so that a run of letters is more than a word.
bool NeedsSegmentation(std::string_view word);

/// Byte ranges of the words in such a run, by ICU's word boundaries (UAX #29 with dictionaries).
std::vector<std::pair<std::size_t, std::size_t>> SegmentWords(std::string_view run);

}  // namespace warta
