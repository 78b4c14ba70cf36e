#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/field_names.h"

namespace warta {

/// What the first row of a table says of its columns.
class CsvHeader {
 public:
  CsvHeader() = default;
  explicit CsvHeader(std::vector<std::string> names);

  std::size_t column_count() const { return names_.size(); }
  const std::string& name(std::size_t column) const { return names_[column]; }

  /// The columns that are fields of articles, as CsvRows::Keep takes them.
  std::vector<bool> known() const;

  /// Whether there is a column for the title or the text.
  bool HasArticles() const;

  /// The names for a message, no more than a few.
  std::string Listed() const;

  /// Whether there is a column for an address, a date or an id, by which rows can be known.
  bool CanBeSure() const;

  /// Whether a row can only be a row, and no line of a text with commas: it has as many columns as
  /// the first, and an address, a date and an id where that names one. REQUIRES: CanBeSure().
  bool IsSurelyRow(const std::vector<std::string>& fields, std::size_t column_count) const;

 private:
  std::vector<std::string> names_;
  std::vector<std::optional<Field>> fields_;
};

/// What separates the columns of a table with this first line: what makes most fields of it.
char CsvDelimiter(std::string_view first_line);

/// What Excel's line before the first row (`sep=;`) says of the separator, if the line is one.
std::optional<char> CsvSeparatorLine(std::string_view line);

}  // namespace warta
