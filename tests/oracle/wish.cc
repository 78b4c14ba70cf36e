#include "tests/oracle/wish.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/text/fold.h"
#include "common/text/reduplication.h"
#include "common/text/stem.h"
#include "searcher/query/function_words.h"

namespace warta::oracle {
namespace {

using Field = Wish::Field;
using How = WordTest::How;
using Kind = Wish::Kind;
using Tokens = std::vector<Token>;

bool IsMetadata(Field field) {
  return field != Field::kTitle && field != Field::kBody;
}

// What of an article is looked at, and how.
struct View {
  const AnalysedText& article;
  OracleCase& corpus;
  bool all_words;
  std::vector<const Tokens*> texts;  ///< title and body, or one of them, or a field
  bool metadata = false;

  TokenList Analyse(const std::string& text) const { return {text, corpus.analyser()}; }

  template <class Condition>
  bool Any(const Condition& condition) const {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const Tokens* tokens) { return condition(*tokens); });
  }
};

const Tokens& TextOf(const AnalysedText& article, Field field) {
  switch (field) {
    case Field::kTitle:
      return article.title.tokens();
    case Field::kBody:
      return article.body.tokens();
    case Field::kSource:
      return article.source.tokens();
    case Field::kCategory:
      return article.category.tokens();
    case Field::kAuthor:
      break;
  }
  return article.author.tokens();
}

bool IsWord(const Token& token) {
  return token.kind == Token::Kind::kWord;
}

// The words of a text, each to be tested so; those with a star behind them by their beginning.
std::vector<WordTest> TestsOf(const std::string& text, How how, OracleCase& corpus) {
  std::vector<WordTest> tests;
  const TokenList words(text, corpus.analyser());
  for (const Token& token : words.tokens()) {
    if (!IsWord(token)) continue;
    const bool star = token.end < text.size() && text[token.end] == '*';
    const bool stem = how == How::kStem && !star;
    tests.push_back({star ? How::kBeginning : how, std::string(stem ? token.stem : token.surface)});
  }
  return tests;
}

std::vector<WordTest> TestsOf(const Wish& leaf, OracleCase& corpus) {
  switch (leaf.kind) {
    case Kind::kWord:
    case Kind::kAnyFormPhrase:
      return TestsOf(leaf.text, How::kStem, corpus);
    case Kind::kPrefix:
      return TestsOf(leaf.text, How::kBeginning, corpus);
    case Kind::kFuzzy:
      return TestsOf(leaf.text, How::kNearly, corpus);
    default:
      return TestsOf(leaf.text, How::kForm, corpus);
  }
}

bool HasSequence(const std::vector<WordTest>& tests, const View& view) {
  return view.Any([&](const Tokens& tokens) { return !FindSequence(tests, tokens).empty(); });
}

bool HasStem(std::string_view stem, const View& view) {
  return view.Any([&](const Tokens& tokens) { return !FindStem(stem, tokens).empty(); });
}

// A number or a single letter says nothing alone: its unit is then wanted side by side.
bool IsWeak(const Token& token) {
  if (!IsWord(token)) return false;
  return token.surface.find_first_not_of("0123456789,.") == token.surface.npos ||
         CodePointCount(token.surface) == 1;
}

// What is wanted of a unit: its words, those written in capitals as acronyms where the corpus does
// so too, and its variants.
std::vector<Token> Wanted(const TokenList& unit, const ArchiveFacts& facts, bool adjacent) {
  std::vector<Token> wanted;
  for (const Token& token : unit.tokens()) {
    if (token.kind != Token::Kind::kAcronym) {
      if (token.kind != Token::Kind::kPart) wanted.push_back(token);
    } else if (!adjacent && IsAcronymMeant(facts, std::string(wanted.back().surface))) {
      wanted.back() = token;
    }
  }
  return wanted;
}

bool HasWord(const Wish& wish, const View& view) {
  if (view.metadata) return HasSequence(TestsOf(wish.text, How::kForm, view.corpus), view);
  const TokenList unit = view.Analyse(wish.text);
  const auto& parts = unit.tokens();
  const bool adjacent = std::count_if(parts.begin(), parts.end(), IsWord) > 1 &&
                        std::any_of(parts.begin(), parts.end(), IsWeak);
  const std::vector<Token> wanted = Wanted(unit, view.corpus.facts(), adjacent);
  const auto is_variant = [](const Token& token) { return token.kind == Token::Kind::kVariant; };
  for (const Token& token : wanted) {
    if (is_variant(token) && HasStem(token.stem, view)) return true;
  }
  if (adjacent) return HasSequence(TestsOf(wish.text, How::kForm, view.corpus), view);
  return std::all_of(wanted.begin(), wanted.end(), [&](const Token& token) {
    return is_variant(token) || HasStem(token.stem, view);
  });
}

// One word as it is written, as an acronym where it can be one.
bool HasExactly(const Wish& wish, const View& view) {
  const TokenList word = view.Analyse(wish.text);
  for (const Token& token : word.tokens()) {
    if (token.kind != Token::Kind::kAcronym) continue;
    return HasSequence({{How::kAcronym, std::string(token.surface)}}, view);
  }
  return HasSequence(TestsOf(wish, view.corpus), view);
}

