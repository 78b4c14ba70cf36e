#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyser.h"
#include "searcher/query.h"

namespace warta {

struct ParsedQuery {
  std::optional<QueryNode> root;  ///< nothing when there is nothing to search for
  /// What had to be guessed or left out, in sentences for the user.
  std::vector<std::string> notes;
};

/// Words and phrases beyond this number, in all, are left out.
inline constexpr std::size_t kMaxQueryTerms = 256;

/// Parentheses nested deeper are passed over.
inline constexpr std::size_t kMaxQueryDepth = 50;

/// Reads a query (docs/QUERIES.md is the manual). Never fails: what is no query becomes the nearest
/// one.
///
///     either := both (OR both)*
///     both   := group ((AND | NOT | AND NOT) group)*
///     group  := ('-'? unit)+
///     unit   := '='? word | '='? '"' words '"' | '(' either ')'
///
/// Words side by side are ranked alternatives and bind tighter than AND and NOT, these tighter than
/// OR. An operator without an operand is dropped; a quotation mark or a parenthesis that is never
/// closed counts as closed at the end. An equals sign means something only directly before a word
/// or a phrase; one word behind it is a kExact node, several are a phrase. A group that only
/// excludes, in parentheses or not, excludes from what stands beside it.
ParsedQuery ParseQuery(std::string_view text, Analyser& analyser);

}  // namespace warta
