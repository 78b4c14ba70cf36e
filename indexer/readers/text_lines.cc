#include "indexer/readers/text_lines.h"

#include <algorithm>

#include "common/ascii.h"
#include "common/text/fold.h"

namespace warta {
namespace {

constexpr std::size_t kTabColumns = 4;

// Columns of text that is read, from narrow newspaper columns to wide terminals. A line of more is
// a paragraph.
constexpr std::size_t kMinWidth = 30;
constexpr std::size_t kMaxWidth = 130;

// No-break space, zero width space, ideographic space.
constexpr std::string_view kSpaces[] = {"\u00A0", "\u200B", "\u3000"};

constexpr std::string_view kLineEnds[] = {"\u2028", "\u2029"};

bool IsBlank(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
}

std::size_t SpaceInFront(std::string_view text) {
  if (text.empty()) return 0;
  if (IsBlank(text.front())) return 1;
  const auto* found = std::find_if(std::begin(kSpaces), std::end(kSpaces),
                                   [&](std::string_view s) { return text.starts_with(s); });
  return found == std::end(kSpaces) ? 0 : found->size();
}

std::size_t SpaceBehind(std::string_view text) {
  if (text.empty()) return 0;
  if (IsBlank(text.back())) return 1;
  const auto* found = std::find_if(std::begin(kSpaces), std::end(kSpaces),
                                   [&](std::string_view s) { return text.ends_with(s); });
  return found == std::end(kSpaces) ? 0 : found->size();
}

std::size_t IndentOf(std::string_view line) {
  std::size_t columns = 0;
  while (const std::size_t size = SpaceInFront(line)) {
    columns += line.front() == '\t' ? kTabColumns : 1;
    line.remove_prefix(size);
  }
  return columns;
}

// Where the line that begins the text ends, and the next begins.
std::size_t LineEnd(std::string_view text, std::size_t& next) {
  for (std::size_t at = 0;; ++at) {
    while (at < text.size() && text[at] != '\n' && text[at] != '\r' && text[at] != '\xE2') ++at;
    if (at == text.size()) return next = at;
    const std::string_view here = text.substr(at);
    std::size_t length = here.starts_with("\r\n") ? 2 : 1;
    if (here.front() == '\xE2') {
      if (!here.starts_with(kLineEnds[0]) && !here.starts_with(kLineEnds[1])) continue;
      length = kLineEnds[0].size();
    }
    next = at + length;
    return at;
  }
}

// "- Beras", "• Gula", "1. Minyak", "a) Telur"
bool IsListItem(std::string_view line) {
  constexpr std::string_view kBullets[] = {"-",      "*",      "+",      "\u2022", "\u2013",
                                           "\u2014", "\u25CF", "\u25AA", "\u25A0", "\u00B7"};
  for (const std::string_view bullet : kBullets) {
    if (!line.starts_with(bullet)) continue;
    const std::string_view rest = line.substr(bullet.size());
    // A bullet without a space is one too, but "-nya" and "*catatan" are not.
    if (rest.starts_with(' ') || rest.starts_with('\t') || bullet.size() > 1) return true;
  }
  std::size_t digits = 0;
  while (digits < line.size() && IsDigit(line[digits])) ++digits;
  const std::size_t mark = digits > 0 ? digits : 1;
  if (mark > 3 || mark + 1 >= line.size() || line[mark + 1] != ' ') return false;
  if (digits > 0) return line[mark] == '.' || line[mark] == ')';
  // "a. Telur", but "B. J. Habibie".
  return (line[mark] == ')' && IsLetter(line[0])) || (line[mark] == '.' && IsLower(line[0]));
}

bool IsHeading(std::string_view line) {
  return line.starts_with('#') || line.starts_with('>') || line.starts_with("==");
}

bool EndsSentence(std::string_view line) {
  constexpr std::string_view kQuotes[] = {"\"", "'", ")", "]", "\u201D", "\u2019", "\u00BB", "*"};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view quote : kQuotes) {
      if (!line.ends_with(quote)) continue;
      line.remove_suffix(quote.size());
      found = true;
    }
  }
  return line.empty() || line.ends_with('.') || line.ends_with('!') || line.ends_with('?') ||
         line.ends_with(':') || line.ends_with(';') || line.ends_with("\u2026");
}

std::string_view FirstWord(std::string_view line) {
  return line.substr(0, line.find_first_of(" \t"));
}

std::size_t Columns(const Line& line) {
  return line.indent + CodePointCount(line.text);
}