// The one word of letters that a wish is; empty: it is something else.
std::string PlainWord(const Wish& wish, const View& view) {
  if (wish.kind != Kind::kWord || view.metadata) return {};
  const TokenList unit = view.Analyse(wish.text);
  std::string word;
  for (const Token& token : unit.tokens()) {
    if (!IsWord(token)) continue;
    if (!word.empty()) return {};
    word = token.surface;
  }
  return word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == word.npos ? word : std::string();
}

// Whether two of it are that word doubled: not of names and acronyms, nor of words of grammar.
bool MayBeDoubled(const Wish& wish, const View& view) {
  const std::string word = PlainWord(wish, view);
  if (word.empty()) return false;
  const TokenList unit = view.Analyse(wish.text);
  const auto is_acronym = [](const Token& token) { return token.kind == Token::Kind::kAcronym; };
  if (std::any_of(unit.tokens().begin(), unit.tokens().end(), is_acronym)) return false;
  const std::string stem = Stem(word);
  const StemmedWord simple(word, stem);
  const std::string doubled = ReduplicationStem(word, word);
  if (doubled.empty()) return false;
  if (doubled != stem) return true;
  const bool known = simple.entry != nullptr || simple.root != nullptr;
  return known && word.size() >= 3 && !IsFunctionWord(word);
}

// A word twice is that word doubled.
std::vector<Wish> WithDoubledWords(const std::vector<Wish>& wishes, const View& view) {
  std::vector<Wish> joined;
  for (const Wish& wish : wishes) {
    const std::string word = PlainWord(wish, view);
    const bool twice = !joined.empty() && MayBeDoubled(wish, view) &&
                       MayBeDoubled(joined.back(), view) && PlainWord(joined.back(), view) == word;
    if (twice) {
      joined.back().text = word + '-' + word;
    } else {
      joined.push_back(wish);
    }
  }
  return joined;
}

std::vector<Occurrence> FindOperand(const Wish& wish, const Tokens& tokens, const View& view) {
  std::vector<Occurrence> found;
  switch (wish.kind) {
    case Kind::kNear:
      return FindNear(FindOperand(wish.children.front(), tokens, view),
                      FindOperand(wish.children.back(), tokens, view), wish.distance);
    case Kind::kIn:
      if (&tokens != &TextOf(view.article, wish.field)) return found;
      return FindOperand(wish.children.front(), tokens, view);
    case Kind::kOr:
    case Kind::kBeside:
      for (const Wish& child :
           wish.kind == Kind::kOr ? wish.children : WithDoubledWords(wish.children, view)) {
        const std::vector<Occurrence> more = FindOperand(child, tokens, view);
        found.insert(found.end(), more.begin(), more.end());
      }
      return found;
    default:
      return FindSequence(TestsOf(wish, view.corpus), tokens);
  }
}

// Whether the article has the two words, as they are wished for side by side, as one: kerjasama.
bool HasAsOne(const Wish& first, const Wish& second, View view) {
  if (first.kind == Kind::kIn && second.kind == Kind::kIn && first.field == second.field) {
    view.texts = {&TextOf(view.article, first.field)};
    view.metadata = IsMetadata(first.field);
    return HasAsOne(first.children.front(), second.children.front(), view);
  }
  if (first.kind != Kind::kWord || second.kind != Kind::kWord || view.metadata) return false;
  const TokenList both = view.Analyse(first.text + ' ' + second.text);
  for (const Token& token : both.tokens()) {
    const bool spans = token.begin < first.text.size() && token.end > first.text.size() + 1;
    if (token.kind != Token::Kind::kVariant || !spans) continue;
    if (HasStem(token.stem, view)) return true;
  }
  return false;
}

bool IsFulfilled(const Wish& wish, const View& view);

// Which of the wishes an article fulfils, each by itself or as one with a neighbour.
std::vector<bool> Fulfilled(const std::vector<Wish>& wishes, const View& view) {
  std::vector<bool> fulfilled;
  fulfilled.reserve(wishes.size());
  for (const Wish& wish : wishes) fulfilled.push_back(IsFulfilled(wish, view));
  for (std::size_t i = 0; i + 1 < wishes.size(); ++i) {
    if (!HasAsOne(wishes[i], wishes[i + 1], view)) continue;
    fulfilled[i] = true;
    fulfilled[i + 1] = true;
  }
  return fulfilled;
}

bool SameFilter(const Wish& a, const Wish& b) {
  return a.kind == b.kind && (a.kind == Kind::kDate || (a.kind == Kind::kIn && a.field == b.field));
}

// Of each kind of filter one has to let the article pass.
bool Passes(const std::vector<Wish>& filters, const View& view) {
  return std::all_of(filters.begin(), filters.end(), [&](const Wish& one) {
    if (IsFulfilled(one, view)) return true;
    return std::any_of(filters.begin(), filters.end(), [&](const Wish& other) {
      return SameFilter(one, other) && IsFulfilled(other, view);
    });
  });
}

