#pragma once

#include <vector>

#include <xapian.h>

#include "common/message.h"
#include "common/text/analyser.h"
#include "searcher/expand/expansion.h"
#include "searcher/expand/synonym_file.h"
#include "searcher/query/query.h"

namespace warta {

struct ExpandOptions {
  bool synonyms = true;  ///< also abbreviations, and the analyser's other writings and compounds
  const SynonymList* list = nullptr;  ///< the user's synonyms, if there are any
};

/// What was added to a query, and what had to be left out.
struct ExpandReport {
  std::vector<Expansion> expansions;
  std::vector<Message> notes;
};

/// Completes a parsed query by what the archive knows: abbreviations (abbreviations.h), the
/// user's synonyms (user_synonyms.h), and the forms
/// that prefixes, inexact words and words near each other stand for (vocabulary.h).
///
/// Throws what Xapian throws, with the tree then in no particular state.
ExpandReport Expand(QueryNode& root, const Xapian::Database& database, Analyser& analyser,
                    const ExpandOptions& options = {});

}  // namespace warta
