#pragma once

#include <vector>

#include "common/text/analyser.h"
#include "searcher/expand/expansion.h"
#include "searcher/expand/synonym_file.h"
#include "searcher/query/query.h"

namespace warta {

/// Adds the synonyms of the user's list to the query: a word, or words side by side with nothing or
/// AND between them, that are an entry of the list in any form get its synonyms as alternatives,
/// each of the words, so that one satisfies them all. Of entries that begin at the same word the
/// longest counts; words of it begin no other. What stands near each other (kNear) gets none.
///
/// REQUIRES: it is decided which words are acronyms (abbreviations.h); one in small letters (as) is
/// not the entry in capitals (AS).
///
/// Returns what was added, in the order of the query, each once.
std::vector<Expansion> AddUserSynonyms(QueryNode& root, const SynonymList& list,
                                       Analyser& analyser);

}  // namespace warta