bool IsFunctionWordOf(const Wish& wish, const View& view) {
  if (view.texts.size() < 2 || !IsFunctionWord(PlainWord(wish, view))) return false;
  const TokenList unit = view.Analyse(wish.text);
  return Wanted(unit, view.corpus.facts(), false).front().kind == Token::Kind::kWord;
}

bool IsFulfilledBeside(const Wish& wish, const View& view) {
  std::vector<Wish> filters;
  std::vector<Wish> others;
  for (const Wish& child : wish.children) (IsFilter(child) ? filters : others).push_back(child);
  if (!Passes(filters, view)) return false;
  others = WithDoubledWords(others, view);
  std::vector<bool> each = Fulfilled(others, view);
  std::vector<bool> counted;
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (!IsFunctionWordOf(others[i], view)) counted.push_back(each[i]);
  }
  if (!counted.empty()) each = counted;
  const bool any = std::find(each.begin(), each.end(), true) != each.end();
  const bool all = std::find(each.begin(), each.end(), false) == each.end();
  return others.empty() || (view.all_words ? all : any);
}

bool IsFulfilledIn(const Wish& wish, View view) {
  view.texts = {&TextOf(view.article, wish.field)};
  view.metadata = IsMetadata(wish.field);
  if (view.metadata) view.all_words = false;
  return IsFulfilled(wish.children.front(), view);
}

// Whether none of the children from there on is. Words side by side exclude by any of them.
bool IsWithout(const Wish& wish, std::ptrdiff_t from, View view) {
  view.all_words = false;
  return std::none_of(wish.children.begin() + from, wish.children.end(),
                      [&](const Wish& child) { return IsFulfilled(child, view); });
}

bool IsFulfilled(const Wish& wish, const View& view) {
  const auto fulfilled = [&](const Wish& child) { return IsFulfilled(child, view); };
  const auto& children = wish.children;
  switch (wish.kind) {
    case Kind::kWord:
      return HasWord(wish, view);
    case Kind::kPhrase:
    case Kind::kAnyFormPhrase:
    case Kind::kPrefix:
    case Kind::kFuzzy:
      return HasSequence(TestsOf(wish, view.corpus), view);
    case Kind::kExact:
      return HasExactly(wish, view);
    case Kind::kNear:
      return view.Any(
          [&](const Tokens& tokens) { return !FindOperand(wish, tokens, view).empty(); });
    case Kind::kIn:
      return IsFulfilledIn(wish, view);
    case Kind::kDate:
      return view.article.date && wish.period.first <= *view.article.date &&
             *view.article.date <= wish.period.last;
    case Kind::kOr:
      return std::any_of(children.begin(), children.end(), fulfilled);
    case Kind::kBeside:
      return IsFulfilledBeside(wish, view);
    case Kind::kAnd: {
      const std::vector<bool> each = Fulfilled(children, view);
      return std::find(each.begin(), each.end(), false) == each.end();
    }
    case Kind::kWithout:
      return fulfilled(children.front()) && IsWithout(wish, 1, view);
    case Kind::kAllBut:
      break;
  }
  return IsWithout(wish, 0, view);
}

// How many children it has at least.
std::size_t LeastChildren(const Wish& wish) {
  return wish.kind == Kind::kAllBut || wish.kind == Kind::kIn ? 1 : 2;
}

// Whether the child, moved up into the wish, would mean something else there or nothing.
bool MayHave(const Wish& wish, const Wish& child) {
  if (child.kind == Kind::kAllBut) return wish.kind == Kind::kOr;
  if (wish.kind == Kind::kBeside) return !IsFilter(child) || child.kind == Kind::kIn;
  return true;
}

}  // namespace

bool IsFilter(const Wish& wish) {
  switch (wish.kind) {
    case Kind::kDate:
      return true;
    case Kind::kIn:
      return IsMetadata(wish.field);
    case Kind::kAnd:
    case Kind::kOr:
    case Kind::kBeside:
      return std::all_of(wish.children.begin(), wish.children.end(), IsFilter);
    case Kind::kWithout:
      return IsFilter(wish.children.front());
    default:
      return false;
  }
}

bool Fulfils(const Wish& wish, const AnalysedText& text, OracleCase& corpus, bool all_words) {
  const View view{text, corpus, all_words, {&text.title.tokens(), &text.body.tokens()}};
  return IsFulfilled(wish, view);
}

std::vector<Wish> Simpler(const Wish& wish) {
  std::vector<Wish> simpler;
  // Words of a field are no words of the text.
  if (wish.kind != Kind::kIn || !IsMetadata(wish.field)) simpler = wish.children;
  for (std::size_t i = 0; i < wish.children.size(); ++i) {
    if (wish.children.size() > LeastChildren(wish)) {
      simpler.push_back(wish);
      simpler.back().children.erase(simpler.back().children.begin() +
                                    static_cast<std::ptrdiff_t>(i));
    }
    for (const Wish& child : Simpler(wish.children[i])) {
      if (!MayHave(wish, child)) continue;
      simpler.push_back(wish);
      simpler.back().children[i] = child;
    }
  }
  return simpler;
}

}  // namespace warta::oracle
