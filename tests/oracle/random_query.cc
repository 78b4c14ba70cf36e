#include "tests/oracle/random_query.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/text/fold.h"

namespace warta::oracle {
namespace {

using Kind = Wish::Kind;

std::vector<std::string> SplitAtSpaces(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ' && c != '\n') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  return words;
}

// What would end a phrase cannot stand in one.
std::string WithoutQuotes(std::string text) {
  for (const std::string_view quote : {"\"", "\u201C", "\u201D"}) {
    for (std::size_t at = text.find(quote); at != std::string::npos; at = text.find(quote)) {
      text.erase(at, quote.size());
    }
  }
  return text;
}

// Some words in a row of an article. Title and body stand together here, so that some phrases span
// their border and must not be found there.
std::string PhraseOf(Random& random, const Article& article) {
  const std::vector<std::string> words = SplitAtSpaces(article.title + " " + article.body);
  if (words.empty()) return {};
  const std::size_t border = SplitAtSpaces(article.title).size();
  std::size_t at = Below(random, words.size());
  if (OneIn(random, 4) && border > 0) at = border - 1;
  std::string phrase;
  for (std::size_t n = 1 + Below(random, 4); n > 0 && at < words.size(); --n, ++at) {
    phrase += (phrase.empty() ? "" : " ") + words[at];
  }
  return WithoutQuotes(phrase);
}

std::string RandomPhrase(Random& random, const std::vector<std::string>& vocabulary,
                         const std::vector<Article>& articles) {
  if (!OneIn(random, 3)) {
    std::string phrase = PhraseOf(random, Pick(random, articles));
    if (!phrase.empty()) return phrase;
  }
  std::string phrase = Pick(random, vocabulary);
  for (std::size_t n = Below(random, 3); n > 0; --n) phrase += ' ' + Pick(random, vocabulary);
  return phrase;
}

const std::vector<std::string>& Scraps() {
  static const std::vector<std::string> scraps = {
      " AND ", " OR ", " NOT ", " -",     "(",  ")",    " (",  ") ",     " AND NOT ",
      " OR -", "\"",   "-",     " - ",    "--", " AND", "OR ", "\u201C", "%",
      ".",     "*",    ":",     "\u00AB", "~",  "\t",   " -(", "\xFF",   "\u00A0"};
  return scraps;
}

// How tightly the printed form binds: what binds less than its place asks for goes in parentheses.
enum Binding { kLoose, kBothLevel, kGroupLevel, kUnit };

Binding BindingOf(const Wish& wish) {
  switch (wish.kind) {
    case Kind::kWord:
    case Kind::kPhrase:
      return kUnit;
    case Kind::kBeside:
      return kGroupLevel;
    case Kind::kAllBut:
      return wish.style % 2 == 0 ? kGroupLevel : kBothLevel;
    case Kind::kWithout:
      return wish.style % 3 == 0 ? kGroupLevel : kBothLevel;
    case Kind::kAnd:
      return kBothLevel;
    case Kind::kOr:
      break;
  }
  return kLoose;
}

std::string PrintAt(const Wish& wish, Binding least) {
  const bool wants_parentheses = BindingOf(wish) < least || wish.style % 5 == 4;
  return wants_parentheses ? '(' + Print(wish) + ')' : Print(wish);
}

std::string PrintAll(const std::vector<Wish>& wishes, std::string_view between, Binding least) {
  std::string text;
  for (const Wish& wish : wishes) {
    if (!text.empty()) text += between;
    text += PrintAt(wish, least);
  }
  return text;
}

std::string PrintWithout(const Wish& wish) {
  const Wish& kept = wish.children.front();
  const std::vector<Wish> others(wish.children.begin() + 1, wish.children.end());
  switch (wish.style % 3) {
    case 0:
      return (kept.kind == Kind::kBeside && wish.style % 2 == 0 ? Print(kept)
                                                                : PrintAt(kept, kUnit)) +
             " -" + PrintAll(others, " -", kUnit);
    case 1:
      return PrintAt(kept, kBothLevel) + " NOT " + PrintAll(others, " NOT ", kGroupLevel);
    default:
      return PrintAt(kept, kGroupLevel) + " AND NOT " + PrintAll(others, " AND NOT ", kGroupLevel);
  }
}

// A phrase without a word is no phrase, and words with other punctuation than hyphens between them
// are several units.
bool IsMeaningful(const Wish& wish) {
  thread_local Analyser analyser;
  const bool several = wish.text == "7/2" || wish.text == "B.J." || wish.text == "rusia,ukraina";
  return wish.kind == Kind::kWord ? !several : !analyser.Analyse(wish.text).empty();
}

// A group that only excludes, beside or within another, is an exclusion from that one by the rules
// of parse.h: it stands for itself at the top and as an alternative of OR only.
Wish RandomNode(Random& random, const std::vector<std::string>& vocabulary,
                const std::vector<Article>& articles, std::size_t depth, bool may_exclude) {
  Wish wish;
  wish.style = static_cast<std::uint32_t>(random());
  if (depth == 0 || OneIn(random, 3)) {
    wish.kind = OneIn(random, 3) ? Kind::kPhrase : Kind::kWord;
    do {
      wish.text = wish.kind == Kind::kWord ? Pick(random, vocabulary)
                                           : RandomPhrase(random, vocabulary, articles);
    } while (!IsMeaningful(wish));
    return wish;
  }
  constexpr Kind kKinds[] = {Kind::kBeside,  Kind::kAnd,     Kind::kOr,
                             Kind::kWithout, Kind::kWithout, Kind::kAllBut};
  wish.kind = kKinds[Below(random, may_exclude ? 6 : 5)];
  const std::size_t least = wish.kind == Kind::kAllBut ? 1 : 2;
  const bool children_may = wish.kind == Kind::kOr;
  for (std::size_t n = least + Below(random, 2); n > 0; --n) {
    wish.children.push_back(RandomNode(random, vocabulary, articles, depth - 1, children_may));
  }
  return wish;
}

// All terms, or a joined form: the text is one unit.
bool PhraseFulfils(const TokenList& phrase, const std::vector<Token>& tokens) {
  std::vector<std::string_view> wanted;
  for (const Token& token : phrase.tokens()) {
    if (token.kind == Token::Kind::kWord) wanted.push_back(token.surface);
  }
  std::vector<std::vector<std::string_view>> places;
  for (const Token& token : tokens) {
    if (token.position >= places.size()) places.resize(token.position + 1);
    if (token.kind == Token::Kind::kWord) places[token.position].push_back(token.surface);
  }
  const auto fits = [](const std::vector<std::string_view>& place, std::string_view form) {
    return std::find(place.begin(), place.end(), form) != place.end();
  };
  return std::search(places.begin(), places.end(), wanted.begin(), wanted.end(), fits) !=
         places.end();
}

// A number or a single letter says nothing alone: its unit is then wanted side by side.
bool IsWeak(const Token& token) {
  if (token.kind != Token::Kind::kWord) return false;
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

bool WordFulfils(const TokenList& unit, const AnalysedText& text, const ArchiveFacts& facts) {
  const auto& parts = unit.tokens();
  const auto is_word = [](const Token& token) { return token.kind == Token::Kind::kWord; };
  const bool adjacent = std::count_if(parts.begin(), parts.end(), is_word) > 1 &&
                        std::any_of(parts.begin(), parts.end(), IsWeak);
  const auto holds = [&](const Token& wanted) {
    const auto same = [&](const Token& token) { return token.stem == wanted.stem; };
    return std::any_of(text.title.tokens().begin(), text.title.tokens().end(), same) ||
           std::any_of(text.body.tokens().begin(), text.body.tokens().end(), same);
  };
  const std::vector<Token> wanted = Wanted(unit, facts, adjacent);
  const auto is_variant = [](const Token& token) { return token.kind == Token::Kind::kVariant; };
  for (const Token& token : wanted) {
    if (is_variant(token) && holds(token)) return true;
  }
  if (adjacent) {
    return PhraseFulfils(unit, text.title.tokens()) || PhraseFulfils(unit, text.body.tokens());
  }
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const Token& token) { return is_variant(token) || holds(token); });
}

// Whether the article has the two words, as they are wished for side by side, as one: kerjasama.
bool HasAsOne(const Wish& first, const Wish& second, const AnalysedText& text, OracleCase& corpus) {
  if (first.kind != Kind::kWord || second.kind != Kind::kWord) return false;
  const TokenList both(first.text + ' ' + second.text, corpus.analyser());
  for (const Token& token : both.tokens()) {
    const bool spans = token.begin < first.text.size() && token.end > first.text.size() + 1;
    if (token.kind != Token::Kind::kVariant || !spans) continue;
    const auto same = [&](const Token& other) { return other.stem == token.stem; };
    if (std::any_of(text.title.tokens().begin(), text.title.tokens().end(), same)) return true;
    if (std::any_of(text.body.tokens().begin(), text.body.tokens().end(), same)) return true;
  }
  return false;
}

// Which of the children an article fulfils, each by itself or as one with a neighbour.
std::vector<bool> Fulfilled(const Wish& wish, const AnalysedText& text, OracleCase& corpus) {
  const auto& children = wish.children;
  std::vector<bool> fulfilled;
  for (const Wish& child : children) fulfilled.push_back(Fulfils(child, text, corpus));
  for (std::size_t i = 0; i + 1 < children.size(); ++i) {
    if (!HasAsOne(children[i], children[i + 1], text, corpus)) continue;
    fulfilled[i] = true;
    fulfilled[i + 1] = true;
  }
  return fulfilled;
}

}  // namespace

