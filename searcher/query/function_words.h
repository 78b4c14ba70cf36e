#pragma once

#include <string_view>

#include "searcher/query/query.h"

namespace warta {

/// Whether a form is one of the few words of grammar, and of questions, that say nothing about what is looked for: yang, di,
/// dan, siapa.
bool IsFunctionWord(std::string_view form);

/// Whether the query has a word by which questions are known: apa, siapa, berapa.
bool IsQuestion(const QueryNode& root);

/// Leaves function words out among words side by side, unless nothing else would be left. They stay where they were
/// asked for: with AND, in phrases, near something, in a field, exactly, and as acronyms.
void LeaveOutFunctionWords(QueryNode& root);

}  // namespace warta
