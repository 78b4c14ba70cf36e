#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/message.h"
#include "common/text/analyser.h"
#include "searcher/query/query.h"

namespace warta {

/// What is wrong with a query, and where.
struct QueryMistake {
  Message message;
  std::size_t begin = 0;  ///< byte offsets into the query
  std::size_t end = 0;
};

struct ParsedQuery {
  std::optional<QueryNode> root;  ///< nothing when there is nothing to search for
  /// What had to be guessed or left out.
  std::vector<Message> notes;
  /// Not empty: the query must not be searched for.
  std::vector<QueryMistake> mistakes;
};

/// Words and phrases beyond this number, in all, are left out.
inline constexpr std::size_t kMaxQueryTerms = 256;

/// Parentheses nested deeper are passed over.
inline constexpr std::size_t kMaxQueryDepth = 50;

/// Bytes of a query beyond this number are left out.
inline constexpr std::size_t kMaxQueryBytes = 65'536;

/// Reads a query (docs/QUERIES.md is the manual). Ordinary text never fails: what is no query becomes
/// the nearest one, and notes say so. Mistakes are a field that does not exist and a date that does
/// not.
///
///     either := both (OR both)*
///     both   := group ((AND | NOT | AND NOT) group)*
///     group  := ('-'? near)+
///     near   := unit (NEAR[/n] unit)*
///     unit   := field ':' unit | '='? word | word '*' | word '~' | ('=' | '~')? '"' words '"'
///             | '(' either ')'
///
/// Words side by side are ranked alternatives and bind tighter than AND and NOT, these tighter than
/// OR. An operator without an operand is dropped; a quotation mark or a parenthesis that is never
/// closed counts as closed at the end. An equals sign means something only directly before a word
/// or a phrase; one word behind it is a kExact node, several are a phrase. A group that only
/// excludes, in parentheses or not, excludes from what stands beside it. Filters (IsFilter) in a group
/// are wanted by all of it; those of one field side by side are alternatives.
///
/// `today`: what relative dates count from.
ParsedQuery ParseQuery(std::string_view text, Analyser& analyser, const Date& today = Today());

}  // namespace warta
