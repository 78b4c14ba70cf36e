#include "indexer/page/page_metadata.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <map>
#include <utility>

#include "common/ascii.h"
#include "common/date/timestamp.h"
#include "indexer/page/clean_text.h"
#include "indexer/page/title.h"

namespace warta {
namespace {

using Fields = std::map<std::string, std::string, std::less<>>;

// Headings beyond these are no headlines.
constexpr std::size_t kMostHeadings = 300;

struct Heading {
  std::uint32_t node;
  std::string text;
  bool linked;
};

// What the walk over the page finds.
struct Findings {
  Fields meta;      // by name or property, small letters; the first of a name wins
  Fields itemprop;  // the first with text
  std::vector<std::string> scripts;
  std::vector<Heading> headings;
  std::string canonical;
  std::string title;
  std::vector<std::uint32_t> times;  // <time datetime>
  std::string breadcrumb;            // of the page's markup
  std::string rel_author;
  std::string article_url;  // itemprop="url" directly in an article's markup
};

void Keep(Fields& fields, std::string name, std::string_view value) {
  constexpr std::size_t kMostBytes = 1000;
  if (name.empty() || name.size() > kMostBytes) return;
  if (std::string line = CleanLine(Prefix(value, kMostBytes)); !line.empty()) {
    fields.try_emplace(std::move(name), std::move(line));
  }
}

void TakeMeta(const HtmlTree& tree, std::uint32_t node, Findings& found) {
  const std::string_view content = tree.Value(node, Attribute::kContent);
  Keep(found.meta, LowerAscii(tree.Value(node, Attribute::kProperty)), content);
  Keep(found.meta, LowerAscii(tree.Value(node, Attribute::kName)), content);
}

// Whether the element links, is inside a link, or holds nothing but one.
bool IsLinked(const HtmlTree& tree, std::uint32_t node) {
  for (std::uint32_t up = tree.parent(node), steps = 0; up != 0 && steps < 3; ++steps) {
    if (tree.tag(up) == Tag::kA) return true;
    up = tree.parent(up);
  }
  for (std::uint32_t i = node + 1; i < tree.end(node) && i < node + 8; ++i) {
    if (tree.tag(i) == Tag::kA && tree.Has(i, Attribute::kHref)) return true;
  }
  return false;
}

// The address in `<div itemtype="http://schema.org/NewsArticle"><a itemprop="url" href="...">`.
void TakeArticleUrl(const HtmlTree& tree, std::uint32_t node, Findings& found) {
  if (!found.article_url.empty() || tree.Value(node, Attribute::kItemprop) != "url") return;
  std::uint32_t up = tree.parent(node);
  for (int steps = 0; steps < 4 && up != 0; ++steps, up = tree.parent(up)) {
    const std::string_view type = tree.Value(up, Attribute::kItemtype);
    if (type.empty()) continue;
    if (!type.ends_with("Article")) return;
    const std::string_view href = tree.Value(node, Attribute::kHref);
    found.article_url = CleanLine(href.empty() ? tree.Value(node, Attribute::kContent) : href);
    return;
  }
}

void TakeItemprop(const HtmlTree& tree, std::uint32_t node, Findings& found) {
  const std::string name = LowerAscii(tree.Value(node, Attribute::kItemprop));
  if (name.empty() || found.itemprop.contains(name)) return;
  constexpr std::string_view kWanted[] = {"headline", "datepublished", "datecreated", "author",
                                          "articlesection"};
  if (std::find(std::begin(kWanted), std::end(kWanted), name) == std::end(kWanted)) return;
  for (const Attribute attribute : {Attribute::kContent, Attribute::kDatetime}) {
    if (tree.Has(node, attribute)) return Keep(found.itemprop, name, tree.Value(node, attribute));
  }
  if (tree.tag(node) == Tag::kMeta || tree.tag(node) == Tag::kLink) return;
  // An author is often a thing of its own: <span itemprop="author"><span itemprop="name">.
  for (std::uint32_t i = node + 1; i < tree.end(node) && i < node + 20; ++i) {
    if (tree.Value(i, Attribute::kItemprop) != "name") continue;
    const std::string_view content = tree.Value(i, Attribute::kContent);
    return Keep(found.itemprop, name, content.empty() ? tree.Line(i) : std::string(content));
  }
  Keep(found.itemprop, name, tree.Line(node));
}

// The last link of a breadcrumb, which is the deepest section: the article itself has no link.
void TakeBreadcrumb(const HtmlTree& tree, std::uint32_t node, Findings& found) {
  constexpr std::size_t kLongestSection = 40;
  if (!found.breadcrumb.empty()) return;
  const std::string names = LowerAscii(std::string(tree.Value(node, Attribute::kClass)) + ' ' +
                                       std::string(tree.Value(node, Attribute::kId)));
  if (names.find("crumb") == names.npos) return;
  std::size_t count = 0;
  std::string last;
  for (std::uint32_t i = node + 1; i < tree.end(node) && i < node + 200; ++i) {
    if (tree.tag(i) != Tag::kA) continue;
    std::string text = tree.Line(i);
    if (text.empty() || text.size() > kLongestSection) continue;
    ++count;
    const std::string lower = LowerAscii(text);
    if (lower != "home" && lower != "beranda" && lower != "index") last = std::move(text);
  }
  if (count > 0) found.breadcrumb = last;
}

void TakeElement(const HtmlTree& tree, std::uint32_t node, Findings& found) {
  const Tag tag = tree.tag(node);
  if (tag == Tag::kMeta) TakeMeta(tree, node, found);
  if (tag == Tag::kLink && LowerAscii(tree.Value(node, Attribute::kRel)) == "canonical" &&
      found.canonical.empty()) {
    found.canonical = CleanLine(tree.Value(node, Attribute::kHref));
  }
  if (tag == Tag::kScript) {
    const std::string type = LowerAscii(tree.Value(node, Attribute::kType));
    if (type.find("ld+json") != type.npos) found.scripts.push_back(tree.RawText(node));
    return;
  }
  if (tag == Tag::kTitle && found.title.empty()) found.title = tree.Line(node);
  if (tag == Tag::kTime && tree.Has(node, Attribute::kDatetime)) found.times.push_back(node);
  if (IsHeading(tag) && found.headings.size() < kMostHeadings) {
    if (std::string text = tree.Line(node); !text.empty()) {
      found.headings.push_back({node, std::move(text), IsLinked(tree, node)});
    }
  }
  if (tag == Tag::kA && tree.Value(node, Attribute::kRel) == "author" && found.rel_author.empty()) {
    found.rel_author = tree.Line(node);
  }
  TakeItemprop(tree, node, found);
  TakeArticleUrl(tree, node, found);
  if (tag != Tag::kBody && tag != Tag::kHtml) TakeBreadcrumb(tree, node, found);
}

Findings Walk(const HtmlTree& tree) {
  Findings found;
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    if (tree.tag(i) != Tag::kText) TakeElement(tree, i, found);
  }
  return found;
}

std::string First(const Fields& fields, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const auto found = fields.find(name);
    if (found != fields.end()) return found->second;
  }
  return {};
}

