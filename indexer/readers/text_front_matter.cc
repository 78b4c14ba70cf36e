#include "indexer/readers/text_front_matter.h"

#include <algorithm>
#include <string_view>

#include "common/ascii.h"
#include "common/date.h"
#include "common/date/timestamp.h"

namespace warta {
namespace {

// A line of more is a paragraph that begins with a word and a colon.
constexpr std::size_t kMaxValueBytes = 300;
constexpr std::size_t kMaxAddressBytes = 2000;

constexpr std::size_t kMaxKeyBytes = 24;

constexpr std::size_t kMaxFencedLines = 100;

struct Entry {
  std::string_view key;
  std::string_view value;
  std::optional<Field> field;
};

bool IsKeyCharacter(char c) {
  return IsLetter(c) || IsDigit(c) || c == '_' || c == '-' || c == ' ' || c == '.' || c == '/';
}

// "key: value" with a key of at most three words, that FieldOf may know or not.
std::optional<Entry> ParseEntry(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > kMaxKeyBytes) return std::nullopt;
  Entry entry{TrimLine(line.substr(0, colon)), TrimLine(line.substr(colon + 1)), std::nullopt};
  if (!std::all_of(entry.key.begin(), entry.key.end(), IsKeyCharacter)) return std::nullopt;
  if (std::count(entry.key.begin(), entry.key.end(), ' ') > 2) return std::nullopt;
  entry.field = FieldOf(entry.key);
  const std::size_t longest = entry.field == Field::kUrl ? kMaxAddressBytes : kMaxValueBytes;
  if (entry.value.size() > longest && entry.field != Field::kBody) return std::nullopt;
  return entry;
}

bool IsFence(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of('-') == std::string_view::npos;
}

// The value without the quotes or brackets of YAML around it.
std::string_view Unquote(std::string_view value) {
  constexpr std::string_view kPairs[] = {"\"\"", "''", "[]"};
  for (const std::string_view pair : kPairs) {
    if (value.size() < 2 || value.front() != pair[0] || value.back() != pair[1]) continue;
    const std::string_view inner = value.substr(1, value.size() - 2);
    // "Siap" dan "Sigap" is quoted twice, not as a whole.
    if (inner.find(pair[0]) == std::string_view::npos) return TrimLine(inner);
  }
  return value;
}

// `["a", 'b']` as "a, b".
std::string ListValue(std::string_view list) {
  std::string value;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::string_view item = Unquote(TrimLine(list.substr(begin, end - begin)));
    if (!item.empty()) {
      if (!value.empty()) value += ", ";
      value += item;
    }
    begin = end + 1;
  }
  return value;
}

std::string Value(std::string_view value) {
  const bool list = value.starts_with('[') && value.ends_with(']');
  const std::string_view inner = Unquote(value);
  std::string text = list ? ListValue(inner) : std::string(inner);
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text;
}

// Collects values; of several names of a field the preferred one stays.
class Collector {
 public:
  void Add(const Entry& entry, std::string value) {
    if (!entry.field || value.empty()) return;
    const auto at = static_cast<std::size_t>(*entry.field);
    const std::size_t preference = PreferenceOf(entry.key);
    if (!found_.values[at].empty() && preferences_[at] <= preference) return;
    found_.values[at] = std::move(value);
    preferences_[at] = preference;
  }

  std::size_t fields() const {
    return static_cast<std::size_t>(
        std::count_if(found_.values.begin(), found_.values.end(),
                      [](const std::string& value) { return !value.empty(); }));
  }

  FrontMatter Take(std::size_t lines, std::string_view opening = {}) {
    found_.lines = lines;
    found_.opening = opening;
    return std::move(found_);
  }

 private:
  FrontMatter found_;
  std::array<std::size_t, kFieldCount> preferences_ = {};
};

// A value that goes on over the lines below: the items of a list, or text that is set in.
std::string ContinuedValue(std::span<const Line> lines, std::size_t& at) {
  std::string value;
  bool list = false;
  for (; at + 1 < lines.size(); ++at) {
    const Line& next = lines[at + 1];
    const bool item = next.text.starts_with("- ");
    if (next.text.empty() || (!item && next.indent == 0)) break;
    const std::string_view text = item ? TrimLine(next.text.substr(2)) : next.text;
    if (!value.empty()) value += item ? ", " : " ";
    value += Value(text);
    list |= item;
  }
  // A map below the key says nothing that is known here.
  return list || value.find(": ") == std::string::npos ? value : std::string();
}

