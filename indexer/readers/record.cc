#include "indexer/readers/record.h"

#include <algorithm>
#include <utility>

#include "common/date/timestamp.h"
#include "common/text/clean.h"
#include "indexer/page/page.h"
#include "indexer/readers/text.h"

namespace warta {
namespace {

template <std::size_t kCount>
bool HasAny(std::string_view text, const std::string_view (&tags)[kCount]) {
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const std::string_view tag = text.substr(at);
    const auto starts = [tag](std::string_view begin) { return tag.starts_with(begin); };
    if (std::any_of(std::begin(tags), std::end(tags), starts)) return true;
  }
  return false;
}

constexpr std::string_view kBlockTags[] = {"<p>",     "<p ",         "</p>", "<br",   "<div",
                                           "</div>",  "<h2",         "<h3",  "<ul>",  "<ul ",
                                           "<figure", "<blockquote", "<li>", "<table"};
constexpr std::string_view kInlineTags[] = {"<a ",  "</a>", "<b>",     "<strong",
                                            "<em>", "<i>",  "<img",    "<span",
                                            "<!--", "<u>",  "<script", "<iframe"};

// Whether a text has characters written as `&amp;`, `&#8211;`.
bool HasEntities(std::string_view text) {
  constexpr std::size_t kLongest = 10;
  for (std::size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
    const std::string_view name = text.substr(at + 1, kLongest);
    const std::size_t end = name.find(';');
    if (end == name.npos || end < 2) continue;
    if (name.substr(0, end).find_first_of(" &<\n") == name.npos) return true;
  }
  return false;
}

// The text without HTML, as content management systems export it. Where there are no tags of
// paragraphs, its lines are the paragraphs.
std::string WithoutTags(std::string_view text) {
  if (HasAny(text, kBlockTags)) return FragmentText(text);
  if (!HasAny(text, kInlineTags) && !HasEntities(text)) return std::string(text);
  std::string plain;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    plain.append(FragmentText(text.substr(0, end))).push_back('\n');
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return plain;
}

std::string Paragraphs(std::string text) {
  return CleanParagraphs(WithoutTags(CleanText(std::move(text))));
}

std::string OneLine(std::string text) {
  text = Paragraphs(std::move(text));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace

void Record::Add(std::string_view name, std::string value) {
  const auto field = FieldOf(name);
  if (!field || value.empty()) return;
  Value& kept = values_[static_cast<std::size_t>(*field)];
  const std::size_t rank = PreferenceOf(name);
  if (!kept.text.empty() && kept.rank <= rank) return;
  if (value.find_first_not_of(" \t\r\n") == std::string::npos) return;
  kept = Value{std::move(value), rank};
}

Article Record::Build() && {
  const auto take = [this](Field field) {
    return std::move(values_[static_cast<std::size_t>(field)].text);
  };
  Article article;
  article.id = OneLine(take(Field::kId));
  article.title = OneLine(take(Field::kTitle));
  article.body = Paragraphs(take(Field::kBody));
  article.source = OneLine(take(Field::kSource));
  article.category = OneLine(take(Field::kCategory));
  article.author = OneLine(take(Field::kAuthor));
  article.url = OneLine(take(Field::kUrl));
  SetPublished(article, ParseTimestamp(take(Field::kDate)), DateSource::kField);
  return article;
}

Result<Article> ToArticle(Record record) {
  Article article = std::move(record).Build();
  if (article.title.empty() && article.body.empty()) return Error{"has neither a title nor a text"};
  return article;
}

}  // namespace warta
