#pragma once

#include <string>

#include "common/text/lexicon/draft.h"

namespace warta {

/// The dictionary of a word list of hunspell and a folder of lists. Throws std::runtime_error with
/// the file and line of what is wrong.
///
/// A list is a text file: words separated by white space, one entry a line; `#` begins a comment.
/// Each says at its head what its lines are.
Draft ReadLists(const std::string& hunspell, const std::string& folder);

}  // namespace warta
