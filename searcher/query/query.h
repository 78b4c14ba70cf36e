#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/date/period.h"
#include "common/text/token.h"

namespace warta {

/// One token of the query (token.h), owned.
struct QueryTerm {
  std::string surface;
  std::string stem;
  Token::Kind kind = Token::Kind::kWord;
  /// Of a kWord: the same word as an acronym, where it was typed as one (`AS`); else empty. Whether
  /// that was meant depends on the archive: Expand (expand.h) makes it a term of kind kAcronym or
  /// clears it. Until then it means nothing.
  std::string acronym = {};
  /// `stra*`: any form that begins with the surface. The stem means nothing then.
  bool prefix = false;
  /// What the archive writes for the term, most frequent first, where it is answered by forms: for a
  /// prefix, a kFuzzy term, and the terms of what needs positions in any form (kAnyFormPhrase,
  /// below kNear). Put in by Expand, never printed.
  std::vector<std::string> forms = {};

  bool operator==(const QueryTerm&) const = default;
};

/// Another way to say a word or a run of words: what an abbreviation stands for, the abbreviation of
/// a name, a synonym of the user's list.
struct Alternative {
  enum class Origin { kAbbreviation, kUserList };

  std::string text;              ///< for people: `komisi pemberantasan korupsi`, `KPK`
  std::vector<QueryTerm> terms;  ///< forms side by side, or one acronym
  bool any_form = false;         ///< each of the terms in any form
  Origin origin = Origin::kAbbreviation;

  bool operator==(const Alternative&) const = default;
};

/// Whether the terms of a word must stand side by side: where one of them is a number or a single
/// letter, which say nothing alone (G-20, Covid-19, Rp1,5). Names (Prabowo-Gibran) may stand apart.
bool MustBeAdjacent(const std::vector<QueryTerm>& terms);

/// Where in an article a leaf is looked for.
enum class Scope : std::uint8_t { kArticle, kTitle, kBody };

/// What is known of an article beside its text.
enum class MetadataField : std::uint8_t { kSource, kCategory, kAuthor };

/// Words of an operand of NEAR stand at most so many apart (1: side by side).
inline constexpr std::uint32_t kDefaultNearDistance = 10;
/// Fewer than the positions between title and body, so that nothing is near across them.
inline constexpr std::uint32_t kMaxNearDistance = 99;
/// Operands of NEAR in a row, so that the work stays bounded.
inline constexpr std::size_t kMaxNearOperands = 8;

/// A query as it was understood: a tree of what must, may and must not stand in an article.
struct QueryNode {
  enum class Kind {
    kWord,    ///< a word in any of its forms; one of several terms (Prabowo-Gibran) wants all of
              ///< them, or a variant
    kPhrase,  ///< these forms in this order; a term may be a prefix
    kAnyFormPhrase,  ///< words of these stems in this order; a term may be a prefix
    kExact,          ///< one term exactly as written: `=AS` is the acronym and not the word as
    kPrefix,         ///< any form that begins so: one term, with `prefix` set
    kFuzzy,          ///< any form that is written nearly so (expand/vocabulary.h): one term
    kNear,  ///< two operands at most `distance` words apart, in either order (excerpt/spans.h):
    ///< leaves of the kinds above, kOr and kRanked of such, and, as the first, another kNear
    kMetadata,    ///< these forms in this order in a field of what is known of the article
    kDate,        ///< published in the period
    kRanked,      ///< any of the children, the more the better
    kAnd,         ///< all children
    kOr,          ///< any of the children
    kAndNot,      ///< the first child, but none of the others
    kEverything,  ///< every article; only ever the first child of a kAndNot
  };

  Kind kind = Kind::kEverything;
  /// Leaves: as typed, without quotation marks, field and signs; kDate: its days in ISO form.
  std::string text;
  /// kWord, kPhrase, kAnyFormPhrase, kMetadata: at least one of kind kWord (or, in a word,
  /// kAcronym); kExact, kPrefix, kFuzzy: one.
  std::vector<QueryTerm> terms;
  /// kRanked, kAnd, kOr, kAndNot: at least two; kNear: two; leaves: none.
  std::vector<QueryNode> children;
  /// kWord: what an article may have in place of the word. Put in by Expand, never printed.
  std::vector<Alternative> alternatives = {};
  Scope scope = Scope::kArticle;                 ///< leaves but kMetadata and kDate
  MetadataField field = MetadataField::kSource;  ///< kMetadata
  DateRange period = {kFirstDate, kLastDate};    ///< kDate
  std::uint32_t distance = 0;                    ///< kNear

  bool operator==(const QueryNode&) const = default;
};

/// A node of a kind that has children.
QueryNode MakeParent(QueryNode::Kind kind, std::vector<QueryNode> children);

/// A kDate node; its text is the period in ISO form: `2022-02-07`, `2022-02-01..2022-02-28`.
QueryNode MakeDateNode(const DateRange& period);

/// Whether the node is a word, a phrase or something else that has no children, and not kEverything.
bool IsLeaf(const QueryNode& node);

/// Whether the node only excludes.
bool IsExclusion(const QueryNode& node);

/// Whether the node only says which articles count, without ranking them: kMetadata, kDate, kOr and
/// kAnd of such, and such without others (kAndNot).
bool IsFilter(const QueryNode& node);

/// Whether what the node finds has places in the text: words, phrases, prefixes, inexact words, kNear,
/// and kOr and kRanked of such.
bool HasSpans(const QueryNode& node);

/// The query in its own language, in a form that parses to the same tree: what `understood` shows
/// people. Its parentheses nest at most twice as deep as those of the query that was parsed.
std::string ToString(const QueryNode& node);

}  // namespace warta
