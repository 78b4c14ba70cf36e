#include "indexer/page/html_tree.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <new>
#include <unordered_map>
#include <utility>

#include <libxml/HTMLparser.h>

#include "common/ascii.h"
#include "indexer/page/clean_text.h"

namespace warta {
namespace {

// libxml2 looks through all open elements for each closing tag without an opening one, and through
// all attributes of an element for each further one: without these limits a hostile page of a few
// megabytes would take hours.
constexpr std::size_t kMaxDepth = 256;
constexpr std::size_t kMaxAttributes = 128;
constexpr std::size_t kMaxPageBytes = std::size_t{1} << 30;

constexpr std::pair<std::string_view, Tag> kTags[] = {{"a", Tag::kA},
                                                      {"address", Tag::kBlock},
                                                      {"amp-ad", Tag::kHidden},
                                                      {"amp-analytics", Tag::kHidden},
                                                      {"amp-embed", Tag::kHidden},
                                                      {"amp-iframe", Tag::kHidden},
                                                      {"amp-sidebar", Tag::kNav},
                                                      {"amp-social-share", Tag::kHidden},
                                                      {"article", Tag::kArticle},
                                                      {"aside", Tag::kAside},
                                                      {"audio", Tag::kHidden},
                                                      {"blockquote", Tag::kBlock},
                                                      {"body", Tag::kBody},
                                                      {"br", Tag::kBr},
                                                      {"button", Tag::kControl},
                                                      {"canvas", Tag::kHidden},
                                                      {"center", Tag::kBlock},
                                                      {"dd", Tag::kBlock},
                                                      {"details", Tag::kBlock},
                                                      {"dialog", Tag::kControl},
                                                      {"dir", Tag::kUl},
                                                      {"div", Tag::kBlock},
                                                      {"dl", Tag::kBlock},
                                                      {"dt", Tag::kBlock},
                                                      {"em", Tag::kEm},
                                                      {"i", Tag::kEm},
                                                      {"small", Tag::kEm},
                                                      {"embed", Tag::kHidden},
                                                      {"fieldset", Tag::kBlock},
                                                      {"figcaption", Tag::kFigcaption},
                                                      {"figure", Tag::kFigure},
                                                      {"footer", Tag::kFooter},
                                                      {"form", Tag::kForm},
                                                      {"h1", Tag::kH1},
                                                      {"h2", Tag::kH2},
                                                      {"h3", Tag::kH3},
                                                      {"h4", Tag::kH4},
                                                      {"h5", Tag::kH4},
                                                      {"h6", Tag::kH4},
                                                      {"head", Tag::kHead},
                                                      {"header", Tag::kBlock},
                                                      {"hr", Tag::kBlock},
                                                      {"html", Tag::kHtml},
                                                      {"iframe", Tag::kHidden},
                                                      {"img", Tag::kImg},
                                                      {"amp-img", Tag::kImg},
                                                      {"picture", Tag::kImg},
                                                      {"input", Tag::kControl},
                                                      {"ins", Tag::kInline},
                                                      {"label", Tag::kControl},
                                                      {"legend", Tag::kBlock},
                                                      {"li", Tag::kLi},
                                                      {"link", Tag::kLink},
                                                      {"main", Tag::kBlock},
                                                      {"map", Tag::kHidden},
                                                      {"menu", Tag::kNav},
                                                      {"meta", Tag::kMeta},
                                                      {"nav", Tag::kNav},
                                                      {"noframes", Tag::kHidden},
                                                      {"noscript", Tag::kHidden},
                                                      {"object", Tag::kHidden},
                                                      {"ol", Tag::kUl},
                                                      {"optgroup", Tag::kControl},
                                                      {"option", Tag::kControl},
                                                      {"p", Tag::kP},
                                                      {"pre", Tag::kPre},
                                                      {"script", Tag::kScript},
                                                      {"section", Tag::kBlock},
                                                      {"select", Tag::kControl},
                                                      {"span", Tag::kSpan},
                                                      {"style", Tag::kHidden},
                                                      {"summary", Tag::kBlock},
                                                      {"svg", Tag::kHidden},
                                                      {"table", Tag::kTable},
                                                      {"tbody", Tag::kBlock},
                                                      {"td", Tag::kTd},
                                                      {"template", Tag::kHidden},
                                                      {"textarea", Tag::kControl},
                                                      {"tfoot", Tag::kBlock},
                                                      {"th", Tag::kTd},
                                                      {"thead", Tag::kBlock},
                                                      {"time", Tag::kTime},
                                                      {"title", Tag::kTitle},
                                                      {"tr", Tag::kTr},
                                                      {"ul", Tag::kUl},
                                                      {"video", Tag::kHidden},
                                                      {"caption", Tag::kBlock}};

const std::unordered_map<std::string_view, Tag>& Tags() {
  static const std::unordered_map<std::string_view, Tag> tags(std::begin(kTags), std::end(kTags));
  return tags;
}

const std::unordered_map<std::string_view, Attribute>& Attributes() {
  static const std::unordered_map<std::string_view, Attribute> attributes = {
      {"class", Attribute::kClass},       {"content", Attribute::kContent},
      {"datetime", Attribute::kDatetime}, {"hidden", Attribute::kHidden},
      {"href", Attribute::kHref},         {"id", Attribute::kId},
      {"itemprop", Attribute::kItemprop}, {"itemtype", Attribute::kItemtype},
      {"name", Attribute::kName},         {"property", Attribute::kProperty},
      {"rel", Attribute::kRel},           {"style", Attribute::kStyle},
      {"type", Attribute::kType},
  };
  return attributes;
}

std::string_view View(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// Where the tag that begins at the place has its last attribute that counts, if it has more.
std::size_t TooManyAttributes(std::string_view html, std::size_t at, std::size_t& tag_end) {
  std::size_t count = 0;
  std::size_t cut = std::string_view::npos;
  char quote = 0;
  bool in_word = true;
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      break;
    } else if ((c == '"' || c == '\'') && html[at - 1] == '=') {
      quote = c;
    } else if (IsSpace(c) || c == '/') {
      in_word = false;
    } else if (!in_word) {
      in_word = true;
      if (++count > kMaxAttributes && cut == std::string_view::npos) cut = at;
    }
  }
  // Without a closing quotation mark nothing is known of where the tag ends.
  tag_end = at;
  return cut;
}

// The page without NUL bytes, which end a page for libxml2, and without too many attributes.
std::string Tame(std::string_view html) {
  std::string tame;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < html.size();) {
    at = html.find('<', at);
    if (at == std::string_view::npos) break;
    ++at;
    if (at >= html.size() || !IsLetter(html[at])) continue;
    std::size_t tag_end = 0;
    const std::size_t cut = TooManyAttributes(html, at, tag_end);
    if (cut != std::string_view::npos) {
      tame += html.substr(copied, cut - copied);
      copied = tag_end;
    }
    at = tag_end;
  }
  tame += html.substr(copied);
  std::replace(tame.begin(), tame.end(), '\0', ' ');
  return tame;
}

