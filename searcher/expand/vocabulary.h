#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace warta {

/// A form that articles write, and how many do.
struct VocabularyForm {
  std::string form;
  Xapian::doccount articles = 0;

  bool operator==(const VocabularyForm&) const = default;
};

/// Forms that a prefix or an inexact word stands for, at most.
inline constexpr std::size_t kMostForms = 100;

/// What was found of a larger number.
struct VocabularyForms {
  std::vector<VocabularyForm> forms;  ///< most frequent first, equal ones by the alphabet
  std::size_t all = 0;                ///< how many there are
};

/// The forms that begin with the prefix: the most frequent, at most `most` of them. `prefix`:
/// folded as the analyser folds; nothing begins with an empty one. Looks at all of them: 2 ms for
/// the 8,000 of one letter.
VocabularyForms FormsBeginning(const Xapian::Database& database, std::string_view prefix,
                               std::size_t most = kMostForms);

/// How many letters may differ for a word of so many code points: none up to 2, one up to 5, two
/// beyond (as Lucene's AUTO fuzziness).
std::size_t AllowedEdits(std::size_t code_points);

/// The forms that are so many edits or fewer from the word, at most two: a letter left out, put in,
/// replaced, or two neighbours exchanged (edit_distance.h), the word itself among them. Those two
/// edits away begin with the word's first letter. Most frequent first, at most `most`. `word`:
/// folded as the analyser folds. Takes 1 to 3 ms among 130,000 forms.
VocabularyForms FormsWithin(const Xapian::Database& database, std::string_view word,
                            std::size_t edits, std::size_t most = kMostForms);

/// The forms that are AllowedEdits or fewer from the word.
VocabularyForms FormsNear(const Xapian::Database& database, std::string_view word,
                          std::size_t most = kMostForms);

/// All forms that have the stem and stand in articles, in the order of the alphabet; none in a
/// database that does not list them (schema.h), but for the stem itself.
std::vector<std::string> FormsOfStem(const Xapian::Database& database, std::string_view stem);

}  // namespace warta