bool IsUrl(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::string ChooseUrl(const Findings& found, const JsonLd& json_ld) {
  for (const std::string& url :
       {found.canonical, First(found.meta, {"og:url", "twitter:url"}), json_ld.url,
        First(found.meta, {"dtk:articleurl"}), found.article_url}) {
    std::string line = CleanLine(url);
    if (IsUrl(line) && line.find(' ') == line.npos) return line;
  }
  return {};
}

std::string ChooseSource(const Findings& found, const JsonLd& json_ld) {
  constexpr std::size_t kLongest = 50;
  for (const std::string& name :
       {First(found.meta, {"og:site_name"}), json_ld.publisher,
        First(found.meta, {"application-name", "apple-mobile-web-app-title", "al:ios:app_name"})}) {
    std::string line = CleanLine(DecodeEntities(name));
    // The name, not what the publisher says of itself behind it.
    for (const std::string_view separator : {" | ", " - ", " \u2013 ", " : ", ": "}) {
      line.resize(std::min(line.size(), line.find(separator)));
    }
    if (!line.empty() && line.size() <= kLongest && line.find('/') == line.npos &&
        !line.starts_with('@') && !line.ends_with(' ')) {
      return line;
    }
  }
  return {};
}

std::string ChooseCategory(const Findings& found, const JsonLd& json_ld) {
  constexpr std::size_t kLongest = 60;
  for (const std::string& name :
       {json_ld.section, First(found.meta, {"article:section"}),
        First(found.itemprop, {"articlesection"}),
        First(found.meta, {"content_category", "dtk:namakanal", "kanal", "cxenseparse:category",
                           "parsely-section", "category", "section", "content_subcategory"}),
        json_ld.breadcrumb, found.breadcrumb}) {
    std::string line = CleanLine(DecodeEntities(name));
    if (!line.empty() && line.size() <= kLongest && !IsUrl(line)) return line;
  }
  return {};
}

std::string ChooseAuthor(const Findings& found, const JsonLd& json_ld,
                         const TitleContext& context) {
  const auto join = [&](const std::vector<std::string>& names) {
    std::vector<std::string> kept;
    for (const std::string& name : names) {
      std::string clean = CleanAuthor(name);
      if (clean.empty() || NamesSite(clean, context)) continue;
      if (std::find(kept.begin(), kept.end(), clean) == kept.end()) kept.push_back(clean);
    }
    std::string joined;
    for (const std::string& name : kept) joined += (joined.empty() ? "" : ", ") + name;
    return joined;
  };
  if (std::string names = join(json_ld.authors); !names.empty()) return names;
  for (const std::string& name :
       {First(found.itemprop, {"author"}), First(found.meta, {"content_author", "dtk:author"}),
        First(found.meta, {"article:author"}), found.rel_author,
        First(found.meta, {"author", "parsely-author", "dc.creator"})}) {
    if (std::string one = join({name}); !one.empty()) return one;
  }
  return {};
}

std::optional<Timestamp> ChooseDate(const Findings& found, const JsonLd& json_ld) {
  for (const std::string& text :
       {json_ld.published, First(found.meta, {"article:published_time"}),
        First(found.meta, {"og:article:published_time", "og:published_time"}),
        First(found.meta, {"content_publisheddate", "content_date"}),
        First(found.meta, {"publishdate", "dtk:publishdate", "publish-date", "publish_date"}),
        First(found.meta, {"pubdate", "cxenseparse:recs:publishtime", "parsely-pub-date"}),
        First(found.meta, {"datepublished", "dc.date.issued", "dc.date", "dcterms.date"}),
        First(found.itemprop, {"datepublished"}), First(found.meta, {"date"}),
        First(found.itemprop, {"datecreated"})}) {
    if (const auto when = ParseTimestamp(CleanLine(text))) return when;
  }
  return std::nullopt;
}

bool IsHeadlineLike(const Heading& heading) {
  constexpr std::ptrdiff_t kFewestSpaces = 3;
  return !heading.linked &&
         std::count(heading.text.begin(), heading.text.end(), ' ') >= kFewestSpaces;
}

// The heading that shows the title: the highest one, one without a link before one with.
const Heading* ShowingHeading(const Findings& found, std::string_view title,
                              const TitleContext& context, const HtmlTree& tree) {
  const Heading* best = nullptr;
  int best_rank = 0;
  for (const Heading& heading : found.headings) {
    const std::string clean = CleanTitle(heading.text, context);
    const bool equal = Squeeze(clean) == Squeeze(title);
    if (!equal && (heading.linked || !SameHeadline(clean, title))) continue;
    int rank = equal ? 8 : 3;
    rank += tree.tag(heading.node) == Tag::kH1 ? 4 : tree.tag(heading.node) == Tag::kH2 ? 2 : 0;
    rank -= heading.linked ? 5 : 0;
    if (best == nullptr || rank > best_rank) {
      best = &heading;
      best_rank = rank;
    }
  }
  return best;
}

// The parts of a title before or behind one of its separators.
std::vector<std::string> TitleParts(std::string_view title) {
  constexpr std::size_t kShortest = 12;
  std::vector<std::string> parts;
  const auto add = [&](std::string_view part) {
    std::string squeezed = Squeeze(part);
    if (squeezed.size() >= kShortest) parts.push_back(std::move(squeezed));
  };
  add(title);
  for (const std::string_view separator :
       {" - ", " | ", " \u2013 ", " \u2014 ", " : ", " :: ", " \u00BB "}) {
    for (std::size_t at = title.find(separator); at != title.npos;
         at = title.find(separator, at + 1)) {
      add(title.substr(0, at));
      add(title.substr(at + separator.size()));
    }
  }
  return parts;
}

// A text of the page that stands in its title, where no heading does: pages of the 2000s have fonts
// instead of headings. 0 if there is none.
std::uint32_t ShowingText(const HtmlTree& tree, std::string_view title) {
  constexpr std::size_t kLongest = 300;
  const std::vector<std::string> parts = TitleParts(title);
  std::uint32_t best = 0;
  std::size_t best_size = 0;
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    const Tag around = tree.tag(tree.parent(i));
    if (around == Tag::kTitle || around == Tag::kScript || around == Tag::kA) continue;
    if (tree.tag(i) != Tag::kText || tree.Text(i).size() > kLongest) continue;
    const std::string text = Squeeze(tree.Text(i));
    if (text.size() <= best_size || std::find(parts.begin(), parts.end(), text) == parts.end()) {
      continue;
    }
    best = tree.parent(i);
    best_size = text.size();
  }
  return best;
}

