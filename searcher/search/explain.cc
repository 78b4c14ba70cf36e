#include "searcher/search/explain.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "searcher/excerpt/match.h"

namespace warta {
namespace {

using Kind = QueryNode::Kind;

// The words that a highlight covers, in small letters.
std::string FormOf(const Highlight& highlight, std::span<const Token> tokens) {
  std::string form;
  for (const Token& token : tokens) {
    if (token.kind != Token::Kind::kWord) continue;
    if (token.begin < highlight.begin || token.end > highlight.end) continue;
    form.append(form.empty() ? "" : " ").append(token.surface);
  }
  return form;
}

bool HasSurface(const std::vector<QueryTerm>& terms, std::string_view form) {
  return std::any_of(terms.begin(), terms.end(), [&](const QueryTerm& term) {
    return term.kind != Token::Kind::kVariant && term.surface == form;
  });
}

bool HasStem(const std::vector<QueryTerm>& terms, const Token& token, Token::Kind kind) {
  return std::any_of(terms.begin(), terms.end(), [&](const QueryTerm& term) {
    return (term.kind == Token::Kind::kVariant) == (kind == Token::Kind::kVariant) &&
           term.stem == token.stem;
  });
}

// How a word came to match a kWord leaf.
MatchedBy HowWordMatched(const QueryNode& leaf, const Highlight& highlight,
                         std::span<const Token> tokens, const std::string& form) {
  if (HasSurface(leaf.terms, form)) return MatchedBy::kForm;
  for (const Token& token : tokens) {
    if (token.begin != highlight.begin || token.end != highlight.end) continue;
    if (HasStem(leaf.terms, token, Token::Kind::kWord)) {
      return token.kind == Token::Kind::kVariant ? MatchedBy::kSpelling : MatchedBy::kStem;
    }
    if (HasStem(leaf.terms, token, Token::Kind::kVariant)) return MatchedBy::kSpelling;
  }
  for (const Alternative& alternative : leaf.alternatives) {
    if (alternative.origin == Alternative::Origin::kUserList && alternative.any_form)
      return MatchedBy::kSynonym;
  }
  return MatchedBy::kAbbreviation;
}

MatchedBy HowMatched(const QueryNode& leaf, const Highlight& highlight,
                     std::span<const Token> tokens, const std::string& form) {
  switch (leaf.kind) {
    case Kind::kWord:
      return HowWordMatched(leaf, highlight, tokens, form);
    case Kind::kAnyFormPhrase:
      return MatchedBy::kStem;
    case Kind::kPrefix:
      return MatchedBy::kPrefix;
    case Kind::kFuzzy:
      return form == leaf.terms.front().surface ? MatchedBy::kForm : MatchedBy::kFuzzy;
    default:
      return MatchedBy::kForm;
  }
}

class FormCounter {
 public:
  explicit FormCounter(const QueryNode& leaf) : leaf_(leaf) {}

  void Count(const std::vector<Highlight>& highlights, std::span<const Token> tokens,
             std::size_t MatchedForm::*where) {
    for (const Highlight& highlight : highlights) {
      const std::string form = FormOf(highlight, tokens);
      const MatchedBy by = HowMatched(leaf_, highlight, tokens, form);
      ++(Entry(form, by).*where);
    }
  }

  std::vector<MatchedForm> Take() {
    std::stable_sort(forms_.begin(), forms_.end(), [](const MatchedForm& a, const MatchedForm& b) {
      return a.in_title + a.in_body > b.in_title + b.in_body;
    });
    return std::move(forms_);
  }

 private:
  MatchedForm& Entry(const std::string& form, MatchedBy by) {
    const auto known = std::find_if(forms_.begin(), forms_.end(), [&](const MatchedForm& one) {
      return one.form == form && one.by == by;
    });
    return known == forms_.end() ? forms_.emplace_back(MatchedForm{form, by, 0, 0}) : *known;
  }

  const QueryNode& leaf_;
  std::vector<MatchedForm> forms_;
};

}  // namespace

std::vector<MatchedForm> MatchedForms(const QueryNode& leaf, std::span<const Token> title,
                                      std::span<const Token> body) {
  const ArticleMatch match = MatchArticle(leaf, title, body);
  FormCounter counter(leaf);
  counter.Count(match.title, title, &MatchedForm::in_title);
  counter.Count(match.body, body, &MatchedForm::in_body);
  return counter.Take();
}

}  // namespace warta