struct FreeContext {
  void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

// Takes what libxml2 reports while it reads.
class HtmlTreeBuilder {
 public:
  explicit HtmlTreeBuilder(HtmlTree& tree, htmlParserCtxtPtr context)
      : tree_(tree), context_(context) {
    tree_.nodes_.push_back({Tag::kBlock, 0, 0, 0, 0});
    open_.push_back(0);
  }

  void Open(std::string_view name, const xmlChar** attributes) {
    const auto known = Tags().find(name);
    HtmlTree::Node node;
    node.tag = known == Tags().end() ? Tag::kInline : known->second;
    node.parent = open_.back();
    node.first = static_cast<std::uint32_t>(tree_.attributes_.size());
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      const auto attribute = Attributes().find(View(attributes[0]));
      if (attribute == Attributes().end()) continue;
      const std::string_view value = View(attributes[1]);
      tree_.attributes_.push_back({attribute->second, Characters(), Size(value)});
      tree_.characters_ += value;
      ++node.count;
    }
    open_.push_back(tree_.size());
    tree_.nodes_.push_back(node);
    if (open_.size() > kMaxDepth) xmlStopParser(context_);
  }

  void Close() {
    if (open_.size() == 1) return;
    tree_.nodes_[open_.back()].end = tree_.size();
    open_.pop_back();
  }

  void Text(std::string_view text) {
    HtmlTree::Node& last = tree_.nodes_.back();
    const bool goes_on = last.tag == Tag::kText && last.parent == open_.back() &&
                         last.first + last.count == tree_.characters_.size();
    if (goes_on) {
      last.count += Size(text);
    } else {
      tree_.nodes_.push_back(
          {Tag::kText, open_.back(), tree_.size() + 1, Characters(), Size(text)});
    }
    tree_.characters_ += text;
  }

  void Finish() {
    while (open_.size() > 1) Close();
    tree_.nodes_.front().end = tree_.size();
  }

 private:
  static std::uint32_t Size(std::string_view text) {
    return static_cast<std::uint32_t>(text.size());
  }
  std::uint32_t Characters() const { return static_cast<std::uint32_t>(tree_.characters_.size()); }

  HtmlTree& tree_;
  htmlParserCtxtPtr context_;
  std::vector<std::uint32_t> open_;
};

