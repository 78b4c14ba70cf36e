#include "indexer/readers/text_article.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "common/text/fold.h"
#include "indexer/readers/text_front_matter.h"
#include "indexer/readers/text_lines.h"

namespace warta {
namespace {

using Lines = std::span<const Line>;

// No headline is longer; a first line that is has to be a paragraph.
constexpr std::size_t kMaxTitleBytes = 300;

// The first words of a text without a title, to be shown as one.
std::string Headline(std::string_view text) {
  constexpr std::size_t kLength = 100;
  if (text.size() <= kLength) return std::string(text);
  std::size_t end = text.rfind(' ', kLength);
  if (end == std::string_view::npos) {
    end = kLength;
    while (end > 0 && (text[end] & 0xC0) == 0x80) --end;
  }
  return std::string(text.substr(0, end)) + "\u2026";
}

// The line without the "#" of a heading of Markdown.
std::string_view WithoutMark(std::string_view line) {
  constexpr std::size_t kMaxMark = 6;
  const std::size_t mark = std::min(line.find_first_not_of('#'), line.size());
  if (mark == 0 || mark > kMaxMark || mark == line.size() || line[mark] != ' ') return line;
  const std::string_view heading = TrimLine(line.substr(mark));
  // "## Kolaborasi ##"
  const std::size_t end = heading.find_last_not_of('#') + 1;
  if (end == 0) return line;
  return heading[end - 1] == ' ' ? TrimLine(heading.substr(0, end)) : heading;
}

std::string_view PlainTitle(std::string_view line) {
  line = WithoutMark(line);
  if (line.size() <= 4 || !line.starts_with("**") || !line.ends_with("**")) return line;
  const std::string_view inner = TrimLine(line.substr(2, line.size() - 4));
  return inner.empty() ? line : inner;
}

// The line below a title that Markdown makes of it.
bool IsUnderline(std::string_view line) {
  return line.size() >= 3 && (line.find_first_not_of('=') == std::string_view::npos ||
                              line.find_first_not_of('-') == std::string_view::npos);
}

Lines SkipBlank(Lines lines) {
  const auto text =
      std::find_if(lines.begin(), lines.end(), [](const Line& l) { return !l.text.empty(); });
  return lines.subspan(static_cast<std::size_t>(text - lines.begin()));
}

// How many lines stand together at the beginning.
std::size_t BlockSize(Lines lines) {
  return static_cast<std::size_t>(
      std::find_if(lines.begin(), lines.end(), [](const Line& l) { return l.text.empty(); }) -
      lines.begin());
}

bool EndsInPhrase(std::string_view line) {
  constexpr std::string_view kWords[] = {"dan",    "di",   "ke",   "dari",  "yang", "untuk",
                                         "dengan", "pada", "oleh", "bagi",  "atau", "para",
                                         "dalam",  "soal", "usai", "akibat"};
  if (line.ends_with(',') || line.ends_with('-')) return true;
  const std::string word = LowerAscii(line.substr(line.find_last_of(' ') + 1));
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// Whether the second of two lines goes on with the title that the first begins.
bool GoesOn(const Wrapping& wrapping, const Line& first, const Line& second) {
  if (IsUnderline(second.text) || std::string_view(".!?:").find(first.text.back()) < 4)
    return false;
  const bool full = wrapping.width > 0 && IsFull(wrapping.width, first, second);
  return full || IsLower(second.text.front()) || EndsInPhrase(first.text);
}

// How many lines the title takes: more than one only where all lines up to a blank one go on.
std::size_t TitleLines(const Wrapping& wrapping, Lines lines) {
  constexpr std::size_t kMost = 3;
  const std::size_t block = BlockSize(lines);
  if (block > kMost || block == lines.size()) return 1;
  std::size_t bytes = lines[0].text.size();
  for (std::size_t i = 1; i < block; ++i) {
    bytes += 1 + lines[i].text.size();
    if (!GoesOn(wrapping, lines[i - 1], lines[i])) return 1;
  }
  return bytes <= kMaxTitleBytes ? block : 1;
}

// The title at the beginning of the lines, which are moved behind it; empty if there is none.
std::string TakeTitle(const Wrapping& wrapping, Lines& lines) {
  if (lines[0].text.size() > kMaxTitleBytes) return {};
  const std::size_t count = TitleLines(wrapping, lines);
  const bool another = lines.size() > 1 && !lines[1].text.empty();
  const bool paragraph = count == 1 && another && Continues(wrapping, lines[0], lines[1]) &&
                         IsLower(lines[1].text.front());
  if (paragraph) return {};
  std::string title;
  AppendLine(PlainTitle(lines[0].text), title);
  for (std::size_t i = 1; i < count; ++i) AppendLine(lines[i].text, title);
  const bool underlined = count == 1 && another && IsUnderline(lines[1].text);
  lines = lines.subspan(underlined ? 2 : count);
  return title;
}

std::string Paragraphs(const Wrapping& wrapping, Lines lines) {
  std::string body;
  std::string paragraph;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].text.empty()) continue;
    AppendLine(WithoutMark(lines[i].text), paragraph);
    if (i + 1 < lines.size() && Continues(wrapping, lines[i], lines[i + 1])) continue;
    if (!body.empty()) body.push_back('\n');
    body += paragraph;
    paragraph.clear();
  }
  return body;
}

std::string JoinText(std::string first, const std::string& rest) {
  if (!rest.empty()) first.append("\n").append(rest);
  return first;
}

void SetFields(FrontMatter&& front, Article& article) {
  const auto take = [&](Field field, std::string& to) {
    std::string& value = front.values[static_cast<std::size_t>(field)];
    if (!value.empty()) to = std::move(value);
  };
  take(Field::kId, article.id);
  take(Field::kTitle, article.title);
  take(Field::kSource, article.source);
  take(Field::kCategory, article.category);
  take(Field::kAuthor, article.author);
  take(Field::kUrl, article.url);
  SetPublished(article, ParseTimestamp(front.Value(Field::kDate)), DateSource::kField);
}

}  // namespace

Article ParseTextArticle(std::string_view text) {
  std::vector<Line> all = SplitLines(text);
  Lines lines = SkipBlank(all);
  Article article;
  bool body_begins = false;
  std::string fenced_text;
  const auto take_front_matter = [&](FrontMatterPlace place) {
    FrontMatter front = ReadFrontMatter(lines, place);
    if (front.lines == 0) return false;
    lines = lines.subspan(front.lines);
    if (!front.opening.empty()) {
      all[all.size() - lines.size()] = {front.opening, 0};
      body_begins = true;
    }
    lines = SkipBlank(lines);
    fenced_text = front.Value(Field::kBody);
    SetFields(std::move(front), article);
    return true;
  };

  const bool at_top = take_front_matter(FrontMatterPlace::kTop);
  // Measured without the first line: a title can be of any length.
  const Wrapping wrapping = MeasureWrapping(lines.empty() ? lines : lines.subspan(1));
  if (article.title.empty() && !body_begins && !lines.empty()) {
    article.title = TakeTitle(wrapping, lines);
    lines = SkipBlank(lines);
    if (!at_top && !article.title.empty()) take_front_matter(FrontMatterPlace::kAfterTitle);
  } else if (!lines.empty() && PlainTitle(lines.front().text) == article.title) {
    lines = SkipBlank(lines.subspan(1));
  }
  article.body = Paragraphs(wrapping, lines);
  if (!fenced_text.empty()) article.body = JoinText(std::move(fenced_text), article.body);
  if (article.title.empty()) {
    article.title = Headline(article.body.substr(0, article.body.find('\n')));
  }
  return article;
}

}  // namespace warta