// The headline. What search engines and social networks are told may be another text than what
// readers see; what readers see wins.
void ChooseTitle(const HtmlTree& tree, const Findings& found, PageMetadata& metadata) {
  const TitleContext context{metadata.source, metadata.url, metadata.category};
  std::vector<std::string> candidates;
  for (const std::string& title :
       {metadata.json_ld.headline, First(found.meta, {"og:title", "twitter:title"}),
        First(found.itemprop, {"headline"}), found.title,
        First(found.meta, {"title", "dc.title", "parsely-title"})}) {
    if (std::string clean = CleanTitle(title, context); !clean.empty()) {
      candidates.push_back(std::move(clean));
    }
  }
  for (const std::string& candidate : candidates) {
    const Heading* heading = ShowingHeading(found, candidate, context, tree);
    if (heading == nullptr) continue;
    metadata.headline = heading->node;
    const std::string shown = CleanTitle(heading->text, context);
    const bool cut_short = shown.ends_with("...") || shown.ends_with("\u2026");
    metadata.title = cut_short ? candidate : shown;
    return;
  }
  // A short h1 may be the site or the section, unless the page has nothing else for a title.
  const auto first =
      std::find_if(found.headings.begin(), found.headings.end(), [&](const Heading& heading) {
        return tree.tag(heading.node) == Tag::kH1 &&
               (candidates.empty() ? !heading.linked : IsHeadlineLike(heading));
      });
  if (first != found.headings.end()) {
    metadata.headline = first->node;
    metadata.title = CleanTitle(first->text, context);
  }
  if (!metadata.title.empty() || candidates.empty()) return;
  metadata.title = candidates.front();
  metadata.headline = ShowingText(tree, CleanLine(DecodeEntities(candidates.front())));
  if (metadata.headline != 0) metadata.title = tree.Line(metadata.headline);
}

}  // namespace