FrontMatter ReadFenced(std::span<const Line> lines, std::size_t first) {
  Collector found;
  bool any = false;
  const std::size_t limit = std::min(lines.size(), first + kMaxFencedLines);
  for (std::size_t at = first + 1; at < limit; ++at) {
    const Line& line = lines[at];
    if (IsFence(line.text) || line.text == "...") return any ? found.Take(at + 1) : FrontMatter{};
    if (line.text.empty() || line.text.starts_with('#')) continue;
    const std::optional<Entry> entry = ParseEntry(line.text);
    if (!entry) {
      // Text between two rules.
      if (line.indent == 0 && !line.text.starts_with("- ")) return {};
      continue;
    }
    any = true;
    const std::string_view value = entry->value;
    // ">" and "|" announce text on the lines below.
    const bool below = value.empty() || value.front() == '>' || value.front() == '|';
    std::string more = ContinuedValue(lines, at);
    if (!below) {
      std::string whole = Value(value);
      if (!more.empty()) whole.append(" ").append(more);
      more = std::move(whole);
    }
    found.Add(*entry, std::move(more));
  }
  return {};
}

bool IsAddress(std::string_view value) {
  return value.starts_with("http://") || value.starts_with("https://") || value.starts_with("www.");
}

// Whether a line of one field alone can be nothing but that.
bool SpeaksForItself(const Entry& entry, FrontMatterPlace place) {
  constexpr std::size_t kLongestDate = 60;
  if (entry.value.empty() || !entry.field) return false;
  switch (*entry.field) {
    case Field::kTitle:
      return place == FrontMatterPlace::kTop && LowerAscii(entry.key) != "headline";
    case Field::kDate:
      // "Waktu: Sabtu, 12 Maret 2022" announces an event.
      return LowerAscii(entry.key) != "waktu" && entry.value.size() <= kLongestDate &&
             ParseTimestamp(entry.value).has_value();
    case Field::kUrl:
      return IsAddress(entry.value);
    default:
      return false;
  }
}

FrontMatter ReadLines(std::span<const Line> lines, std::size_t first, FrontMatterPlace place) {
  Collector found;
  std::size_t end = first;  // behind the last line that is known
  bool after_blank = false;
  bool speaks = false;
  bool body = false;
  std::string_view opening;
  for (std::size_t at = first; at < lines.size(); ++at) {
    if (lines[at].text.empty()) {
      after_blank = true;
      continue;
    }
    const std::optional<Entry> entry = ParseEntry(lines[at].text);
    if (!entry || (!entry->field && (after_blank || at == first))) break;
    if (!entry->field) continue;
    body = *entry->field == Field::kBody;
    if (body && at == first) break;
    after_blank = false;
    if (body) {
      opening = entry->value;
      end = opening.empty() ? at + 1 : at;
      break;
    }
    speaks |= SpeaksForItself(*entry, place);
    found.Add(*entry, Value(entry->value));
    end = at + 1;
  }
  // Lines of other keys up to a blank line belong to the block: "Editor: ...".
  std::size_t more = end;
  while (!body && more < lines.size() && !lines[more].text.empty() &&
         ParseEntry(lines[more].text)) {
    ++more;
  }
  if (!body && (more == lines.size() || lines[more].text.empty())) end = more;
  if (found.fields() + (body ? 1 : 0) >= 2 || speaks) return found.Take(end, opening);
  return {};
}

}  // namespace

FrontMatter ReadFrontMatter(std::span<const Line> lines, FrontMatterPlace place) {
  std::size_t first = 0;
  while (first < lines.size() && lines[first].text.empty()) ++first;
  if (first == lines.size()) return {};
  if (place == FrontMatterPlace::kTop && IsFence(lines[first].text))
    return ReadFenced(lines, first);
  return ReadLines(lines, first, place);
}

}  // namespace warta
