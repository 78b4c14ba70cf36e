#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/page/html_tree.h"

namespace warta {

/// What the names that a page gives an element (class, id, itemprop) and its kind say of the text in
/// it, in English and Indonesian.
enum class Hint : std::uint8_t {
  kNone,
  kText,       ///< the article's text: entry-content, isi-berita, articleBody
  kComments,   ///< what readers wrote
  kElsewhere,  ///< other articles, adverts, navigation, ways to share: terkait, iklan, sidebar
  kSite,       ///< what the site says of itself and wants of its readers: newsletter, copyright
  kCaption,    ///< what stands under a photo
  kPhoto,      ///< a photo with what belongs to it
  kAccessory,  ///< about the article, or weakly one of the above: tags, author, editor, promo
};

Hint HintOf(const HtmlTree& tree, std::uint32_t node);

/// The hint in one attribute's value, for tests: "td-post-content" is kText.
Hint HintOfNames(std::string_view names);

}  // namespace warta
