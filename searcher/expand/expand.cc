#include "searcher/expand/expand.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "common/ascii.h"
#include "common/translate.h"
#include "searcher/expand/abbreviations.h"
#include "searcher/expand/user_synonyms.h"
#include "searcher/expand/vocabulary.h"

namespace warta {
namespace {

using Kind = QueryNode::Kind;

// Leaves only the words as typed.
void DropVariants(QueryNode& node) {
  std::erase_if(node.terms,
                [](const QueryTerm& term) { return term.kind == Token::Kind::kVariant; });
  for (QueryTerm& term : node.terms) term.acronym.clear();
  for (QueryNode& child : node.children) DropVariants(child);
}

class FormFinder {
 public:
  FormFinder(const Xapian::Database& database, std::vector<Message>& notes)
      : database_(database), notes_(notes) {}

  void Visit(QueryNode& node, bool near) {
    near = near || node.kind == Kind::kNear;
    for (QueryNode& child : node.children) Visit(child, near);
    if (near) KeepWritten(node);
    for (QueryTerm& term : node.terms) {
      if (term.prefix) {
        Keep(FormsBeginning(database_, term.surface), term.surface + '*', term);
      } else if (node.kind == Kind::kFuzzy) {
        Keep(FormsNear(database_, term.surface), term.surface + '~', term);
      } else if (node.kind == Kind::kAnyFormPhrase || (near && node.kind == Kind::kWord)) {
        term.forms = FormsOfStem(database_, term.stem);
      }
    }
  }

 private:
  // Positions are those of what articles write: neither other writings have them nor acronyms.
  static void KeepWritten(QueryNode& node) {
    std::erase_if(node.terms,
                  [](const QueryTerm& term) { return term.kind == Token::Kind::kVariant; });
    for (QueryTerm& term : node.terms) {
      term.acronym.clear();
      if (term.kind != Token::Kind::kAcronym) continue;
      const std::string word = LowerAscii(term.surface);
      term = QueryTerm{word, word, Token::Kind::kWord};
    }
  }

  void Keep(const VocabularyForms& found, const std::string& typed, QueryTerm& term) {
    term.forms.clear();
    for (const VocabularyForm& one : found.forms) term.forms.push_back(one.form);
    if (found.all <= found.forms.size()) return;
    notes_.push_back({N_("{1}: the {2} most frequent of {3} forms were searched for"),
                      {typed, std::to_string(found.forms.size()), std::to_string(found.all)}});
  }

  const Xapian::Database& database_;
  std::vector<Message>& notes_;
};

}  // namespace

ExpandReport Expand(QueryNode& root, const Xapian::Database& database, Analyser& analyser,
                    const ExpandOptions& options) {
  ExpandReport report;
  if (options.synonyms) {
    report.expansions = AddAbbreviations(root, database);
    if (options.list != nullptr) {
      std::vector<Expansion> added = AddUserSynonyms(root, *options.list, analyser);
      std::move(added.begin(), added.end(), std::back_inserter(report.expansions));
    }
  } else {
    DropVariants(root);
  }
  FormFinder(database, report.notes).Visit(root, false);
  return report;
}

}  // namespace warta
