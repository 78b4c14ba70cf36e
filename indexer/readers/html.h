#pragma once

#include <string>
#include <string_view>

#include "common/result.h"
#include "indexer/readers/reader.h"

namespace warta {

/// Reads a saved page of a news site: one article (page/page.h). A page without a text that could
/// be an article is a problem.
void ReadHtml(Input& input, const ReaderSink& sink);

/// The same for a page in memory. `charset`: what the server declared, else empty; `url`: where the
/// page was found, else empty. Problems are given the line.
void ReadHtmlPage(std::string_view bytes, std::string_view charset, std::string_view url,
                  std::uint64_t line, const ReaderSink& sink);

}  // namespace warta
