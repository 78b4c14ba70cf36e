#pragma once

#include <xapian.h>

#include "searcher/query/query.h"

namespace warta {

/// What one form of a word counts beside its stem. The stem finds all forms; the form as typed
/// ranks its articles first. A half keeps the gain of stemming on questions (+0.008 MRR over forms
/// alone) and undoes its loss on queries copied from the text (0.90 against 0.75-0.78 with stems
/// alone).
inline constexpr double kFormWeight = 0.5;

/// What an article gets that has only an alternative of a word (query.h), as part of what an
/// otherwise equal one gets for the word as typed: it stands just below.
///
/// A word and its alternatives are one term of the ranking (OP_SYNONYM): their frequencies in an
/// article are added, so that one which writes both is not paid twice, and a long form does not
/// weigh more for having several words. OP_MAX, which would do too, crashes in Xapian 1.4 when all
/// its branches end at once. On the judged queries (headlines / questions, MRR@10) alternatives
/// bring +0.0066 / +0.0008 over none; at 0.5 it is +0.0049 / +0.0003, at 1 +0.0073 / +0.0008, but
/// then nothing is left of who typed what.
inline constexpr double kAlternativeWeight = 0.9;

/// The Xapian query that finds exactly the articles that the tree describes.
Xapian::Query Lower(const QueryNode& node);

/// The same without weights, for what is to be excluded.
Xapian::Query LowerUnweighted(const QueryNode& node);

/// BM25 with k1 = 1.2, b = 0.75 and no lower bound for the length of a document. On a quarter of
/// the judged queries (headlines over news / questions over passages, MRR@10) this gave 0.752 /
/// 0.685; Xapian's defaults, which favour long articles (b = 0.5, bound 0.5), 0.743 / 0.673; BM25+
/// with delta 1, 0.750 / 0.665.
const Xapian::Weight& RankingModel();
inline constexpr double kFrequencySaturation = 1.2;  ///< k1
inline constexpr double kLengthPenalty = 0.75;       ///< b

}  // namespace warta
