#include "indexer/readers/csv_rows.h"

#include <new>

namespace warta {
namespace {

// Most fields fit; libcsv's own step of 128 bytes would reallocate a long text thousands of times.
constexpr std::size_t kBufferStep = std::size_t{16} * 1024;

int IsNewline(unsigned char c) {
  return c == '\n' ? 1 : 0;
}

int IsReturn(unsigned char c) {
  return c == '\r' ? 1 : 0;
}

int IsBlank(unsigned char c) {
  return c == ' ' || c == '\t' || c == '\r' ? 1 : 0;
}

// libcsv by itself ends rows at returns, too. It takes twice as long when it has to ask.
void EndRowsAt(csv_parser& parser, char line_end) {
  csv_set_term_func(&parser, line_end == '\r' ? IsReturn : IsNewline);
  csv_set_space_func(&parser, IsBlank);
}

void EndRowsAtAll(csv_parser& parser) {
  csv_set_term_func(&parser, nullptr);
  csv_set_space_func(&parser, nullptr);
}

void Init(csv_parser& parser, unsigned char options, char delimiter) {
  csv_init(&parser, options);
  csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
  csv_set_blk_size(&parser, kBufferStep);
}

// Where a return stands that does not belong to the line's end.
std::size_t StrayReturn(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line.find('\r');
}

}  // namespace

CsvRows::CsvRows(char delimiter, char line_end, Quotes quotes)
    : line_end_(line_end), quotes_(quotes) {
  Init(parser_, 0, delimiter);
  // libcsv cannot do without; this one no text holds.
  if (quotes == Quotes::kPlain) csv_set_quote(&parser_, '\0');
}

CsvRows::~CsvRows() {
  csv_free(&parser_);
}

void CsvRows::Reset() {
  csv_fini(&parser_, nullptr, nullptr, nullptr);
  open_ = false;
}

bool CsvRows::Feed(std::string_view line) {
  const bool blank = line.find_first_not_of(" \t\r\n") == std::string_view::npos;
  if (!open_) {
    fields_.clear();
    column_count_ = 0;
  }
  ended_ = false;
  const std::size_t stray = line_end_ == '\r' ? 0 : StrayReturn(line);
  if (stray != line.npos) EndRowsAt(parser_, line_end_);
  Parse(line);
  if (!line.ends_with(line_end_)) Parse({&line_end_, 1});
  if (stray != line.npos) EndRowsAtAll(parser_);
  open_ = !ended_ && (open_ || !blank);
  return ended_;
}

bool CsvRows::FeedRow(std::string_view lines) {
  bool ended = false;
  while (!lines.empty() && !ended) {
    const std::size_t end = lines.find(line_end_);
    const std::string_view line = lines.substr(0, end == lines.npos ? end : end + 1);
    ended = Feed(line);
    lines.remove_prefix(line.size());
  }
  return ended;
}

void CsvRows::Parse(std::string_view bytes) {
  const std::size_t taken = csv_parse(&parser_, bytes.data(), bytes.size(), OnField, OnRow, this);
  if (thrown_) std::rethrow_exception(thrown_);
  if (taken != bytes.size()) throw std::bad_alloc();  // the one error without CSV_STRICT
}

void CsvRows::OnField(void* text, std::size_t size, void* self) {
  auto& rows = *static_cast<CsvRows*>(self);
  try {
    rows.AddField({static_cast<const char*>(text), size});
  } catch (...) {
    rows.thrown_ = std::current_exception();
  }
}

void CsvRows::OnRow(int /*end*/, void* self) {
  static_cast<CsvRows*>(self)->ended_ = true;
}

void CsvRows::AddField(std::string_view text) {
  const std::size_t column = column_count_++;
  if (column >= kMaxColumns || (!kept_.empty() && column >= kept_.size())) return;
  std::string& field = fields_.emplace_back();
  if (kept_.empty() || kept_[column]) field = text;
}

bool IsStrictRow(std::string_view row, char delimiter) {
  csv_parser parser = {};
  Init(parser, CSV_STRICT, delimiter);
  const std::size_t taken = csv_parse(&parser, row.data(), row.size(), nullptr, nullptr, nullptr);
  csv_free(&parser);
  return taken == row.size();
}

}  // namespace warta
