#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "indexer/readers/field_names.h"
#include "indexer/readers/text_lines.h"

namespace warta {

/// What stands above a text about it.
struct FrontMatter {
  std::array<std::string, kFieldCount> values;  ///< by Field; empty: not stated
  std::size_t lines = 0;                        ///< how many it takes; 0: there is none
  std::string_view opening;  ///< what the line behind them begins the text with, if not as a whole

  const std::string& Value(Field field) const { return values[static_cast<std::size_t>(field)]; }
};

/// Where a front matter may stand.
enum class FrontMatterPlace {
  kTop,         ///< on the first line with text
  kAfterTitle,  ///< on the next one behind the title
};

/// Reads the front matter with which the lines begin, blank lines in front of it included.
///
///  * Between two lines of `---` (or `---` and `...`), at the top only: lines of `key: value`, of
///    lists, comments and what is set in, as in YAML. Keys that are unknown are passed over.
///  * Lines of `key: value` with at least two fields that FieldOf knows, the first line one of them.
///    Lines with other short keys between them are passed over; so are blank lines between two that
///    are known.
///  * A single line that can be nothing else: the title at the top (`Judul: ...`), a date, an
///    address.
///
/// A name of the body ends it, outside of fences: what stands behind the colon and below is the
/// text, and `opening` the former. Other lines, and headlines such as "Sumber: Gempa Berasal dari Laut", are no front
/// matter.
FrontMatter ReadFrontMatter(std::span<const Line> lines, FrontMatterPlace place);

}  // namespace warta
