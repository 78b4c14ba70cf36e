#include "indexer/document.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "common/store/schema.h"
#include "common/text/abbreviation.h"
#include "common/text/sketch.h"

namespace warta {
namespace {

// One occurrence of a term. Position 0 stands for none: positions in documents start at 1.
struct Occurrence {
  std::string term;
  std::uint32_t position;
  std::uint32_t weight;
};

class Occurrences {
 public:
  void Add(std::string_view prefix, std::string_view form, std::uint32_t position,
           std::uint32_t weight) {
    std::string term(prefix);
    list_.push_back(Occurrence{std::move(term.append(form)), position, weight});
  }

  // Groups the occurrences by term.
  std::vector<DocumentTerm> TakeTerms() {
    std::sort(list_.begin(), list_.end(), [](const Occurrence& a, const Occurrence& b) {
      return a.term != b.term ? a.term < b.term : a.position < b.position;
    });
    std::vector<DocumentTerm> terms;
    for (Occurrence& occurrence : list_) {
      if (terms.empty() || terms.back().term != occurrence.term) {
        terms.push_back(DocumentTerm{std::move(occurrence.term), 0, {}});
      }
      DocumentTerm& term = terms.back();
      term.wdf += occurrence.weight;
      const bool known = !term.positions.empty() && term.positions.back() == occurrence.position;
      if (occurrence.position > 0 && !known) term.positions.push_back(occurrence.position);
    }
    return terms;
  }

 private:
  std::vector<Occurrence> list_;
};

class StemmedForms {
 public:
  void Add(const Token& token) {
    if (token.kind != Token::Kind::kWord || token.stem == token.surface) return;
    list_.push_back({std::string(token.stem), std::string(token.surface)});
  }

  std::vector<StemmedForm> Take() {
    std::sort(list_.begin(), list_.end());
    list_.erase(std::unique(list_.begin(), list_.end()), list_.end());
    return std::move(list_);
  }

 private:
  std::vector<StemmedForm> list_;
};

// What stands beside a word is found in any form only: exactly there is what the article writes.
bool IsWritten(const Token& token) {
  return token.kind == Token::Kind::kWord;
}

void AddTitleToken(const Token& token, std::uint32_t position, Occurrences& occurrences) {
  if (token.kind == Token::Kind::kAcronym) {
    occurrences.Add(AcronymTerm(kAcronymPrefix, token.surface), {}, 0, kTitleWeight);
    occurrences.Add(AcronymTerm(kTitleAcronymPrefix, token.surface), {}, 0, 1);
    return;
  }
  occurrences.Add(kStemPrefix, token.stem, 0, kTitleWeight);
  occurrences.Add(kTitleStemPrefix, token.stem, 0, 1);
  if (!IsWritten(token)) return;
  occurrences.Add({}, token.surface, position, kTitleWeight);
  occurrences.Add(kTitlePrefix, token.surface, position, 1);
}

void AddBodyToken(const Token& token, std::uint32_t position, Occurrences& occurrences) {
  if (token.kind == Token::Kind::kAcronym) {
    occurrences.Add(AcronymTerm(kAcronymPrefix, token.surface), {}, 0, 1);
    return;
  }
  occurrences.Add(kStemPrefix, token.stem, 0, 1);
  if (IsWritten(token)) occurrences.Add({}, token.surface, position, 1);
}

void AddDefinitions(std::string_view text, std::span<const Token> tokens,
                    Occurrences& occurrences) {
  for (const AbbreviationDefinition& definition : FindDefinitions(text, tokens)) {
    const DefinitionTermPair terms = DefinitionTerms(definition.short_form, definition.long_form);
    occurrences.Add(terms.from_short, {}, 0, 0);
    occurrences.Add(terms.from_long, {}, 0, 0);
  }
}

std::vector<DocumentValue> ValuesOf(const Article& article) {
  std::vector<DocumentValue> values;
  const auto add = [&](unsigned slot, std::string value) {
    if (!value.empty()) values.emplace_back(slot, std::move(value));
  };
  add(kDateSlot, DateValue(article));
  add(kSourceSlot, article.source);
  add(kCategorySlot, article.category);
  return values;
}

}  // namespace

bool IsIndexedAlike(const Article& a, const Article& b) {
  return a.title == b.title && a.body == b.body && a.author == b.author &&
         ValuesOf(a) == ValuesOf(b);
}

Document DocumentBuilder::Build(const Article& article) {
  Occurrences occurrences;
  StemmedForms forms;
  std::uint32_t next = 1;
  const std::span<const Token> title = analyser_.Analyse(article.title);
  for (const Token& token : title) {
    AddTitleToken(token, 1 + token.position, occurrences);
    forms.Add(token);
    next = 2 + token.position;
  }
  AddDefinitions(article.title, title, occurrences);
  overlong_ = analyser_.overlong();
  const std::uint32_t body_start = next + kBodyGap;
  const std::span<const Token> body = analyser_.Analyse(article.body);
  for (const Token& token : body) {
    AddBodyToken(token, body_start + token.position, occurrences);
    forms.Add(token);
  }
  AddDefinitions(article.body, body, occurrences);
  overlong_ += analyser_.overlong();
  std::vector<DocumentValue> values = ValuesOf(article);
  if (std::string sketch = Sketch(body); !sketch.empty()) {
    for (const std::string& band : BandTerms(sketch)) occurrences.Add(kSketchPrefix, band, 0, 0);
    values.emplace_back(kSketchSlot, std::move(sketch));
  }
  // Xapian's check takes positions in a document of length 0 for damage.
  const std::uint32_t weight = title.empty() && body.empty() ? 1 : 0;
  const auto add_field = [&](std::string_view prefix, std::string_view text) {
    for (const Token& token : analyser_.Analyse(text)) {
      if (IsWritten(token)) occurrences.Add(prefix, token.surface, 1 + token.position, weight);
    }
  };
  add_field(kSourcePrefix, article.source);
  add_field(kCategoryPrefix, article.category);
  add_field(kAuthorPrefix, article.author);
  occurrences.Add({}, IdTerm(article.id), 0, 0);
  occurrences.Add({}, PlaceTerm(article), 0, 0);

  return Document{occurrences.TakeTerms(), std::move(values), forms.Take()};
}

}  // namespace warta
