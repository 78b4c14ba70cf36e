#include "indexer/page/json_ld.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include <nlohmann/json.hpp>

#include "common/ascii.h"
#include "indexer/page/clean_text.h"
#include "indexer/page/html_tree.h"

namespace warta {
namespace {

using Json = nlohmann::json;

constexpr int kMaxDepth = 64;
// Of what one page describes.
constexpr std::size_t kMostThings = 1000;

std::string_view TrimSpaces(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return text;
}

// The JSON inside `<!-- -->`, `//<![CDATA[ //]]>` and `/* */` wrappers.
std::string_view Unwrap(std::string_view script) {
  const std::size_t begin = script.find_first_of("{[");
  if (begin == std::string_view::npos) return {};
  // The [ of a CDATA wrapper.
  if (const std::size_t mark = script.find("<![CDATA["); mark < begin) {
    return Unwrap(script.substr(mark + 9));
  }
  script.remove_prefix(begin);
  const char closing = script.front() == '{' ? '}' : ']';
  std::size_t end = script.rfind(closing);
  // The ]] of a CDATA wrapper behind an array.
  const std::size_t wrapper = script.rfind("]]>");
  if (closing == ']' && wrapper != script.npos && wrapper > 0) end = script.rfind(']', wrapper - 1);
  return end == script.npos ? script : TrimSpaces(script.substr(0, end + 1));
}

// Control characters inside strings, which JSON forbids and pages have, as spaces; commas before a
// closing bracket left out.
std::string Mend(std::string_view json) {
  std::string mended;
  mended.reserve(json.size());
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string && c == '\\' && i + 1 < json.size()) {
      // `\'` is JavaScript, not JSON.
      if (json[i + 1] != '\'') mended.push_back(c);
      mended.push_back(json[++i]);
      continue;
    }
    if (c == '"') in_string = !in_string;
    if (!in_string && (c == '}' || c == ']')) {
      std::size_t last = mended.size();
      while (last > 0 && IsSpace(mended[last - 1])) --last;
      if (last > 0 && mended[last - 1] == ',') mended.resize(last - 1);
    }
    const bool control = static_cast<unsigned char>(c) < 0x20;
    mended.push_back(in_string && control ? ' ' : c);
  }
  return mended;
}

// Looked at before parsing: a parser that is told to drop what is too deep goes through each list
// again for each of its elements.
bool IsTooDeep(std::string_view json) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string && c == '\\') {
      ++i;
    } else if (c == '"') {
      in_string = !in_string;
    } else if (!in_string && (c == '{' || c == '[')) {
      if (++depth > kMaxDepth) return true;
    } else if (!in_string && (c == '}' || c == ']')) {
      --depth;
    }
  }
  return false;
}

Json ParseTolerantly(std::string_view script) {
  const std::string_view json = Unwrap(script);
  if (IsTooDeep(json)) return Json(Json::value_t::discarded);
  Json parsed = Json::parse(json, nullptr, false);
  if (parsed.is_discarded()) parsed = Json::parse(Mend(json), nullptr, false);
  return parsed;
}

const Json* Find(const Json& thing, const char* name) {
  if (!thing.is_object()) return nullptr;
  const auto found = thing.find(name);
  return found == thing.end() ? nullptr : &*found;
}

bool HasType(const Json& thing, const auto& is_wanted) {
  const Json* type = Find(thing, "@type");
  if (type == nullptr) return false;
  if (type->is_string()) return is_wanted(std::string_view(type->get_ref<const std::string&>()));
  return type->is_array() && std::any_of(type->begin(), type->end(), [&](const Json& one) {
           return one.is_string() && is_wanted(std::string_view(one.get_ref<const std::string&>()));
         });
}

bool IsArticleType(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("NewsArticle") || type == "BlogPosting" ||
         type == "LiveBlogPosting" || type == "Report";
}

// A string, a number's digits, or the name of what stands there; of an array the first.
std::string Text(const Json* value) {
  if (value != nullptr && value->is_array()) value = value->empty() ? nullptr : &value->front();
  if (value == nullptr) return {};
  if (value->is_string()) return DecodeEntities(value->get_ref<const std::string&>());
  if (value->is_number_integer()) return value->dump();
  for (const char* name : {"name", "@id", "url"}) {
    const Json* inner = Find(*value, name);
    if (inner != nullptr && inner->is_string()) {
      return DecodeEntities(inner->get_ref<const std::string&>());
    }
  }
  return {};
}

