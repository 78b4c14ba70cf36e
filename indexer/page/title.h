#pragma once

#include <span>
#include <string>
#include <string_view>

namespace warta {

/// What a page calls its publisher and its section, so that titles can be told from them.
struct TitleContext {
  std::string_view site;      ///< "KOMPAS.com", may be empty
  std::string_view url;       ///< its host names the publisher too
  std::string_view category;  ///< "Nasional", may be empty
};

/// The headline in a page's title: without the publisher or the section behind " - ", " | ", " : "
/// and their like (or the publisher before it), without "Halaman all". Only what is known to be no
/// part of the headline is cut: a name of the context, a domain, a page number. One line; entities
/// that were encoded twice are decoded.
std::string CleanTitle(std::string_view title, const TitleContext& context);

/// Whether two spellings (as cleaned) can be the same headline: equal but for punctuation, or one
/// cut short, or most words the same.
bool SameHeadline(std::string_view a, std::string_view b);

/// Whether the name is the publisher's, as the context tells it: "Okezone News" at news.okezone.com.
bool NamesSite(std::string_view name, const TitleContext& context);

}  // namespace warta
