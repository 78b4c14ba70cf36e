#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace warta {

/// What a page says of its article in JSON-LD (schema.org), entities decoded, each field one
/// line of at most 1,000 bytes but for the body; empty where it says nothing.
struct JsonLd {
  std::string headline;
  std::string published;
  std::string section;
  std::vector<std::string> authors;
  std::string publisher;
  std::string url;
  std::string body;
  std::string breadcrumb;  ///< name of the last entry of a BreadcrumbList that is not the article
};

/// Reads the contents of the page's `application/ld+json` scripts in order. The first article wins
/// (NewsArticle, Article, ReportageNewsArticle, BlogPosting and their like; also inside arrays,
/// `@graph` and `mainEntity`); what it lacks comes from later scripts of the same kind. Wrapped in
/// comments or CDATA, with raw line ends in strings: read all the same. What is no JSON, or nested
/// deeper than 64, is passed over.
JsonLd ReadJsonLd(const std::vector<std::string>& scripts);

}  // namespace warta
