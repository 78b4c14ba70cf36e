#include "searcher/expand/vocabulary.h"

#include <algorithm>

namespace warta {

VocabularyForms FormsBeginning(const Xapian::Database& database, std::string_view prefix,
                               std::size_t most) {
  VocabularyForms found;
  const std::string begin(prefix);
  for (auto it = database.allterms_begin(begin); it != database.allterms_end(begin); ++it) {
    found.forms.push_back({*it, it.get_termfreq()});
  }
  found.all = found.forms.size();
  std::stable_sort(found.forms.begin(), found.forms.end(),
                   [](const auto& a, const auto& b) { return a.articles > b.articles; });
  if (found.forms.size() > most) found.forms.resize(most);
  return found;
}

std::size_t AllowedEdits(std::size_t code_points) {
  if (code_points <= 2) return 0;
  return code_points <= 5 ? 1 : 2;
}

VocabularyForms FormsNear(const Xapian::Database& database, std::string_view word,
                          std::size_t /*most*/) {
  VocabularyForms found;
  if (const auto articles = database.get_termfreq(std::string(word)); articles > 0) {
    found.forms.push_back({std::string(word), articles});
  }
  found.all = found.forms.size();
  return found;
}

std::vector<std::string> FormsOfStem(const Xapian::Database& database, std::string_view stem) {
  const std::string key(stem);
  std::vector<std::string> forms;
  for (auto it = database.synonyms_begin(key); it != database.synonyms_end(key); ++it) {
    forms.push_back(*it);
  }
  forms.push_back(key);
  std::erase_if(forms, [&](const std::string& form) { return !database.term_exists(form); });
  std::sort(forms.begin(), forms.end());
  return forms;
}

}  // namespace warta
