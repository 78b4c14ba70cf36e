#include "indexer/document.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include <xxhash.h>

#include "common/store/schema.h"
#include "common/text/abbreviation.h"
#include "common/text/sketch.h"

namespace warta {
namespace {

// The occurrences of an article's terms. Millions of them are sorted: they have the beginnings of their
// terms as numbers that compare as they do, and few comparisons need more.
class Occurrences {
 public:
  // `count`: how many there will be, about.
  explicit Occurrences(std::size_t count) {
    constexpr std::size_t kUsualTermBytes = 8;
    list_.reserve(count);
    text_.reserve(count * kUsualTermBytes);
  }

  // Position 0 stands for none: positions in documents start at 1.
  void Add(std::string_view prefix, std::string_view form, std::uint32_t position,
           std::uint32_t weight) {
    const std::size_t begin = text_.size();
    text_ += prefix;
    text_ += form;
    std::array<char, sizeof(Beginning)> first{};
    text_.copy(first.data(), first.size(), begin);
    list_.push_back({{Number(first.data()), Number(first.data() + sizeof(std::uint64_t))},
                     static_cast<std::uint32_t>(begin),
                     static_cast<std::uint32_t>(text_.size() - begin),
                     position,
                     weight});
  }

  // Groups the occurrences by term.
  std::vector<DocumentTerm> TakeTerms() {
    std::sort(list_.begin(), list_.end(), [this](const Occurrence& a, const Occurrence& b) {
      const int order = Compare(a, b);
      return order != 0 ? order < 0 : a.position < b.position;
    });
    std::vector<std::size_t> begins;  // of the terms
    begins.reserve(list_.size());
    for (std::size_t i = 0; i < list_.size(); ++i) {
      if (i == 0 || Compare(list_[i - 1], list_[i]) != 0) begins.push_back(i);
    }
    std::vector<DocumentTerm> terms;
    terms.reserve(begins.size());
    for (std::size_t i = 0; i < begins.size(); ++i) {
      const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : list_.size();
      terms.push_back(TermOf(std::span(list_).subspan(begins[i], end - begins[i])));
    }
    return terms;
  }

 private:
  using Beginning = std::array<std::uint64_t, 2>;
  struct Occurrence {
    Beginning beginning;
    std::uint32_t begin;  // of the term in the text
    std::uint32_t size;
    std::uint32_t position;
    std::uint32_t weight;
  };

  // Eight bytes as a number.
  static std::uint64_t Number(const char* bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i) {
      number = number << 8 | static_cast<unsigned char>(bytes[i]);
    }
    return number;
  }

  std::string_view TermAt(const Occurrence& occurrence) const {
    return std::string_view(text_).substr(occurrence.begin, occurrence.size);
  }

  // As the terms compare.
  int Compare(const Occurrence& a, const Occurrence& b) const {
    if (a.beginning[0] != b.beginning[0]) return a.beginning[0] < b.beginning[0] ? -1 : 1;
    if (a.beginning[1] != b.beginning[1]) return a.beginning[1] < b.beginning[1] ? -1 : 1;
    if (a.size == b.size && a.size <= sizeof(Beginning)) return 0;
    return TermAt(a).compare(TermAt(b));
  }

  // REQUIRES: all occurrences of a term, and no others, by their positions.
  DocumentTerm TermOf(std::span<const Occurrence> occurrences) const {
    DocumentTerm term{std::string(TermAt(occurrences.front())), 0, {}};
    if (occurrences.back().position > 0) term.positions.reserve(occurrences.size());
    for (const Occurrence& occurrence : occurrences) {
      term.wdf += occurrence.weight;
      const bool known = !term.positions.empty() && term.positions.back() == occurrence.position;
      if (occurrence.position > 0 && !known) term.positions.push_back(occurrence.position);
    }
    return term;
  }

  std::vector<Occurrence> list_;
  std::string text_;  // their terms, one behind the other
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
  constexpr std::size_t kBytesPerOccurrence = 3;  // a word has two occurrences or more
  Occurrences occurrences((article.title.size() + article.body.size()) / kBytesPerOccurrence);
  std::vector<StemmedForm> forms;
  std::uint32_t next = 1;
  const std::span<const Token> title = analyser_.Analyse(article.title);
  for (const Token& token : title) {
    AddTitleToken(token, 1 + token.position, occurrences);
    AddNewForm(token, forms);
    next = 2 + token.position;
  }
  AddDefinitions(article.title, title, occurrences);
  overlong_ = analyser_.overlong();
  const std::uint32_t body_start = next + kBodyGap;
  const std::span<const Token> body = analyser_.Analyse(article.body);
  for (const Token& token : body) {
    AddBodyToken(token, body_start + token.position, occurrences);
    AddNewForm(token, forms);
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

  std::sort(forms.begin(), forms.end());
  return Document{occurrences.TakeTerms(), std::move(values), std::move(forms)};
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
