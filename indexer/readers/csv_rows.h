#pragma once

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <csv.h>

namespace warta {

/// Takes the rows of a table apart with libcsv, which is given a line at a time, so that every row
/// ends where a line does.
class CsvRows {
 public:
  /// Columns behind these are counted and not kept: a table of so many is none of articles.
  static constexpr std::size_t kMaxColumns = 10'000;

  enum class Quotes {
    kEnclose,  ///< texts, as in RFC 4180
    kPlain,    ///< are characters like others
  };

  /// `line_end`: '\n' (a return before it is dropped) or '\r'.
  CsvRows(char delimiter, char line_end, Quotes quotes = Quotes::kEnclose);
  ~CsvRows();
  CsvRows(const CsvRows&) = delete;
  CsvRows& operator=(const CsvRows&) = delete;

  /// From now on only these columns are copied; all others are empty.
  void Keep(std::vector<bool> columns) { kept_ = std::move(columns); }

  /// Takes a line, with its end or, as the last of all, without. Returns whether a row ends with it;
  /// blank lines between rows are none.
  bool Feed(std::string_view line);

  /// The same for a row of several lines. REQUIRES: no row is open.
  bool FeedRow(std::string_view lines);

  /// Whether the last line ended inside quotes, so that its row goes on.
  bool open() const { return open_; }

  /// The row that Feed ended.
  std::vector<std::string>& fields() { return fields_; }
  const std::vector<std::string>& fields() const { return fields_; }

  /// How many columns that row has, also such as were not kept.
  std::size_t column_count() const { return column_count_; }

  Quotes quotes() const { return quotes_; }

  /// Forgets an open row.
  void Reset();

 private:
  static void OnField(void* text, std::size_t size, void* self);
  static void OnRow(int end, void* self);
  void Parse(std::string_view bytes);
  void AddField(std::string_view text);

  csv_parser parser_ = {};
  const char line_end_;
  const Quotes quotes_;
  std::vector<bool> kept_;
  std::vector<std::string> fields_;
  std::size_t column_count_ = 0;
  bool ended_ = false;
  bool open_ = false;
  std::exception_ptr thrown_;  // by a callback: not through the frames of C
};

/// Whether all quotes of a row enclose a text, or stand twice inside one for a quote.
bool IsStrictRow(std::string_view row, char delimiter);

}  // namespace warta
