#include "tests/oracle/brute_force.h"

#include <algorithm>

#include "common/ascii.h"
#include "common/text/fold.h"
#include "searcher/query/function_words.h"

namespace warta::oracle {
namespace {

using How = WordTest::How;
using Kind = QueryNode::Kind;
using Tokens = std::vector<Token>;

// What was found in the two parts of an article.
struct Found {
  std::vector<Occurrence> title;
  std::vector<Occurrence> body;

  bool any() const { return !title.empty() || !body.empty(); }

  void Add(const Found& other) {
    title.insert(title.end(), other.title.begin(), other.title.end());
    body.insert(body.end(), other.body.begin(), other.body.end());
  }
};

template <class Find>
Found FindIn(Scope scope, const AnalysedText& text, const Find& find) {
  Found found;
  if (scope != Scope::kBody) found.title = find(text.title.tokens());
  if (scope != Scope::kTitle) found.body = find(text.body.tokens());
  return found;
}

std::vector<WordTest> Tests(const std::vector<QueryTerm>& terms, How how) {
  std::vector<WordTest> tests;
  for (const QueryTerm& term : terms) {
    if (term.prefix) {
      tests.push_back({How::kBeginning, term.surface});
    } else if (term.kind == Token::Kind::kAcronym) {
      tests.push_back({How::kAcronym, term.surface});
    } else {
      tests.push_back({how, how == How::kStem ? term.stem : term.surface});
    }
  }
  return tests;
}

// G-20, Rp1,5: a number or a single letter counts beside its neighbour only.
bool SaysNothingAlone(const QueryTerm& term) {
  const bool number = term.surface.find_first_not_of("0123456789,.") == std::string::npos;
  return number || CodePointCount(term.surface) == 1;
}

bool IsVariant(const QueryTerm& term) {
  return term.kind == Token::Kind::kVariant;
}

std::vector<QueryTerm> WithoutVariants(std::vector<QueryTerm> terms) {
  std::erase_if(terms, IsVariant);
  return terms;
}

Found FindSequenceIn(const QueryNode& leaf, const AnalysedText& text,
                     const std::vector<QueryTerm>& terms, How how) {
  const std::vector<WordTest> tests = Tests(terms, how);
  return FindIn(leaf.scope, text,
                [&](const Tokens& tokens) { return FindSequence(tests, tokens); });
}

// Each of the words anywhere, or nothing.
Found FindAll(const QueryNode& word, const AnalysedText& text,
              const std::vector<QueryTerm>& terms) {
  Found all;
  for (const QueryTerm& term : terms) {
    const Found found =
        FindIn(word.scope, text, [&](const Tokens& tokens) { return FindStem(term.stem, tokens); });
    if (!found.any()) return {};
    all.Add(found);
  }
  return all;
}

Found FindWord(const QueryNode& word, const AnalysedText& text) {
  const std::vector<QueryTerm> typed = WithoutVariants(word.terms);
  const bool adjacent =
      typed.size() > 1 && std::any_of(typed.begin(), typed.end(), SaysNothingAlone);
  Found found =
      adjacent ? FindSequenceIn(word, text, typed, How::kForm) : FindAll(word, text, typed);
  for (const QueryTerm& term : word.terms) {
    if (IsVariant(term)) found.Add(FindAll(word, text, {term}));
  }
  for (const Alternative& alternative : word.alternatives) {
    found.Add(FindSequenceIn(word, text, alternative.terms,
                             alternative.any_form ? How::kStem : How::kForm));
  }
  return found;
}

Found FindLeaf(const QueryNode& leaf, const AnalysedText& text) {
  switch (leaf.kind) {
    case Kind::kWord:
      return FindWord(leaf, text);
    case Kind::kAnyFormPhrase:
      return FindSequenceIn(leaf, text, leaf.terms, How::kStem);
    case Kind::kFuzzy:
      return FindSequenceIn(leaf, text, leaf.terms, How::kNearly);
    default:
      return FindSequenceIn(leaf, text, leaf.terms, How::kForm);
  }
}

// An operand of NEAR knows words at their positions only: what stands beside them has none.
Found FindOperandLeaf(const QueryNode& leaf, const AnalysedText& text) {
  std::vector<QueryTerm> terms = WithoutVariants(leaf.terms);
  for (QueryTerm& term : terms) {
    if (term.kind != Token::Kind::kAcronym) continue;
    const std::string form = LowerAscii(term.surface);
    term = QueryTerm{form, form, Token::Kind::kWord};
  }
  const bool word = leaf.kind == Kind::kWord || leaf.kind == Kind::kAnyFormPhrase;
  const How how = word ? How::kStem : leaf.kind == Kind::kFuzzy ? How::kNearly : How::kForm;
  return FindSequenceIn(leaf, text, terms, how);
}

bool IsFunctionWordAlone(const QueryNode& node) {
  const std::vector<QueryTerm> words = WithoutVariants(node.terms);
  return node.kind == Kind::kWord && node.scope == Scope::kArticle && node.alternatives.empty() &&
         words.size() == 1 && words.front().kind == Token::Kind::kWord &&
         IsFunctionWord(words.front().surface);
}

// The leaves that may be had, not those that may not.
void AddWanted(const QueryNode& node, std::vector<const QueryNode*>& wanted) {
  if (node.kind == Kind::kAndNot) return AddWanted(node.children.front(), wanted);
  if (node.children.empty() && node.kind != Kind::kEverything) wanted.push_back(&node);
  for (const QueryNode& child : node.children) AddWanted(child, wanted);
}

// One place of one leaf, when only what this one takes part in counts.
struct Chosen {
  const QueryNode* leaf = nullptr;
  Found place;
};

bool Contains(const QueryNode& node, const QueryNode* leaf) {
  return &node == leaf || std::any_of(node.children.begin(), node.children.end(),
                                      [&](const auto& child) { return Contains(child, leaf); });
}

Found FindOperand(const QueryNode& node, const AnalysedText& text, const Chosen& chosen) {
  if (node.kind == Kind::kNear) {
    const Found first = FindOperand(node.children.front(), text, chosen);
    const Found second = FindOperand(node.children.back(), text, chosen);
    return {FindNear(first.title, second.title, node.distance),
            FindNear(first.body, second.body, node.distance)};
  }
  if (node.children.empty()) {
    return &node == chosen.leaf ? chosen.place : FindOperandLeaf(node, text);
  }
  const bool chosen_here = chosen.leaf != nullptr && Contains(node, chosen.leaf);
  Found found;
  for (const QueryNode& child : node.children) {
    if (!chosen_here || Contains(child, chosen.leaf)) found.Add(FindOperand(child, text, chosen));
  }
  return found;
}

const TokenList& TextOf(const AnalysedText& article, MetadataField field) {
  switch (field) {
    case MetadataField::kSource:
      return article.source;
    case MetadataField::kCategory:
      return article.category;
    case MetadataField::kAuthor:
      break;
  }
  return article.author;
}

bool HasMetadata(const QueryNode& node, const AnalysedText& text) {
  const TokenList& field = TextOf(text, node.field);
  return !FindSequence(Tests(node.terms, How::kForm), field.tokens()).empty();
}

bool IsPublishedIn(const DateRange& period, const std::optional<Date>& date) {
  return date && period.first <= *date && *date <= period.last;
}

class PlaceCollector {
 public:
  explicit PlaceCollector(const AnalysedText& text) : text_(text) {}

