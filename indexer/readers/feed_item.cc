#include "indexer/readers/feed_item.h"

#include <algorithm>
#include <iterator>

#include "common/ascii.h"
#include "indexer/page/page.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/record.h"

namespace warta {
namespace {

bool IsBlank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), IsSpace);
}

bool IsAddress(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// RSS wants `redaksi@contoh.id (Nama)`.
std::string AuthorName(std::string text) {
  const std::size_t open = text.find('(');
  const std::size_t close = text.rfind(')');
  if (open == text.npos || close == text.npos || close < open || text.find('@') > open) return text;
  return text.substr(open + 1, close - open - 1);
}

std::string EscapeHtml(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '<') {
      escaped += "&lt;";
    } else if (c == '&') {
      escaped += "&amp;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

}  // namespace

const FeedItem::Name FeedItem::kNames[] = {{"title", kTitle, 0, true},
                                           {"dc:title", kTitle, 1, false},
                                           {"content:encoded", kBody, 0, false},
                                           {"content", kBody, 1, false},
                                           {"description", kBody, 2, false},
                                           {"summary", kBody, 2, true},
                                           {"dc:description", kBody, 3, false},
                                           {"feedburner:origLink", kLink, 0, false},
                                           {"link", kLink, 1, true},
                                           {"guid", kGuid, 0, false},
                                           {"id", kGuid, 0, false},
                                           {"dc:identifier", kGuid, 1, false},
                                           {"pubDate", kDate, 0, false},
                                           {"published", kDate, 0, false},
                                           {"issued", kDate, 0, false},
                                           {"dc:date", kDate, 1, false},
                                           {"dc:created", kDate, 1, false},
                                           {"created", kDate, 1, false},
                                           {"updated", kDate, 2, false},
                                           {"modified", kDate, 2, false},
                                           {"dc:modified", kDate, 3, false},
                                           {"category", kCategory, 0, false},
                                           {"dc:subject", kCategory, 1, false},
                                           {"author", kAuthor, 0, false},
                                           {"dc:creator", kAuthor, 0, false},
                                           {"source", kSource, 0, true}};

bool IsFeedItem(std::string_view name) {
  return name == "item" || name == "entry";
}

std::string_view FeedElement::Attribute(std::string_view wanted) const {
  for (const auto& [attribute, value] : attributes) {
    if (attribute == wanted) return value;
  }
  return {};
}

FeedItem::FeedItem(std::uint64_t line, const FeedElement& element) : line_(line) {
  parts_[kLink] = {std::string(element.Attribute("about")), 2, Form::kPlain};
}

const FeedItem::Name* FeedItem::Find(std::string_view name) {
  const auto* found = std::find_if(std::begin(kNames), std::end(kNames),
                                   [name](const Name& entry) { return entry.name == name; });
  return found == std::end(kNames) ? nullptr : found;
}

FeedItem::Form FeedItem::FormOf(Part part, const FeedElement& element) {
  if (part == kLink || part == kGuid || part == kDate) return Form::kPlain;
  const std::string type = LowerAscii(element.Attribute("type"));
  // Atom 0.3 says `application/xhtml+xml`.
  if (type.find("xhtml") != type.npos) return Form::kXhtml;
  const bool html = !element.atom || type.find("html") != type.npos;
  return html ? Form::kHtml : Form::kPlain;
}

void FeedItem::Start(std::size_t depth, const FeedElement& element) {
  const Name* name = Find(element.name);
  if (open_ == nullptr) {
    if (depth == 1 && name != nullptr) Begin(depth, *name, element);
    return;
  }
  // A text with a tag that is not closed reaches over the next part.
  if (name != nullptr && !name->in_html && value_.form == Form::kHtml) {
    Commit();
    return Begin(depth, *name, element);
  }
  StartInside(depth, element);
}

void FeedItem::Begin(std::size_t depth, const Name& name, const FeedElement& element) {
  open_ = &name;
  open_depth_ = depth;
  silent_depth_ = 0;
  value_ = {{}, name.rank, FormOf(name.part, element)};
  if (name.part == kLink) {
    const std::string_view relation = element.Attribute("rel");
    if (relation.empty() || relation == "alternate") Append(element.Attribute("href"));
    // The address of something else than the article.
    if (!relation.empty() && relation != "alternate") silent_depth_ = depth;
  } else if (name.part == kCategory) {
    const std::string_view label = element.Attribute("label");
    Append(label.empty() ? element.Attribute("term") : label);
  } else if (element.name == "guid") {
    guid_is_url_ = LowerAscii(element.Attribute("isPermaLink")) != "false";
  }
}

// Inside a part: tags of its text, or Atom's way to say who and from where.
void FeedItem::StartInside(std::size_t depth, const FeedElement& element) {
  if (silent_depth_ != 0) return;
  if (open_->part == kTitle || open_->part == kBody) {
    if (value_.form != Form::kPlain) Append("<" + element.name + ">");
  } else if (!(open_->part == kAuthor && element.name == "name") &&
             !(open_->part == kSource && element.name == "title")) {
    silent_depth_ = depth;
  }
}

void FeedItem::End(std::size_t depth, const std::string& name) {
  if (open_ == nullptr) return;
  if (depth <= open_depth_) return Commit();
  if (silent_depth_ != 0) {
    if (depth <= silent_depth_) silent_depth_ = 0;
  } else if ((open_->part == kTitle || open_->part == kBody) && value_.form != Form::kPlain) {
    Append("</" + name + ">");
  }
}

void FeedItem::Text(std::string_view text) {
  if (open_ == nullptr || silent_depth_ != 0) return;
  if (value_.form == Form::kXhtml) {
    Append(EscapeHtml(text));
  } else {
    Append(text);
  }
}

void FeedItem::Append(std::string_view text) {
  size_ += text.size();
  if (size_ <= kMaxRecordBytes) value_.text += text;
}

void FeedItem::Commit() {
  Value& kept = parts_[open_->part];
  const bool better = IsBlank(kept.text) || value_.rank < kept.rank;
  if (better && !IsBlank(value_.text)) kept = std::move(value_);
  open_ = nullptr;
  value_ = {};
}

std::string FeedItem::Take(Part part) {
  Value& value = parts_[part];
  if (value.form == Form::kPlain) return std::string(Trim(value.text));
  return FragmentText(value.text);
}

Result<Article> FeedItem::Build(const std::string& feed_title) && {
  if (size_ > kMaxRecordBytes) return Error{"is larger than 8 MiB"};
  std::string url = Take(kLink);
  std::string guid = Take(kGuid);
  if (url.empty() && guid_is_url_ && IsAddress(guid)) url = std::exchange(guid, {});
  const std::string source = Take(kSource);
  Record record;
  if (url.empty()) record.Add("id", std::move(guid));
  record.Add("url", std::move(url));
  record.Add("title", Take(kTitle));
  record.Add("body", Take(kBody));
  record.Add("date", Take(kDate));
  record.Add("category", Take(kCategory));
  record.Add("author", AuthorName(Take(kAuthor)));
  record.Add("source", source.empty() ? feed_title : source);
  Result<Article> article = ToArticle(std::move(record));
  if (article.ok()) article.value().line = line_;
  return article;
}

}  // namespace warta
