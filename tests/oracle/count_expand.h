#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/text/analyser.h"
#include "searcher/query/query.h"

namespace warta::oracle {

/// What Expand asks the index for, counted over the articles.
struct ArchiveFacts {
  using Counts = std::map<std::string, std::size_t>;

  std::map<std::string, Counts> long_forms;   ///< by short form in lower case
  std::map<std::string, Counts> short_forms;  ///< as written, by long form
  Counts forms;                               ///< articles with a form
  Counts acronyms;                            ///< articles with an acronym, in lower case
};

ArchiveFacts CountFacts(const std::vector<Article>& articles, Analyser& analyser);

/// Whether a word that was typed in capitals is taken for the acronym. `form` in lower case.
bool IsAcronymMeant(const ArchiveFacts& facts, const std::string& form);

/// The tree as Expand has to leave it, by the words of its headers alone, but for QueryTerm::forms.
void ExpandByCounting(QueryNode& node, const ArchiveFacts& facts);

}  // namespace warta::oracle
