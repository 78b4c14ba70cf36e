#include "indexer/readers/csv_search.h"

#include <algorithm>

#include "indexer/readers/reader.h"

namespace warta {
namespace {

// A stray quote may swallow kMaxRecordBytes, and the next line have another.
constexpr std::size_t kMaxSearchedBytes = 32 * kMaxRecordBytes;

}  // namespace

CsvSearch::CsvSearch(const CsvHeader& header, char delimiter, char line_end)
    : header_(header), delimiter_(delimiter), line_end_(line_end), bytes_left_(kMaxSearchedBytes) {}

std::string_view CsvSearch::FirstLine(std::string_view lines) const {
  const std::size_t end = lines.find(line_end_);
  return lines.substr(0, end == lines.npos ? end : end + 1);
}

bool CsvSearch::HoldsRows(std::string_view lines) const {
  if (!header_.CanBeSure() || IsStrictRow(lines, delimiter_)) return false;
  CsvRows rows(delimiter_, line_end_, CsvRows::Quotes::kPlain);
  lines.remove_prefix(FirstLine(lines).size());
  while (!lines.empty()) {
    const std::string_view line = FirstLine(lines);
    if (rows.Feed(line) && header_.IsSurelyRow(rows.fields(), rows.column_count())) return true;
    lines.remove_prefix(line.size());
  }
  return false;
}

bool CsvSearch::TakeUnquoted(std::string_view line, std::uint64_t number, const RowSink& sink) {
  CsvRows rows(delimiter_, line_end_, CsvRows::Quotes::kPlain);
  if (!rows.Feed(line) || !header_.IsSurelyRow(rows.fields(), rows.column_count())) return false;
  sink(rows, line, number);
  return true;
}

bool CsvSearch::Search(std::string_view lines, std::uint64_t number, const RowSink& sink) {
  if (!header_.CanBeSure()) return false;
  const std::string_view first = FirstLine(lines);
  const bool first_taken = TakeUnquoted(first, number, sink);
  std::string_view rest = lines.substr(first.size());
  ++number;
  CsvRows rows(delimiter_, line_end_);
  rows.Keep(header_.known());
  while (!rest.empty() && bytes_left_ > 0) {
    // One row from here on, over as many lines as its quotes say.
    std::size_t end = 0;
    std::uint64_t line_count = 0;
    bool ended = false;
    do {
      const std::string_view line = FirstLine(rest.substr(end));
      ended = rows.Feed(line);
      end += line.size();
      ++line_count;
    } while (rows.open() && end < rest.size());
    bytes_left_ -= std::min(bytes_left_, end);
    const bool sure = ended && header_.IsSurelyRow(rows.fields(), rows.column_count());
    if (sure) sink(rows, rest.substr(0, end), number);
    if (!sure && line_count > 1) {
      rows.Reset();
      end = FirstLine(rest).size();
      line_count = 1;
    }
    if (!sure) TakeUnquoted(rest.substr(0, end), number, sink);
    rest.remove_prefix(end);
    number += line_count;
  }
  return first_taken;
}

}  // namespace warta
