#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace warta {

/// The names on disk: docs/FORMAT.md describes them and keeps their history. A prefix, slot or key
/// that has been in a released database is never used again for something else.

/// Raised when a database of before cannot be read or updated any more.
inline constexpr std::string_view kSchemaVersion = "1";

/// Metadata keys of the Xapian database.
inline constexpr const char* kSchemaKey = "warta.schema";
inline constexpr const char* kAnalyserKey = "warta.analyser";

/// Term prefixes. Without one: a form, with positions; the title's from 1, the body's after a gap
/// of kBodyGap. Forms start with a lower-case letter, a digit or a byte above ASCII, so no form can
/// be taken for a prefixed term.
inline constexpr std::string_view kStemPrefix = "Z";        ///< stem, without positions
inline constexpr std::string_view kTitlePrefix = "S";       ///< form in the title, with positions
inline constexpr std::string_view kTitleStemPrefix = "ZS";  ///< stem in the title, no positions
inline constexpr std::string_view kPlacePrefix = "P";       ///< the article's place, one document
inline constexpr std::string_view kIdPrefix = "Q";          ///< the article's id, one document

/// Value slots.
inline constexpr unsigned kDateSlot = 0;      ///< `20220207`; empty: unknown
inline constexpr unsigned kSourceSlot = 1;    ///< as in the article
inline constexpr unsigned kCategorySlot = 2;  ///< as in the article

/// Positions between the last word of the title and the first of the body, so that no phrase spans
/// both.
inline constexpr unsigned kBodyGap = 100;

/// A word of the title counts as this many words of the body.
inline constexpr unsigned kTitleWeight = 2;

/// The terms of an article's id and of its place. A key too long for a term is cut and completed by
/// its hash.
std::string IdTerm(std::string_view id);
std::string PlaceTerm(const Article& article);

}  // namespace warta