  // `counts`: everything around the node is part of the match.
  void Visit(const QueryNode& node, bool counts) {
    counts = counts && Describes(node, text_);
    if (node.kind == Kind::kNear) {
      VisitOperand(node, node, counts);
    } else if (node.children.empty()) {
      const bool is_text = node.kind != Kind::kMetadata && node.kind != Kind::kDate &&
                           node.kind != Kind::kEverything;
      if (counts && is_text) Add(FindLeaf(node, text_));
      if (node.kind != Kind::kEverything) ++leaf_;
    } else {
      for (const QueryNode& child : node.children) {
        const bool excluded = node.kind == Kind::kAndNot && &child != &node.children.front();
        Visit(child, counts && !excluded);
      }
    }
  }

  ShownPlaces Take() { return std::move(places_); }

 private:
  void VisitOperand(const QueryNode& near, const QueryNode& node, bool counts) {
    for (const QueryNode& child : node.children) VisitOperand(near, child, counts);
    if (!node.children.empty()) return;
    const Found all = counts ? FindOperandLeaf(node, text_) : Found();
    for (const Occurrence& place : all.title) AddIfNear(near, {&node, {{place}, {}}});
    for (const Occurrence& place : all.body) AddIfNear(near, {&node, {{}, {place}}});
    ++leaf_;
  }

  void AddIfNear(const QueryNode& near, const Chosen& chosen) {
    if (FindOperand(near, text_, chosen).any()) Add(chosen.place);
  }