std::vector<std::string> Names(const Json* value) {
  constexpr std::size_t kMostNames = 20;
  std::vector<std::string> names;
  if (value == nullptr) return names;
  if (!value->is_array()) return {Text(value)};
  for (const Json& one : *value) {
    if (names.size() < kMostNames) names.push_back(Text(&one));
  }
  return names;
}

std::string Url(const Json& thing) {
  const Json* page = Find(thing, "mainEntityOfPage");
  if (page != nullptr && page->is_object()) {
    for (const char* name : {"@id", "url"}) {
      if (std::string url = Text(Find(*page, name)); url.starts_with("http")) return url;
    }
  }
  if (std::string url = Text(page); url.starts_with("http")) return url;
  std::string url = Text(Find(thing, "url"));
  return url.starts_with("http") ? url : std::string();
}

void Take(std::string& field, const std::string& value) {
  constexpr std::size_t kMostBytes = 1000;
  if (field.empty()) field = CleanLine(Prefix(value, kMostBytes));
}

void TakeArticle(JsonLd& found, const Json& thing) {
  const std::string headline = Text(Find(thing, "headline"));
  // A second article on the page is another one.
  const std::string before = Squeeze(found.headline);
  if (!before.empty() && !headline.empty() && Squeeze(headline) != before) return;
  Take(found.headline, headline.empty() ? Text(Find(thing, "name")) : headline);
  Take(found.published, Text(Find(thing, "datePublished")));
  Take(found.published, Text(Find(thing, "dateCreated")));
  Take(found.section, Text(Find(thing, "articleSection")));
  if (found.authors.empty()) found.authors = Names(Find(thing, "author"));
  const Json* publisher = Find(thing, "publisher");
  if (publisher != nullptr) Take(found.publisher, Text(Find(*publisher, "name")));
  Take(found.url, Url(thing));
  if (found.body.empty()) found.body = Text(Find(thing, "articleBody"));
}

void TakeBreadcrumb(JsonLd& found, const Json& thing) {
  const Json* entries = Find(thing, "itemListElement");
  if (entries == nullptr || !entries->is_array() || !found.breadcrumb.empty()) return;
  std::vector<std::string> names;
  for (const Json& entry : *entries) {
    std::string name = Text(Find(entry, "name"));
    if (name.empty() || name.starts_with("http")) {
      const Json* item = Find(entry, "item");
      if (item != nullptr && item->is_object()) name = Text(Find(*item, "name"));
    }
    if (!name.empty()) names.push_back(CleanLine(name));
  }
  // The first is the site, and a last one as long as a headline is the article.
  constexpr std::size_t kLongestSection = 40;
  if (names.size() > 1 &&
      (names.back().size() > kLongestSection || Squeeze(names.back()) == Squeeze(found.headline))) {
    names.pop_back();
  }
  if (names.size() > 1) found.breadcrumb = names.back();
}

// The things that a script describes, those inside lists and @graph too.
std::vector<const Json*> Things(const Json& root) {
  std::vector<const Json*> things = {&root};
  for (std::size_t i = 0; i < things.size() && things.size() < kMostThings; ++i) {
    const Json* thing = things[i];
    if (thing->is_array()) {
      for (const Json& one : *thing) {
        if (things.size() < kMostThings) things.push_back(&one);
      }
    }
    for (const char* name : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      const Json* inner = Find(*thing, name);
      if (inner != nullptr && inner->is_structured()) things.push_back(inner);
    }
  }
  return things;
}

}  // namespace

JsonLd ReadJsonLd(const std::vector<std::string>& scripts) {
  JsonLd found;
  std::vector<Json> roots;
  for (const std::string& script : scripts) {
    Json root = ParseTolerantly(script);
    if (!root.is_discarded() && root.is_structured()) roots.push_back(std::move(root));
  }
  for (const Json& root : roots) {
    for (const Json* thing : Things(root)) {
      if (HasType(*thing, IsArticleType)) TakeArticle(found, *thing);
    }
  }
  for (const Json& root : roots) {
    for (const Json* thing : Things(root)) {
      if (HasType(*thing, [](std::string_view type) { return type == "BreadcrumbList"; })) {
        TakeBreadcrumb(found, *thing);
      }
      const Json* breadcrumb = Find(*thing, "breadcrumb");
      if (breadcrumb != nullptr) TakeBreadcrumb(found, *breadcrumb);
    }
  }
  return found;
}

}  // namespace warta