std::string RandomQueryText(Random& random, const std::vector<std::string>& vocabulary,
                            const std::vector<Article>& articles) {
  std::string text;
  for (std::size_t n = 1 + Below(random, 7); n > 0; --n) {
    const std::size_t what = Below(random, 10);
    if (what < 5) {
      text += RandomSpelling(random, Pick(random, vocabulary));
    } else if (what < 7) {
      text += '"' + RandomPhrase(random, vocabulary, articles) + '"';
    } else {
      text += Pick(random, Scraps());
      if (OneIn(random, 2)) text += Pick(random, vocabulary);
    }
    if (!OneIn(random, 6)) text += ' ';
  }
  return text;
}

Wish RandomWish(Random& random, const std::vector<std::string>& vocabulary,
                const std::vector<Article>& articles) {
  return RandomNode(random, vocabulary, articles, Below(random, 4), true);
}

std::string Print(const Wish& wish) {
  switch (wish.kind) {
    case Kind::kWord:
      return wish.text;
    case Kind::kPhrase:
      return wish.style % 2 == 0 ? '"' + wish.text + '"' : "\u201C" + wish.text + "\u201D";
    case Kind::kBeside:
      return PrintAll(wish.children, " ", kUnit);
    case Kind::kAnd:
      return PrintAll(wish.children, " AND ", kGroupLevel);
    case Kind::kOr:
      return PrintAll(wish.children, " OR ", kBothLevel);
    case Kind::kWithout:
      return PrintWithout(wish);
    case Kind::kAllBut:
      break;
  }
  return (wish.style % 2 == 0 ? "-" : "NOT ") +
         PrintAll(wish.children, wish.style % 2 == 0 ? " -" : " NOT ", kUnit);
}