// Of letters and digits; of other characters beyond ASCII as well.
bool IsWordByte(char c) {
  return IsLetter(c) || IsDigit(c) || (c & 0x80) != 0;
}

// Whether two lines that follow each other can be of one paragraph at all.
bool CanContinue(const Line& line, const Line& next) {
  if (line.text.empty() || next.text.empty() || IsListItem(next.text)) return false;
  if (IsHeading(line.text) || IsHeading(next.text)) return false;
  return next.indent <= line.indent || IsListItem(line.text);
}

bool InMidSentence(const Line& line, const Line& next) {
  return !EndsSentence(line.text) || IsLower(next.text.front());
}

// Whether paragraphs are set apart: by blank lines, or by the space in front of their first lines.
bool AreSeparated(std::span<const Line> lines) {
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    const Line& before = lines[i - 1];
    const Line& line = lines[i];
    const Line& next = lines[i + 1];
    if (next.text.empty()) continue;
    if (line.text.empty()) return true;
    const bool set_in = line.indent > before.indent && line.indent > next.indent;
    if (set_in && !before.text.empty() && !IsListItem(line.text)) return true;
  }
  return false;
}

}  // namespace

std::string_view TrimLine(std::string_view text) {
  while (const std::size_t size = SpaceInFront(text)) text.remove_prefix(size);
  while (const std::size_t size = SpaceBehind(text)) text.remove_suffix(size);
  return text;
}

std::vector<Line> SplitLines(std::string_view text) {
  std::vector<Line> lines;
  while (!text.empty()) {
    std::size_t next = 0;
    const std::string_view line = text.substr(0, LineEnd(text, next));
    text.remove_prefix(next);
    lines.push_back({TrimLine(line), IndentOf(line)});
  }
  return lines;
}

// Wrappers that count bytes break lines with quotes and accents earlier, by the bytes that these take.
bool IsFull(std::size_t width, const Line& line, const Line& next) {
  const std::string_view word = FirstWord(next.text);
  const std::size_t columns = Columns(line) + 1 + CodePointCount(word);
  const std::size_t bytes = line.indent + line.text.size() + 1 + word.size();
  return columns > width || (bytes > columns && bytes > width);
}

Wrapping MeasureWrapping(std::span<const Line> lines) {
  std::size_t width = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (CanContinue(lines[i], lines[i + 1])) {
      // An address alone on its line may be of any length.
      const bool one_word = FirstWord(lines[i].text).size() == lines[i].text.size();
      if (!one_word) width = std::max(width, Columns(lines[i]));
    }
  }
  if (width < kMinWidth || width > kMaxWidth) return {};
  std::size_t ends = 0;
  std::size_t wrapped = 0;
  std::size_t small = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!CanContinue(lines[i], lines[i + 1])) continue;
    ++ends;
    if (IsLower(lines[i + 1].text.front())) ++small;
    if (InMidSentence(lines[i], lines[i + 1]) && IsFull(width, lines[i], lines[i + 1])) {
      ++wrapped;
    }
  }
  // In running Indonesian three line ends in four are before a small letter, half in articles full
  // of names, and one in eight happens to end a sentence. A list of headlines has no small letters.
  if (ends < 2 || wrapped * 10 < ends * 6 || small * 4 < ends) return {};
  return {width, AreSeparated(lines)};
}

bool Continues(const Wrapping& wrapping, const Line& line, const Line& next) {
  if (wrapping.width == 0 || !CanContinue(line, next)) return false;
  const bool mid_sentence = !EndsSentence(line.text);
  // Wrapped by hand, or before a word that was shortened since.
  const bool ragged =
      mid_sentence && IsLower(next.text.front()) && Columns(line) * 10 >= wrapping.width * 6;
  if (ragged) return true;
  if (!IsFull(wrapping.width, line, next)) return false;
  // A full line that ends a sentence may end its paragraph where nothing else would show it.
  return InMidSentence(line, next) || wrapping.separated;
}

void AppendLine(std::string_view line, std::string& paragraph) {
  const std::size_t size = paragraph.size();
  const bool hyphen = size >= 2 && paragraph.back() == '-' && IsWordByte(paragraph[size - 2]);
  const bool soft_hyphen = paragraph.ends_with("\u00AD");
  if (!paragraph.empty() && !hyphen && !soft_hyphen) paragraph.push_back(' ');
  const std::size_t begin = paragraph.size();
  paragraph.append(line);
  std::replace_if(paragraph.begin() + static_cast<std::ptrdiff_t>(begin), paragraph.end(), IsBlank,
                  ' ');
}

}  // namespace warta
