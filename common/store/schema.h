#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/date.h"

namespace warta {

/// The names on disk: docs/FORMAT.md describes them and keeps their history. A prefix, slot or key
/// that has been in a released database is never used again for something else.

/// Raised when a database of before cannot be read or updated any more.
inline constexpr std::string_view kSchemaVersion = "5";

/// Metadata keys of the Xapian database.
inline constexpr const char* kSchemaKey = "warta.schema";
inline constexpr const char* kAnalyserKey = "warta.analyser";
inline constexpr const char* kFurnitureKey = "warta.furniture";
inline constexpr const char* kFileKeyPrefix = "warta.file:";      ///< file_record.h
inline constexpr const char* kCopiedKeyPrefix = "warta.copied:";  ///< see CopiedKey

/// Term prefixes. Without one: a form, with positions; the title's from 1, the body's after a gap
/// of kBodyGap. Forms start with a lower-case letter, a digit or a byte above ASCII, so no form can
/// be taken for a prefixed term.
inline constexpr std::string_view kStemPrefix = "Z";        ///< stem, without positions
inline constexpr std::string_view kTitlePrefix = "S";       ///< form in the title, with positions
inline constexpr std::string_view kTitleStemPrefix = "ZS";  ///< stem in the title, no positions
inline constexpr std::string_view kAcronymPrefix = "A";     ///< acronym (as), without positions
inline constexpr std::string_view kTitleAcronymPrefix = "SA";  ///< acronym in the title, likewise
inline constexpr std::string_view kShortFormPrefix = "L";      ///< see DefinitionTerms
inline constexpr std::string_view kLongFormPrefix = "M";       ///< see DefinitionTerms
inline constexpr std::string_view kSourcePrefix = "G";    ///< form in the source, positions from 1
inline constexpr std::string_view kCategoryPrefix = "C";  ///< form in the category, likewise
inline constexpr std::string_view kAuthorPrefix = "W";    ///< form in the author, likewise
inline constexpr std::string_view kSketchPrefix = "B";    ///< BandTerms of the sketch, no positions
inline constexpr std::string_view kPairPrefix = "N";      ///< PairTerm, no positions
inline constexpr std::string_view kWholeTitlePrefix = "T";  ///< TitleTerm, no positions
inline constexpr std::string_view kPlacePrefix = "P";       ///< the article's place, one document
inline constexpr std::string_view kIdPrefix = "Q";          ///< the article's id, one document

/// Value slots.
inline constexpr unsigned kDateSlot = 0;      ///< see DateValue
inline constexpr unsigned kSourceSlot = 1;    ///< as in the article
inline constexpr unsigned kCategorySlot = 2;  ///< as in the article
inline constexpr unsigned kSketchSlot = 3;    ///< Sketch of the body (common/text/sketch.h)

/// The value of kDateSlot: day of publication, with the time where it is known: `20220207`,
/// `202202071015`; empty without a date. Compares as text in the order of time.
std::string DateValue(const Article& article);

/// The day of such a value; nothing where it has none.
std::optional<Date> DayOfDateValue(std::string_view value);

/// Xapian's table of synonyms has the forms of each stem: key is the stem, synonyms are the forms that
/// articles have, or had, but for the stem itself. It answers phrases in any form (docs/QUERIES.md).

/// Positions between the last word of the title and the first of the body, so that no phrase spans
/// both.
inline constexpr unsigned kBodyGap = 100;

/// The term of an acronym that is given in capitals, behind one of the two prefixes.
std::string AcronymTerm(std::string_view prefix, std::string_view acronym);

/// The term of two very frequent words (common/text/frequent_word.h) of which the second follows the first,
/// in the title or in the body. Without it a phrase of such words is looked for in the positions of half
/// of all articles.
std::string PairTerm(std::string_view first, std::string_view second);

/// The term of a title of these forms: says, without reading it, that nothing else is in it. Cut as that of an id is.
std::string TitleTerm(const std::vector<std::string_view>& forms);

/// An article that defines an abbreviation (abbreviation.h) has two terms for it, without positions
/// and frequency: the number of articles that have one is the number that define it, whatever was
/// replaced or merged.
///
///     Lkpk=komisi pemberantasan korupsi    from the short form, in lower case, to the long one
///     Mkomisi pemberantasan korupsi=KPK    from the long form to the short one as written
struct DefinitionTermPair {
  std::string from_short;
  std::string from_long;
};
DefinitionTermPair DefinitionTerms(std::string_view short_form, std::string_view long_form);

/// Stands between the two forms. No form holds it.
inline constexpr char kDefinitionSign = '=';

/// The terms of an article's id and of its place. A key too long for a term is cut and completed by
/// its hash.
std::string IdTerm(std::string_view id);
std::string PlaceTerm(const Article& article);

/// What the place terms of the articles in a file begin with, beside the file's own; those of other
/// files may begin so too.
std::vector<std::string> PlaceTermPrefixes(std::string_view path);

/// The metadata key of a file's record (file_record.h), cut in the same way.
std::string FileKey(std::string_view path);

/// The metadata key that an article (its number in the database) has if another one may be a copy of it,
/// or could when it was added: who wants to know looks at the sketches of such articles only. The value
/// is kCopied.
std::string CopiedKey(std::uint32_t document);
inline constexpr const char* kCopied = "1";

}  // namespace warta