std::string CleanAuthor(std::string_view name) {
  constexpr std::size_t kLongest = 100;
  constexpr std::string_view kBefore[] = {"oleh ",    "oleh:",     "by ",       "penulis ",
                                          "penulis:", "reporter ", "reporter:", "pewarta ",
                                          "pewarta:", "editor ",   "editor:",   "author:",
                                          ":",        " ",         "-"};
  std::string line = CleanLine(DecodeEntities(name));
  for (bool cut = true; cut;) {
    cut = false;
    const std::string lower = LowerAscii(line);
    for (const std::string_view before : kBefore) {
      if (!lower.starts_with(before)) continue;
      line.erase(0, before.size());
      cut = true;
      break;
    }
  }
  while (!line.empty() && (line.back() == ' ' || line.back() == ',' || line.back() == '-')) {
    line.pop_back();
  }
  const bool is_name = line.size() <= kLongest && line.find("://") == line.npos &&
                       !line.starts_with("www.") && line.find('@') == line.npos &&
                       line.find('{') == line.npos;
  return is_name && LowerAscii(line) != "admin" ? line : std::string();
}

namespace {

std::vector<std::string_view> SplitWords(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

// The domain in "Ekonomi JPNN.com", else the whole name.
std::string DomainIn(const std::string& name) {
  for (const std::string_view word : SplitWords(name)) {
    const std::size_t dot = word.find('.');
    if (dot != word.npos && dot > 0 && dot + 2 < word.size()) return std::string(word);
  }
  return name;
}

// "ANTARA News" in "<headline> - ANTARA News", also before the headline.
std::string SourceInTitle(std::string_view page_title, std::string_view headline) {
  constexpr std::size_t kLongest = 40;
  const std::string line = CleanLine(DecodeEntities(page_title));
  const std::string squeezed = Squeeze(headline);
  if (squeezed.empty()) return {};
  const auto is_name = [](std::string_view name) {
    return !name.empty() && name.size() <= kLongest && name.find('/') == name.npos;
  };
  for (const std::string_view separator : {" - ", " | ", " \u2013 ", " \u2014 ", " : "}) {
    for (const std::size_t at : {line.find(separator), line.rfind(separator)}) {
      if (at == line.npos) continue;
      std::string before = line.substr(0, at);
      std::string behind = line.substr(at + separator.size());
      if (Squeeze(before) == squeezed && is_name(behind)) return DomainIn(behind);
      if (Squeeze(behind) == squeezed && is_name(before)) return DomainIn(before);
    }
  }
  return {};
}

}  // namespace

PageMetadata ReadPageMetadata(const HtmlTree& tree) {
  const Findings found = Walk(tree);
  PageMetadata metadata;
  metadata.json_ld = ReadJsonLd(found.scripts);
  const JsonLd& json_ld = metadata.json_ld;
  metadata.url = ChooseUrl(found, json_ld);
  metadata.source = ChooseSource(found, json_ld);
  metadata.category = ChooseCategory(found, json_ld);
  ChooseTitle(tree, found, metadata);
  if (metadata.source.empty()) metadata.source = SourceInTitle(found.title, metadata.title);
  metadata.author =
      ChooseAuthor(found, json_ld, {metadata.source, metadata.url, metadata.category});
  metadata.published = ChooseDate(found, json_ld);
  const auto time = std::upper_bound(found.times.begin(), found.times.end(), metadata.headline);
  if (time != found.times.end()) metadata.first_time = *time;
  return metadata;
}

}  // namespace warta
