#pragma once

#include <string_view>

namespace warta {

/// Whether a form is one of a hundred that nearly every article has (yang, di, tidak, saat). Phrases of
/// these are indexed as pairs (common/store/schema.h): so a change here needs a new schema.
///
/// The list is of function words, and nouns and verbs that news is full of, in the order of the
/// alphabet. Of 250 words of an article 20 stand in a pair of two such, 18 different ones: that makes the
/// index 2 % larger.
bool IsVeryFrequent(std::string_view form);

}  // namespace warta
