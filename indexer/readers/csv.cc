#include "indexer/readers/csv.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/text/decode.h"
#include "common/text/utf8.h"
#include "indexer/readers/csv_header.h"
#include "indexer/readers/csv_rows.h"
#include "indexer/readers/csv_search.h"
#include "indexer/readers/record.h"

namespace warta {
namespace {

// Where line ends and separator are looked for.
constexpr std::size_t kHeadBytes = std::size_t{64} * 1024;

class TableReader {
 public:
  TableReader(Input& input, const ReaderSink& sink) : input_(input), sink_(sink) {}

  void Read();

 private:
  // A line with its end, or a part of one.
  struct Line {
    enum class Kind {
      kWhole,
      kLast,  // without an end
      kLong,  // with the row it belongs to longer than kMaxRecordBytes; not at its end
      kNone,
    };
    Kind kind = Kind::kNone;
    std::string_view row;  // all lines of the row so far
    std::string_view text;
  };

  void Skip(std::uint64_t line, std::string why) { sink_.problem(Problem{std::move(why), line}); }

  bool Prepare(std::string_view head);
  Result<Line> NextLine();
  bool ReadRow(const Line& line);
  bool EndRow(std::string_view row);
  bool ReadLast(const std::string& row, std::size_t fed);
  bool MayHoldRows(std::string_view row) const;
  bool PassOverlong(std::string_view row);
  bool PassLongLine();
  bool TakeHeader();
  void TakeRows(std::string_view lines);
  void TakeRow(CsvRows& rows, std::string_view row, std::uint64_t number);