namespace {

void OnOpen(void* builder, const xmlChar* name, const xmlChar** attributes) {
  static_cast<HtmlTreeBuilder*>(builder)->Open(View(name), attributes);
}

void OnClose(void* builder, const xmlChar* /*name*/) {
  static_cast<HtmlTreeBuilder*>(builder)->Close();
}

void OnText(void* builder, const xmlChar* text, int size) {
  static_cast<HtmlTreeBuilder*>(builder)->Text(
      {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

}  // namespace

HtmlTree HtmlTree::Parse(std::string_view html) {
  HtmlTree tree;
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
  if (context == nullptr) throw std::bad_alloc();
  HtmlTreeBuilder builder(tree, context.get());
  if (html.size() <= kMaxPageBytes) {
    const std::string tame = Tame(html);
    htmlSAXHandler handler = {};
    handler.startElement = OnOpen;
    handler.endElement = OnClose;
    handler.characters = OnText;
    handler.ignorableWhitespace = OnText;
    handler.cdataBlock = OnText;
    *context->sax = handler;
    context->userData = &builder;
    constexpr int kOptions =
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    // Nothing is built: what comes back is no document, and whether the page was well-formed is
    // nobody's business.
    htmlCtxtReadMemory(context.get(), tame.data(), static_cast<int>(tame.size()), nullptr, "UTF-8",
                       kOptions);
  }
  builder.Finish();
  return tree;
}

bool IsBlock(Tag tag) {
  switch (tag) {
    case Tag::kText:
    case Tag::kInline:
    case Tag::kHidden:
    case Tag::kControl:
    case Tag::kA:
    case Tag::kBr:
    case Tag::kEm:
    case Tag::kImg:
    case Tag::kLink:
    case Tag::kMeta:
    case Tag::kScript:
    case Tag::kSpan:
    case Tag::kTime:
      return false;
    default:
      return true;
  }
}

bool IsHeading(Tag tag) {
  return tag == Tag::kH1 || tag == Tag::kH2 || tag == Tag::kH3 || tag == Tag::kH4;
}

std::string_view HtmlTree::Text(std::uint32_t node) const {
  return std::string_view(characters_).substr(nodes_[node].first, nodes_[node].count);
}

bool HtmlTree::Has(std::uint32_t node, Attribute attribute) const {
  if (nodes_[node].tag == Tag::kText) return false;
  const auto begin = attributes_.begin() + nodes_[node].first;
  return std::any_of(begin, begin + nodes_[node].count,
                     [&](const AttributeValue& value) { return value.attribute == attribute; });
}

std::string_view HtmlTree::Value(std::uint32_t node, Attribute attribute) const {
  if (nodes_[node].tag == Tag::kText) return {};
  for (std::uint32_t i = 0; i < nodes_[node].count; ++i) {
    const AttributeValue& value = attributes_[nodes_[node].first + i];
    if (value.attribute == attribute) {
      return std::string_view(characters_).substr(value.begin, value.size);
    }
  }
  return {};
}

std::string HtmlTree::Line(std::uint32_t node) const {
  constexpr std::size_t kMostBytes = 1000;
  constexpr std::uint32_t kMostNodes = 500;
  std::string line;
  const std::uint32_t stop = std::min(end(node), node + kMostNodes);
  std::uint32_t block_end = stop;
  for (std::uint32_t i = node; i < stop && line.size() < kMostBytes;) {
    const Tag kind = tag(i);
    if (i >= block_end) {
      AppendClean(line, " ");
      block_end = stop;
    }
    if (kind == Tag::kScript || kind == Tag::kHidden) {
      i = end(i);
      continue;
    }
    if (kind == Tag::kText) {
      AppendClean(line, Prefix(Text(i), kMostBytes));
    } else if (kind == Tag::kBr || IsBlock(kind)) {
      AppendClean(line, " ");
      block_end = std::max(end(i), i + 1);
    }
    ++i;
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

std::string HtmlTree::RawText(std::uint32_t node) const {
  std::string text;
  for (std::uint32_t i = node + 1; i < end(node); ++i) {
    if (tag(i) == Tag::kText) text += Text(i);
  }
  return text;
}

namespace {

void AppendCodePoint(std::string& text, std::uint32_t code) {
  const auto put = [&](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

// The character that the name between & and ; stands for, 0 if it is none.
std::uint32_t EntityCode(std::string_view name) {
  if (!name.starts_with('#')) {
    const std::string copy(name);
    const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(copy.c_str()));
    return entity == nullptr ? 0 : entity->value;
  }
  name.remove_prefix(1);
  const bool hex = name.starts_with('x') || name.starts_with('X');
  if (hex) name.remove_prefix(1);
  if (name.empty()) return 0;
  std::uint32_t code = 0;
  for (const char c : name) {
    const char lower = IsUpper(c) ? static_cast<char>(c | 0x20) : c;
    if (IsDigit(c)) {
      code = code * (hex ? 16 : 10) + static_cast<std::uint32_t>(c - '0');
    } else if (hex && lower >= 'a' && lower <= 'f') {
      code = code * 16 + static_cast<std::uint32_t>(lower - 'a' + 10);
    } else {
      return 0;
    }
    if (code > 0x10FFFF) return 0;
  }
  return code >= 0xD800 && code <= 0xDFFF ? 0 : code;
}

}  // namespace

std::string DecodeEntities(std::string_view text) {
  constexpr std::size_t kLongestName = 10;
  std::string decoded;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.substr(at, kLongestName).find(';') : text.npos;
    const std::uint32_t code = end == text.npos ? 0 : EntityCode(text.substr(at + 1, end - 1));
    if (code == 0) {
      decoded.push_back(text[at++]);
    } else {
      AppendCodePoint(decoded, code);
      at += end + 1;
    }
  }
  return decoded;
}

}  // namespace warta
