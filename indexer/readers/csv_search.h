#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "indexer/readers/csv_header.h"
#include "indexer/readers/csv_rows.h"

namespace warta {

/// Finds the rows in lines that a stray quote has made one row of: those that can be nothing else
/// (CsvHeader::IsSurelyRow).
class CsvSearch {
 public:
  /// The row that was parsed, its bytes, and the number of its first line.
  using RowSink = std::function<void(CsvRows& rows, std::string_view row, std::uint64_t number)>;

  /// REQUIRES: the header outlives this.
  CsvSearch(const CsvHeader& header, char delimiter, char line_end);

  /// Whether a row of several lines is not what it seems: its quotes break the rules of RFC 4180, and
  /// a line behind the first is a row of its own.
  bool HoldsRows(std::string_view lines) const;

  /// Hands out the rows in the lines, of which the first has this number. Returns whether the first
  /// line is one of them, its quotes taken for characters. After so many calls and stray quotes that
  /// a file could make this take long, no rows are found any more.
  bool Search(std::string_view lines, std::uint64_t number, const RowSink& sink);

 private:
  bool TakeUnquoted(std::string_view line, std::uint64_t number, const RowSink& sink);
  std::string_view FirstLine(std::string_view lines) const;

  const CsvHeader& header_;
  const char delimiter_;
  const char line_end_;
  std::size_t bytes_left_;
};

}  // namespace warta
