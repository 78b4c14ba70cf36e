#pragma once

#include <xapian.h>

#include "searcher/query.h"

namespace warta {

/// What one form of a word counts beside its stem. The stem finds all forms; the form as typed
/// ranks its articles first. A half keeps the gain of stemming on questions (+0.008 MRR over forms
/// alone) and undoes its loss on queries copied from the text (0.90 against 0.75-0.78 with stems
/// alone).
inline constexpr double kFormWeight = 0.5;

/// The Xapian query that finds exactly the articles that the tree describes.
Xapian::Query Lower(const QueryNode& node);

/// BM25+ with the constants that did best on judged Indonesian news: b = 0.75 and no lower bound
/// for the length of a document, where Xapian's defaults (b = 0.5, 0.5) favour long articles.
const Xapian::Weight& RankingModel();

}  // namespace warta