  void Add(const Found& found) {
    for (const Occurrence& o : found.title) places_.title.push_back({o.begin, o.end, leaf_});
    for (const Occurrence& o : found.body) places_.body.push_back({o.begin, o.end, leaf_});
  }

  const AnalysedText& text_;
  std::size_t leaf_ = 0;
  ShownPlaces places_;
};

}  // namespace

TokenList::TokenList(std::string_view text, Analyser& analyser) {
  const auto tokens = analyser.Analyse(text);
  words_.reserve(2 * tokens.size());
  for (Token token : tokens) {
    words_.emplace_back(token.surface);
    token.surface = words_.back();
    words_.emplace_back(token.stem);
    token.stem = words_.back();
    tokens_.push_back(token);
  }
}

AnalysedText::AnalysedText(const Article& article, Analyser& analyser)
    : title(article.title, analyser),
      body(article.body, analyser),
      source(article.source, analyser),
      category(article.category, analyser),
      author(article.author, analyser),
      date(article.date) {}

bool Describes(const QueryNode& query, const AnalysedText& text) {
  const auto describes = [&](const QueryNode& node) { return Describes(node, text); };
  const auto& children = query.children;
  switch (query.kind) {
    case Kind::kWord:
    case Kind::kPhrase:
    case Kind::kAnyFormPhrase:
    case Kind::kExact:
    case Kind::kPrefix:
    case Kind::kFuzzy:
      return FindLeaf(query, text).any();
    case Kind::kNear:
      return FindOperand(query, text, {}).any();
    case Kind::kMetadata:
      return HasMetadata(query, text);
    case Kind::kDate:
      return IsPublishedIn(query.period, text.date);
    case Kind::kRanked:
    case Kind::kOr:
      return std::any_of(children.begin(), children.end(), describes);
    case Kind::kAnd:
      return std::all_of(children.begin(), children.end(), describes);
    case Kind::kAndNot:
      return describes(children.front()) &&
             std::none_of(children.begin() + 1, children.end(), describes);
    case Kind::kEverything:
      break;
  }
  return true;
}

QueryNode WithoutFunctionWords(QueryNode query) {
  if (query.kind == Kind::kNear) return query;
  for (QueryNode& child : query.children) child = WithoutFunctionWords(std::move(child));
  if (query.kind != Kind::kRanked) return query;
  std::vector<QueryNode> kept;
  for (const QueryNode& child : query.children) {
    if (!IsFunctionWordAlone(child)) kept.push_back(child);
  }
  if (kept.size() == 1) return kept.front();
  if (!kept.empty()) query.children = std::move(kept);
  return query;
}

bool IsOfKeywords(const QueryNode& query) {
  std::vector<const QueryNode*> wanted;
  AddWanted(query, wanted);
  const auto asks = [](const QueryNode* leaf) {
    return IsFunctionWordAlone(*leaf) && IsQuestion(*leaf);
  };
  if (std::any_of(wanted.begin(), wanted.end(), asks)) return false;
  const QueryNode shorter = WithoutFunctionWords(query);
  wanted.clear();
  AddWanted(shorter, wanted);
  return std::count_if(wanted.begin(), wanted.end(), [](const QueryNode* leaf) {
           return leaf->kind != Kind::kMetadata && leaf->kind != Kind::kDate;
         }) <= 5;
}

QueryNode WithAllWords(QueryNode query) {
  if (query.kind == Kind::kNear) return query;
  if (query.kind == Kind::kRanked) query.kind = Kind::kAnd;
  for (QueryNode& child : query.children) {
    if (query.kind != Kind::kAndNot || &child == &query.children.front()) {
      child = WithAllWords(std::move(child));
    }
  }
  return query;
}

bool IsPositive(const QueryNode& query) {
  const auto& children = query.children;
  switch (query.kind) {
    case Kind::kRanked:
    case Kind::kOr:
      return std::all_of(children.begin(), children.end(), IsPositive);
    case Kind::kAnd:
      return std::any_of(children.begin(), children.end(), IsPositive);
    case Kind::kAndNot:
      return IsPositive(children.front());
    case Kind::kMetadata:
    case Kind::kDate:
    case Kind::kEverything:
      return false;
    default:
      return true;
  }
}

ShownPlaces PlacesToShow(const QueryNode& query, const AnalysedText& text) {
  PlaceCollector collector(text);
  collector.Visit(query, true);
  return collector.Take();
}

}  // namespace warta::oracle
