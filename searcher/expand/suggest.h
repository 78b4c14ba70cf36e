#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/text/analyser.h"
#include "searcher/query/query.h"

namespace warta {

inline constexpr std::size_t kMostSuggestions = 3;

/// Other queries that may have been meant, best first, at most kMostSuggestions: the text as typed,
/// with words that hardly any article has replaced by ones that are written nearly so (typo.h) and
/// that many have, words that were run together split (hargaberas), and words that were torn apart
/// joined (ke betulan). Replaced words stand in small letters; operators, fields and signs stay as
/// they are.
///
/// Left alone are words that 20 articles have in any form, or the dictionary knows, or have
/// fewer than four letters, or digits; what is excluded, asked for exactly (`=`), by its beginning
/// or inexactly; and rare words, names mostly, unless one slip of the finger lies between them and
/// a word hundreds of times as frequent.
///
/// It is words that are counted, not answers: the caller has to try what a suggestion finds.
/// `root`: of the text, before Expand. Costs about 2 ms for each suspicious word, of which the
/// first 8 are looked up.
std::vector<std::string> SuggestQueries(std::string_view text, const QueryNode& root,
                                        const Xapian::Database& database, Analyser& analyser);

}  // namespace warta
