#include "indexer/page/page.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include "common/ascii.h"
#include "indexer/page/clean_text.h"
#include "indexer/page/furniture.h"
#include "indexer/page/hints.h"
#include "indexer/page/html_tree.h"
#include "indexer/page/main_text.h"
#include "indexer/page/page_metadata.h"
#include "indexer/page/paragraphs.h"
#include "indexer/page/title.h"

namespace warta {
namespace {

std::string Join(std::span<const std::string> paragraphs) {
  std::string body;
  for (const std::string& paragraph : paragraphs) {
    if (!body.empty()) body.push_back('\n');
    body += paragraph;
  }
  return body;
}

// The first line that is a date. In lines with other words a time of day must stand too: a date
// alone there may be anything.
std::optional<Timestamp> DateAmong(std::span<const std::string> lines) {
  constexpr std::size_t kLongestLine = 160;
  for (const std::string& line : lines) {
    if (IsDateLine(line)) return ParseTimestamp(line);
  }
  for (const std::string& line : lines) {
    if (line.size() > kLongestLine || !HoldsTime(line)) continue;
    if (const auto when = ParseTimestamp(line)) return when;
  }
  return std::nullopt;
}

// The date that readers see: between headline and text, else before the headline (where some pages
// show today's too) or behind the text, else the marked time behind the headline.
std::optional<Timestamp> VisibleDate(const HtmlTree& tree, const PageMetadata& metadata,
                                     const MainText& text) {
  const std::span<const std::string> about = text.about;
  if (const auto when = DateAmong(about.first(text.between))) return when;
  if (const auto when = DateAmong(about.subspan(text.between))) return when;
  if (metadata.first_time != 0) {
    return ParseTimestamp(CleanLine(tree.Value(metadata.first_time, Attribute::kDatetime)));
  }
  return std::nullopt;
}

// The name in an element between headline and text that is called an author: "Budi Santoso -
// detikNews" without the publisher.
std::string MarkedAuthor(const HtmlTree& tree, std::uint32_t begin, std::uint32_t end) {
  constexpr std::size_t kLongest = 80;
  constexpr std::string_view kNames[] = {"author",  "penulis",  "reporter", "byline",
                                         "pewarta", "wartawan", "jurnalis"};
  for (std::uint32_t i = begin; i < end; ++i) {
    const std::string name = LowerAscii(tree.Value(i, Attribute::kClass));
    const bool named = std::any_of(std::begin(kNames), std::end(kNames), [&](std::string_view one) {
      return name.find(one) != name.npos;
    });
    // A photo's author is another one.
    const std::uint32_t around = tree.parent(i);
    if (!named || HintOf(tree, around) == Hint::kPhoto || HintOf(tree, around) == Hint::kCaption) {
      continue;
    }
    std::string line = tree.Line(i);
    for (const std::string_view stop : {" - ", " | ", " \u2013 "}) {
      line.resize(std::min(line.size(), line.find(stop)));
    }
    const bool is_name = !line.empty() && line.size() <= kLongest && !HoldsTime(line) &&
                         !ParseTimestamp(line) && !EndsSentence(line);
    if (is_name) return CleanAuthor(line);
  }
  return {};
}

// Who wrote the article as readers see it: a byline, else an element that is called one.
std::string VisibleAuthor(const HtmlTree& tree, std::uint32_t headline, const MainText& text,
                          const TitleContext& context) {
  for (const std::string& line : text.about) {
    std::string name = BylineName(line);
    if (!name.empty() && !NamesSite(name, context)) return name;
  }
  if (headline == 0) return {};
  std::string name = MarkedAuthor(tree, headline, text.begin);
  return NamesSite(name, context) ? std::string() : name;
}

// JSON-LD repeats the text of some pages. It is taken where the page shows much less of it.
std::string ChooseBody(const MainText& text, const std::string& described) {
  std::string shown = Join(text.paragraphs);
  if (described.size() <= shown.size() * 2) return shown;
  std::string body = FragmentText(described);
  return body.size() > shown.size() * 2 ? body : shown;
}

}  // namespace

Page ReadPage(std::string_view html) {
  const HtmlTree tree = HtmlTree::Parse(html);
  PageMetadata metadata = ReadPageMetadata(tree);
  MainText text = FindMainText(tree, metadata.headline, metadata.title);
  Page page;
  if (!metadata.published) metadata.published = VisibleDate(tree, metadata, text);
  if (metadata.author.empty()) {
    metadata.author = VisibleAuthor(tree, metadata.headline, text,
                                    {metadata.source, metadata.url, metadata.category});
  }
  page.article.title = std::move(metadata.title);
  page.article.body = ChooseBody(text, metadata.json_ld.body);
  page.article.source = std::move(metadata.source);
  page.article.category = std::move(metadata.category);
  page.article.author = std::move(metadata.author);
  page.article.url = std::move(metadata.url);
  SetPublished(page.article, metadata.published, DateSource::kField);
  page.dropped = std::move(text.dropped);
  return page;
}

std::string FragmentText(std::string_view html) {
  const HtmlTree tree = HtmlTree::Parse(html);
  const std::vector<Paragraph> paragraphs =
      ReadParagraphs(tree, std::vector<bool>(tree.size(), false));
  std::vector<std::string> lines;
  lines.reserve(paragraphs.size());
  for (const Paragraph& paragraph : paragraphs) lines.push_back(paragraph.text);
  if (html.find('<') != html.npos || lines.size() != 1) return Join(lines);
  lines.clear();
  while (!html.empty()) {
    const std::size_t end = std::min(html.find('\n'), html.size());
    std::string line = CleanLine(DecodeEntities(html.substr(0, end)));
    if (!line.empty()) lines.push_back(std::move(line));
    html.remove_prefix(std::min(end + 1, html.size()));
  }
  return Join(lines);
}

}  // namespace warta
