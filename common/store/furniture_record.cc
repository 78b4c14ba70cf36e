#include "common/store/furniture_record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace warta {
namespace {

template <class Number>
std::optional<Number> ParseNumber(std::string_view text, int base = 10) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string Hexadecimal(std::uint64_t number) {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.begin(), digits.end(), number, 16).ptr;
  return {digits.begin(), end};
}

// The part of the text before the separator, which is cut off with it.
std::string_view Take(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

void ReadEntry(std::string_view entry, FurnitureRecord& record) {
  const std::string_view kind = Take(entry, '\t');
  const std::string_view first = Take(entry, '\t');
  const std::string_view second = Take(entry, '\t');
  if (kind == "count") {
    const auto hash = ParseNumber<std::uint64_t>(second, 16);
    if (const auto count = ParseNumber<std::uint32_t>(first); count && hash) {
      record.counts.emplace(*hash, *count);
    }
    return;
  }
  if (kind == "publisher") {
    if (const auto count = ParseNumber<std::uint64_t>(first)) {
      record.articles.emplace(second, *count);
    }
    return;
  }
  const auto count = ParseNumber<std::uint32_t>(first);
  if (!count || entry.empty()) return;
  FurnitureLine line{std::string(second), std::string(entry), *count};
  if (kind == "learned") {
    record.learned.push_back(std::move(line));
  } else if (kind == "unfinished") {
    record.unfinished.push_back(std::move(line));
  } else if (kind == "frequent") {
    record.frequent.push_back(std::move(line));
  }
}

}  // namespace

std::string EncodeFurniture(const FurnitureRecord& record) {
  std::string out;
  const auto append = [&out](std::string_view kind, std::uint64_t number, std::string_view rest) {
    out.append(kind)
        .append("\t")
        .append(std::to_string(number))
        .append("\t")
        .append(rest)
        .append("\n");
  };
  for (const auto& [publisher, articles] : record.articles)
    append("publisher", articles, publisher);
  const auto append_lines = [&](std::string_view kind, const std::vector<FurnitureLine>& lines) {
    for (const FurnitureLine& line : lines)
      append(kind, line.articles, line.publisher + '\t' + line.line);
  };
  append_lines("learned", record.learned);
  append_lines("unfinished", record.unfinished);
  append_lines("frequent", record.frequent);
  for (const auto& [hash, count] : record.counts) append("count", count, Hexadecimal(hash));
  return out;
}

FurnitureRecord DecodeFurniture(std::string_view text) {
  FurnitureRecord record;
  while (!text.empty()) ReadEntry(Take(text, '\n'), record);
  return record;
}

}  // namespace warta
