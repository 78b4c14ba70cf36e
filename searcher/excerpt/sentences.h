#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace warta {

/// Byte ranges of the sentences of a text, in order, without the space around them. A line break
/// ends a sentence; so does a stop, question or exclamation mark (with the quotation marks and
/// parentheses behind it) before a space and a capital, digit or opening mark, unless the stop
/// belongs to an initial or a short title (M. Natsir, Dr. Andi, No. 5).
std::vector<std::pair<std::size_t, std::size_t>> SplitSentences(std::string_view text);

}  // namespace warta
