#include "indexer/readers/csv_header.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/ascii.h"
#include "common/text/decode.h"
#include "indexer/readers/csv.h"
#include "indexer/readers/csv_rows.h"

namespace warta {
namespace {

constexpr std::array kDelimiters = {',', ';', '\t', '|'};

std::vector<std::string> Columns(std::string_view line, char delimiter) {
  CsvRows rows(delimiter, '\n');
  if (!rows.Feed(line)) return {};
  return std::move(rows.fields());
}

bool IsArticleField(std::optional<Field> field) {
  return field == Field::kTitle || field == Field::kBody;
}

// Whether a column of unknown meaning can have such a name: one word, or what pandas calls columns
// without a name.
bool IsColumnName(std::string_view name) {
  constexpr std::size_t kMaxLength = 64;
  constexpr std::string_view kUnnamed = "unnamed: ";
  if (name.starts_with(kUnnamed)) name.remove_prefix(kUnnamed.size());
  return name.size() <= kMaxLength && std::none_of(name.begin(), name.end(), [](char c) {
           return IsSpace(c) || std::string_view("\"'!?()<>{}").find(c) != std::string_view::npos;
         });
}

bool IsHeader(std::string_view line, bool cut, char delimiter) {
  // As people write lists, and programs do not.
  const std::array list = {delimiter, ' '};
  if (line.find({list.data(), list.size()}) != std::string_view::npos) return false;
  std::vector<std::string> columns = Columns(line, delimiter);
  if (cut && !columns.empty()) columns.pop_back();
  std::array<bool, kFieldCount> met = {};
  for (const std::string& column : columns) {
    const std::optional<Field> field = FieldOf(column);
    if (field) {
      met[static_cast<std::size_t>(*field)] = true;
    } else if (!IsColumnName(column)) {
      return false;
    }
  }
  return std::count(met.begin(), met.end(), true) >= 2 &&
         met[static_cast<std::size_t>(Field::kBody)];
}

bool LooksLike(Field field, std::string_view value) {
  constexpr std::size_t kMaxDate = 60;
  constexpr std::size_t kMaxId = 64;
  switch (field) {
    case Field::kUrl:
      return value.starts_with("http") && value.find("://") != std::string_view::npos;
    case Field::kDate:
      return value.size() <= kMaxDate && std::any_of(value.begin(), value.end(), IsDigit);
    case Field::kId:
      return !value.empty() && value.size() <= kMaxId &&
             std::any_of(value.begin(), value.end(), IsDigit) &&
             std::none_of(value.begin(), value.end(), IsSpace);
    default:
      return true;
  }
}

bool IsEvidence(std::optional<Field> field) {
  return field == Field::kUrl || field == Field::kDate || field == Field::kId;
}

}  // namespace

CsvHeader::CsvHeader(std::vector<std::string> names) : names_(std::move(names)) {
  for (std::string& name : names_) {
    name = DecodeText(name).text;
    fields_.push_back(FieldOf(name));
  }
}

std::vector<bool> CsvHeader::known() const {
  std::vector<bool> known(fields_.size());
  for (std::size_t i = 0; i < fields_.size(); ++i) known[i] = fields_[i].has_value();
  return known;
}

bool CsvHeader::HasArticles() const {
  return std::any_of(fields_.begin(), fields_.end(), IsArticleField);
}

std::string CsvHeader::Listed() const {
  constexpr std::size_t kMaxNames = 12;
  constexpr std::size_t kMaxLength = 40;
  std::string list;
  for (std::size_t i = 0; i < std::min(names_.size(), kMaxNames); ++i) {
    list += i == 0 ? "" : ", ";
    list += names_[i].size() > kMaxLength ? "\u2026" : names_[i];
  }
  return names_.size() > kMaxNames ? list + ", \u2026" : list;
}

bool CsvHeader::IsSurelyRow(const std::vector<std::string>& fields,
                            std::size_t column_count) const {
  if (column_count != names_.size()) return false;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (IsEvidence(fields_[i]) && !LooksLike(*fields_[i], fields[i])) return false;
  }
  return true;
}

bool CsvHeader::CanBeSure() const {
  return std::any_of(fields_.begin(), fields_.end(), IsEvidence);
}

char CsvDelimiter(std::string_view first_line) {
  char best = kDelimiters.front();
  std::pair<std::ptrdiff_t, std::size_t> most = {0, 1};
  for (const char delimiter : kDelimiters) {
    if (first_line.find(delimiter) == std::string_view::npos) continue;
    const std::vector<std::string> columns = Columns(first_line, delimiter);
    const auto fields = std::count_if(columns.begin(), columns.end(), [](const std::string& name) {
      return FieldOf(name).has_value();
    });
    const std::pair found(fields, columns.size());
    if (found <= most) continue;
    most = found;
    best = delimiter;
  }
  return best;
}

std::optional<char> CsvSeparatorLine(std::string_view line) {
  constexpr std::string_view kName = "sep=";
  while (line.ends_with('\r') || line.ends_with('\n')) line.remove_suffix(1);
  if (line.size() != kName.size() + 1 || LowerAscii(line.substr(0, kName.size())) != kName) {
    return std::nullopt;
  }
  return line.back();
}

bool HasCsvHeader(std::string_view head) {
  std::size_t end = head.find_first_of("\r\n");
  if (end != head.npos && CsvSeparatorLine(head.substr(0, end))) {
    head.remove_prefix(std::min(head.find_first_not_of("\r\n", end), head.size()));
    end = head.find_first_of("\r\n");
  }
  const std::string_view line = head.substr(0, end);
  return std::any_of(kDelimiters.begin(), kDelimiters.end(), [&](char delimiter) {
    return line.find(delimiter) != line.npos && IsHeader(line, end == head.npos, delimiter);
  });
}

}  // namespace warta