  Input& input_;
  const ReaderSink& sink_;
  char delimiter_ = ',';
  char line_end_ = '\n';
  std::optional<CsvRows> rows_;
  std::optional<CsvHeader> header_;
  std::optional<CsvSearch> search_;
  std::uint64_t line_ = 1;       // where the row at hand starts
  std::uint64_t lines_fed_ = 0;  // of it
  std::size_t bytes_fed_ = 0;
  bool any_ = false;
  // Behind a row too large, where lines may still be of its text.
  bool lost_ = false;
};

void TableReader::Read() {
  const Result<std::string_view> head = input_.Peek(kHeadBytes);
  if (!head.ok()) return Skip(0, head.error().message);
  if (!Prepare(head.value())) return Skip(0, "is empty");
  while (true) {
    const Result<Line> line = NextLine();
    if (!line.ok()) return Skip(line_ + lines_fed_, line.error().message);
    if (line.value().kind == Line::Kind::kNone) break;
    if (!ReadRow(line.value())) return;
  }
  if (!any_) Skip(0, "has no rows below the names of its columns");
}

// Finds out how the table is written; false when there is nothing in it.
bool TableReader::Prepare(std::string_view head) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  std::size_t at = head.starts_with(kMark) ? kMark.size() : 0;
  if (head.find('\n') == head.npos && head.find('\r') != head.npos) line_end_ = '\r';
  std::optional<char> stated;
  std::string_view first;
  while (at < head.size() && first.empty()) {
    const std::size_t end = std::min(head.find(line_end_, at), head.size() - 1) + 1;
    const std::string_view line = head.substr(at, end - at);
    if (const auto separator = CsvSeparatorLine(line)) {
      stated = separator;
    } else if (line.find_first_not_of(" \t\r\n") != line.npos) {
      first = line;
      break;
    }
    at = end;
    if (line.ends_with(line_end_)) ++line_;
  }
  if (first.empty() && at < kHeadBytes) return false;
  delimiter_ = stated ? *stated : CsvDelimiter(first);
  rows_.emplace(delimiter_, line_end_);
  input_.Skip(at);
  return true;
}

Result<TableReader::Line> TableReader::NextLine() {
  std::size_t searched = bytes_fed_;
  while (true) {
    const Result<std::string_view> ahead = input_.Peek(searched + 1);
    if (!ahead.ok()) return ahead.error();
    const std::string_view bytes = ahead.value();
    const std::size_t end = std::min(bytes.find(line_end_, searched), bytes.size() - 1) + 1;
    const bool whole = end > searched && bytes[end - 1] == line_end_;
    const Line line{Line::Kind::kWhole, bytes.substr(0, end),
                    bytes.substr(bytes_fed_, end - bytes_fed_)};
    if (line.row.size() > kMaxRecordBytes) return Line{Line::Kind::kLong, line.row, line.text};
    if (whole) return line;
    if (bytes.size() == searched) {
      return Line{bytes.empty() ? Line::Kind::kNone : Line::Kind::kLast, line.row, line.text};
    }
    searched = bytes.size();
  }
}

// False: there is no use in reading on.
bool TableReader::ReadRow(const Line& line) {
  if (line.kind == Line::Kind::kLast) return ReadLast(std::string(line.row), bytes_fed_);
  if (line.kind == Line::Kind::kLong) return PassOverlong(line.row);
  bytes_fed_ = line.row.size();
  ++lines_fed_;
  if (rows_->Feed(line.text) && !EndRow(line.row)) return false;
  if (rows_->open()) return true;
  input_.Skip(std::exchange(bytes_fed_, 0));
  line_ += std::exchange(lines_fed_, 0);
  return true;
}

// The last line of all has no end.
bool TableReader::ReadLast(const std::string& row, std::size_t fed) {
  input_.Skip(row.size());
  const Result<std::string_view> fault = input_.Peek(1);
  if (!fault.ok()) {
    Skip(line_ + lines_fed_, fault.error().message);
    return false;
  }
  bytes_fed_ = 0;
  if (fed < row.size() && rows_->Feed(std::string_view(row).substr(fed))) return EndRow(row);
  if (!rows_->open()) return true;
  if (!header_) {
    Skip(line_, "has a quote in its first row that is never closed");
    return false;
  }
  TakeRows(row);
  return true;
}

bool TableReader::EndRow(std::string_view row) {
  if (!header_) return TakeHeader();
  if (MayHoldRows(row) && search_->HoldsRows(row)) {
    TakeRows(row);
  } else {
    TakeRow(*rows_, row, line_);
  }
  return true;
}

// Whether it is worth the time to look for rows in a row of several lines.
bool TableReader::MayHoldRows(std::string_view row) const {
  if (row.find(line_end_) >= row.size() - 1) return false;
  const std::vector<std::string>& fields = rows_->fields();
  return rows_->column_count() != header_->column_count() ||
         std::any_of(fields.begin(), fields.end(), [this](const std::string& field) {
           return field.find(line_end_) != field.npos && field.find('"') != field.npos;
         });
}

// A quote without an end, or a text too large. Reading goes on behind what was read.
bool TableReader::PassOverlong(std::string_view row) {
  if (!header_) {
    Skip(line_, "has a first row larger than 8 MiB");
    return false;
  }
  if (bytes_fed_ == 0) return PassLongLine();
  TakeRows(row.substr(0, bytes_fed_));
  lost_ = header_->CanBeSure();
  input_.Skip(std::exchange(bytes_fed_, 0));
  line_ += std::exchange(lines_fed_, 0);
  return true;
}

bool TableReader::PassLongLine() {
  any_ = true;
  Skip(line_, "is larger than 8 MiB");
  for (bool ended = false; !ended;) {
    const Result<std::string_view> bytes = input_.Peek(1);
    if (!bytes.ok()) {
      Skip(line_, bytes.error().message);
      return false;
    }
    if (bytes.value().empty()) break;
    const std::size_t end = bytes.value().find(line_end_);
    ended = end != std::string_view::npos;
    input_.Skip(ended ? end + 1 : bytes.value().size());
  }
  ++line_;
  return true;
}

// What a stray quote made one row of.
void TableReader::TakeRows(std::string_view lines) {
  any_ = true;
  const bool told = lost_;
  rows_->Reset();
  const bool first_taken = search_->Search(
      lines, line_, [this](CsvRows& rows, std::string_view row, std::uint64_t number) {
        TakeRow(rows, row, number);
      });
  if (!first_taken && !told) Skip(line_, "has a quote that is never closed");
}

bool TableReader::TakeHeader() {
  header_.emplace(std::move(rows_->fields()));
  if (!header_->HasArticles()) {
    Skip(line_, "has no column for the title or the text, but: " + header_->Listed());
    return false;
  }
  search_.emplace(*header_, delimiter_, line_end_);
  rows_->Keep(header_->known());
  return true;
}

void TableReader::TakeRow(CsvRows& rows, std::string_view row, std::uint64_t number) {
  any_ = true;
  if (lost_ && !header_->IsSurelyRow(rows.fields(), rows.column_count())) return;
  lost_ = false;
  std::vector<std::string>* fields = &rows.fields();
  std::optional<CsvRows> decoded_rows;
  if (!std::all_of(fields->begin(), fields->end(), IsValidUtf8)) {
    Decoded decoded = DecodeText(row);
    if (!decoded.mended.empty()) {
      sink_.problem(Problem{std::move(decoded.mended), number, false});
    }
    decoded_rows.emplace(delimiter_, line_end_, rows.quotes());
    decoded_rows->Keep(header_->known());
    if (decoded_rows->FeedRow(decoded.text)) fields = &decoded_rows->fields();
  }
  Record record;
  const std::size_t count = std::min(fields->size(), header_->column_count());
  for (std::size_t i = 0; i < count; ++i) {
    if (!(*fields)[i].empty()) record.Add(header_->name(i), std::move((*fields)[i]));
  }
  Result<Article> article = ToArticle(std::move(record));
  if (!article.ok()) return Skip(number, article.error().message);
  article.value().line = number;
  sink_.article(std::move(article.value()));
}

}  // namespace

void ReadCsv(Input& input, const ReaderSink& sink) {
  TableReader(input, sink).Read();
}

bool MayHoldArticles(std::string_view head) {
  constexpr std::size_t kLongest = 500;  // of a title with its address
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    if (end > kLongest) return true;
    head.remove_prefix(std::min(end + 1, head.size()));
  }
  return false;
}

}  // namespace warta
