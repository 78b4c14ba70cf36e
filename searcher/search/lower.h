#pragma once

#include <xapian.h>

#include "searcher/query/query.h"

namespace warta {

/// The Xapian query that finds exactly the articles that the tree describes. `form_weight`: what a form as typed counts
/// beside its stem (FormWeight, common/ranking_model.h).
///
/// Ways to say a word are one term of the ranking (OP_SYNONYM): their frequencies in an
/// article are added, so that one which writes both is not paid twice, and a long form does not
/// weigh more for having several words. OP_MAX, which would do too, crashes in Xapian 1.4 when all
/// its branches end at once.
Xapian::Query Lower(const QueryNode& node, double form_weight);

/// The same without weights, for what is to be excluded.
Xapian::Query LowerUnweighted(const QueryNode& node);

/// BM25 with the constants of common/ranking_model.h.
const Xapian::Weight& RankingModel();

}  // namespace warta
