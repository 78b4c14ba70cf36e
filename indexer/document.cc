#include "indexer/document.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include <xxhash.h>

#include "common/ranking_model.h"
#include "common/store/schema.h"
#include "common/text/abbreviation.h"
#include "common/text/frequent_word.h"
#include "common/text/sketch.h"

namespace warta {
namespace {

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
  const unsigned weight = token.position < kLeadWords ? kLeadWeight : 1;
  if (token.kind == Token::Kind::kAcronym) {
    occurrences.Add(AcronymTerm(kAcronymPrefix, token.surface), {}, 0, weight);
    return;
  }
  occurrences.Add(kStemPrefix, token.stem, 0, weight);
  if (IsWritten(token)) occurrences.Add({}, token.surface, position, weight);
}

// Of very frequent words that follow each other.
void AddPairs(std::span<const Token> tokens, Occurrences& occurrences) {
  std::string_view previous;  // empty: not such a word
  for (const Token& token : tokens) {
    if (!IsWritten(token)) continue;
    const bool frequent = IsVeryFrequent(token.surface);
    if (frequent && !previous.empty()) {
      occurrences.Add(PairTerm(previous, token.surface), {}, 0, 0);
    }
    previous = frequent ? token.surface : std::string_view();
  }
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

std::size_t BytesOf(const Document& document) {
  std::size_t bytes = 0;
  for (const DocumentTerm& term : document.terms) {
    bytes += sizeof term + term.term.size() + sizeof(std::uint32_t) * term.positions.size();
  }
  return bytes;
}

bool IsIndexedAlike(const Article& a, const Article& b) {
  return a.title == b.title && a.body == b.body && a.author == b.author &&
         ValuesOf(a) == ValuesOf(b);
}

Document DocumentBuilder::Build(const Article& article) {
  std::vector<StemmedForm> forms;
  std::uint32_t next = 1;
  std::vector<std::string_view> title_forms;
  const std::span<const Token> title = analyser_.Analyse(article.title);
  for (const Token& token : title) {
    AddTitleToken(token, 1 + token.position, occurrences_);
    AddNewForm(token, forms);
    next = 2 + token.position;
    if (IsWritten(token)) title_forms.push_back(token.surface);
  }
  if (!title_forms.empty()) occurrences_.Add(TitleTerm(title_forms), {}, 0, 0);
  AddPairs(title, occurrences_);
  AddDefinitions(article.title, title, occurrences_);
  overlong_ = analyser_.overlong();
  const std::uint32_t body_start = next + kBodyGap;
  const std::span<const Token> body = analyser_.Analyse(article.body);
  for (const Token& token : body) {
    AddBodyToken(token, body_start + token.position, occurrences_);
    AddNewForm(token, forms);
  }
  AddPairs(body, occurrences_);
  AddDefinitions(article.body, body, occurrences_);
  overlong_ += analyser_.overlong();
  std::vector<DocumentValue> values = ValuesOf(article);
  if (std::string sketch = Sketch(body); !sketch.empty()) {
    for (const std::string& band : BandTerms(sketch)) occurrences_.Add(kSketchPrefix, band, 0, 0);
    values.emplace_back(kSketchSlot, std::move(sketch));
  }
  // Xapian's check takes positions in a document of length 0 for damage.
  const std::uint32_t weight = title.empty() && body.empty() ? 1 : 0;
  const auto add_field = [&](std::string_view prefix, std::string_view text) {
    for (const Token& token : analyser_.Analyse(text)) {
      if (IsWritten(token)) occurrences_.Add(prefix, token.surface, 1 + token.position, weight);
    }
  };
  add_field(kSourcePrefix, article.source);
  add_field(kCategoryPrefix, article.category);
  add_field(kAuthorPrefix, article.author);
  occurrences_.Add({}, IdTerm(article.id), 0, 0);
  occurrences_.Add({}, PlaceTerm(article), 0, 0);

  std::sort(forms.begin(), forms.end());
  return Document{occurrences_.TakeTerms(), std::move(values), std::move(forms)};
}

void DocumentBuilder::AddNewForm(const Token& token, std::vector<StemmedForm>& forms) {
  if (token.kind != Token::Kind::kWord || token.stem == token.surface) return;
  const std::uint64_t hash =
      XXH3_64bits_withSeed(token.surface.data(), token.surface.size(),
                           XXH3_64bits(token.stem.data(), token.stem.size()));
  if (known_forms_.insert(hash).second) {
    forms.push_back({std::string(token.stem), std::string(token.surface)});
  }
}

}  // namespace warta