bool Fulfils(const Wish& wish, const AnalysedText& text, OracleCase& corpus) {
  const auto fulfils = [&](const Wish& child) { return Fulfils(child, text, corpus); };
  const auto& children = wish.children;
  switch (wish.kind) {
    case Kind::kWord:
      return WordFulfils(TokenList(wish.text, corpus.analyser()), text, corpus.facts());
    case Kind::kPhrase: {
      const TokenList phrase(wish.text, corpus.analyser());
      return PhraseFulfils(phrase, text.title.tokens()) ||
             PhraseFulfils(phrase, text.body.tokens());
    }
    case Kind::kOr:
      return std::any_of(children.begin(), children.end(), fulfils);
    case Kind::kBeside: {
      const std::vector<bool> each = Fulfilled(wish, text, corpus);
      return std::find(each.begin(), each.end(), true) != each.end();
    }
    case Kind::kAnd: {
      const std::vector<bool> each = Fulfilled(wish, text, corpus);
      return std::find(each.begin(), each.end(), false) == each.end();
    }
    case Kind::kWithout:
      return fulfils(children.front()) &&
             std::none_of(children.begin() + 1, children.end(), fulfils);
    case Kind::kAllBut:
      break;
  }
  return std::none_of(children.begin(), children.end(), fulfils);
}

std::vector<Wish> Simpler(const Wish& wish) {
  std::vector<Wish> simpler = wish.children;
  const std::size_t least = wish.kind == Kind::kAllBut ? 1 : 2;
  for (std::size_t i = 0; i < wish.children.size(); ++i) {
    if (wish.children.size() > least) {
      simpler.push_back(wish);
      simpler.back().children.erase(simpler.back().children.begin() +
                                    static_cast<std::ptrdiff_t>(i));
    }
    for (const Wish& child : Simpler(wish.children[i])) {
      // An exclusion moved up to where it would mean something else is no simpler wish.
      if (child.kind == Kind::kAllBut && wish.kind != Kind::kOr) continue;
      simpler.push_back(wish);
      simpler.back().children[i] = child;
    }
  }
  return simpler;
}

}  // namespace warta::oracle
