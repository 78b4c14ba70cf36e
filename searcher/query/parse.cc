#include "searcher/query/parse.h"

#include <algorithm>
#include <utility>

#include "common/ascii.h"
#include "common/text/char_class.h"
#include "common/translate.h"
#include "searcher/query/compounds.h"

namespace warta {
namespace {

using Kind = QueryNode::Kind;

enum class Lexeme { kWord, kPhrase, kExact, kAnd, kOr, kNot, kMinus, kOpen, kClose, kEnd };

struct Lex {
  Lexeme lexeme;
  std::string_view text;  // kWord, kPhrase, kExact
};

// Length of the quotation mark at the place, straight or typographic; 0 if there is none.
std::size_t QuoteLength(std::string_view text) {
  for (const std::string_view mark : {"\"", "\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"}) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

class Lexer {
 public:
  Lexer(std::string_view text, std::vector<Message>& notes) : rest_(text), notes_(notes) {}

  Lex Next() {
    while (true) {
      while (!rest_.empty() && IsSpace(rest_.front())) rest_.remove_prefix(1);
      if (rest_.empty()) return {Lexeme::kEnd, {}};
      if (QuoteLength(rest_) > 0) return {Lexeme::kPhrase, TakePhrase()};
      const char first = rest_.front();
      if (first == '=' && !TakeSign()) continue;
      if (first == '=') return {Lexeme::kExact, QuoteLength(rest_) > 0 ? TakePhrase() : TakeWord()};
      if (first != '(' && first != ')' && first != '-') return Word();
      if (first == '-' && !TakeSign()) continue;
      if (first == '-') return {Lexeme::kMinus, {}};
      rest_.remove_prefix(1);
      return {first == '(' ? Lexeme::kOpen : Lexeme::kClose, {}};
    }
  }

 private:
  // REQUIRES: a quotation mark comes next.
  std::string_view TakePhrase() {
    rest_.remove_prefix(QuoteLength(rest_));
    std::size_t end = 0;
    while (end < rest_.size() && QuoteLength(rest_.substr(end)) == 0) ++end;
    const std::string_view text = rest_.substr(0, end);
    if (end == rest_.size()) {
      // A mark behind the last word opens nothing.
      if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
        notes_.push_back(
            {N_("the quotation mark that is not closed was read as closed at the end")});
      }
      rest_ = {};
    } else {
      rest_.remove_prefix(end + QuoteLength(rest_.substr(end)));
    }
    return text;
  }

  // Passes a run of minus or equals signs. One directly before what it can stand before is an
  // operator; others are punctuation.
  bool TakeSign() {
    const char sign = rest_.front();
    const std::size_t signs = std::min(rest_.find_first_not_of(sign), rest_.size());
    rest_.remove_prefix(signs);
    if (signs != 1 || rest_.empty() || IsSpace(rest_.front()) || rest_.front() == ')') return false;
    return sign == '-' || (rest_.front() != '(' && rest_.front() != '-');
  }

  std::string_view TakeWord() {
    std::size_t end = 0;
    while (end < rest_.size() && !IsSpace(rest_[end]) && rest_[end] != '(' && rest_[end] != ')' &&
           QuoteLength(rest_.substr(end)) == 0) {
      ++end;
    }
    const std::string_view text = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return text;
  }

  Lex Word() {
    const std::string_view text = TakeWord();
    if (text == "AND") return {Lexeme::kAnd, {}};
    if (text == "OR") return {Lexeme::kOr, {}};
    if (text == "NOT") return {Lexeme::kNot, {}};
    return {Lexeme::kWord, text};
  }

  std::string_view rest_;
  std::vector<Message>& notes_;
};

QueryNode Parent(Kind kind, std::vector<QueryNode> children) {
  QueryNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

// Whether the node only excludes.
bool IsExclusion(const QueryNode& node) {
  return node.kind == Kind::kAndNot && node.children.front().kind == Kind::kEverything;
}

// What stands side by side, with or without operators: wanted and excluded nodes.
struct Parts {
  std::vector<QueryNode> wanted;
  std::vector<QueryNode> excluded;

  void Add(QueryNode node, bool negated) {
    if (IsExclusion(node)) {
      std::move(node.children.begin() + 1, node.children.end(), std::back_inserter(excluded));
    } else {
      (negated ? excluded : wanted).push_back(std::move(node));
    }
  }

  std::optional<QueryNode> Build(Kind kind) {
    if (wanted.empty() && excluded.empty()) return std::nullopt;
    QueryNode node;
    if (wanted.size() == 1) {
      node = std::move(wanted.front());
    } else if (!wanted.empty()) {
      AddCompounds(wanted);
      node = Parent(kind, std::move(wanted));
    }
    if (excluded.empty()) return node;
    excluded.insert(excluded.begin(), std::move(node));
    return Parent(Kind::kAndNot, std::move(excluded));
  }
};

class Parser {
 public:
  Parser(std::string_view text, Analyser& analyser)
      : lexer_(text, query_.notes), analyser_(analyser), next_(lexer_.Next()) {}

  ParsedQuery Parse() {
    Parts parts;
    while (next_.lexeme != Lexeme::kEnd) {
      // A closing parenthesis that nothing opened ends an Either too: what follows stands beside
      // it.
      if (auto node = Either()) parts.Add(std::move(*node), false);
      if (next_.lexeme == Lexeme::kClose) {
        Note({N_("a parenthesis that nothing opens was passed over")});
        Advance();
      }
    }
    query_.root = parts.Build(Kind::kRanked);
    return std::move(query_);
  }

 private:
  void Advance() { next_ = lexer_.Next(); }

  void Note(Message note) {
    if (std::find(query_.notes.begin(), query_.notes.end(), note) == query_.notes.end()) {
      query_.notes.push_back(std::move(note));
    }
  }

  void NoteOperator() { Note({N_("an operator without a word on both sides was passed over")}); }

  std::optional<QueryNode> Either() {
    std::vector<QueryNode> alternatives;
    bool missing = false;
    bool operators = false;
    while (true) {
      auto node = Both();
      missing = missing || !node;
      if (node) alternatives.push_back(std::move(*node));
      if (next_.lexeme != Lexeme::kOr) break;
      operators = true;
      Advance();
    }
    if (missing && operators) NoteOperator();
    if (alternatives.empty()) return std::nullopt;
    if (alternatives.size() == 1) return std::move(alternatives.front());
    return Parent(Kind::kOr, std::move(alternatives));
  }

  std::optional<QueryNode> Both() {
    Parts parts;
    bool negated = TakeOperators(true);
    while (true) {
      auto node = Group();
      if (node) parts.Add(std::move(*node), negated);
      if (next_.lexeme != Lexeme::kAnd && next_.lexeme != Lexeme::kNot) {
        if (!node && (negated || !parts.wanted.empty() || !parts.excluded.empty())) NoteOperator();
        break;
      }
      negated = TakeOperators(false);
    }
    return parts.Build(Kind::kAnd);
  }

  // Passes a run of AND and NOT; whether it negates. `leading`: no operand stands before it.
  bool TakeOperators(bool leading) {
    bool negated = false;
    std::size_t ands = 0;
    while (next_.lexeme == Lexeme::kAnd || next_.lexeme == Lexeme::kNot) {
      negated = negated || next_.lexeme == Lexeme::kNot;
      ands += next_.lexeme == Lexeme::kAnd ? 1 : 0;
      Advance();
    }
    if (ands > (leading ? 0U : 1U)) NoteOperator();
    return negated;
  }

  std::optional<QueryNode> Group() {
    Parts parts;
    while (true) {
      const bool negated = next_.lexeme == Lexeme::kMinus;
      if (negated) Advance();
      if (next_.lexeme == Lexeme::kWord) {
        AddWords(next_.text, parts, negated);
        Advance();
      } else if (next_.lexeme == Lexeme::kPhrase) {
        if (auto phrase = Phrase(next_.text)) parts.Add(std::move(*phrase), negated);
        Advance();
      } else if (next_.lexeme == Lexeme::kExact) {
        if (auto exact = Exact(next_.text)) parts.Add(std::move(*exact), negated);
        Advance();
      } else if (next_.lexeme == Lexeme::kOpen) {
        if (auto inner = Parenthesis()) parts.Add(std::move(*inner), negated);
      } else if (!negated) {
        break;
      }
    }
    return parts.Build(Kind::kRanked);
  }

  std::optional<QueryNode> Parenthesis() {
    Advance();
    if (depth_ >= kMaxQueryDepth) {
      Note({N_("parentheses nested more than {1} deep were passed over"),
            {std::to_string(kMaxQueryDepth)}});
      ++passed_over_;
      return std::nullopt;
    }
    ++depth_;
    std::optional<QueryNode> node = Either();
    while (next_.lexeme == Lexeme::kClose && passed_over_ > 0) {
      --passed_over_;
      Advance();
      Parts parts;
      if (node) parts.Add(std::move(*node), false);
      if (auto more = Either()) parts.Add(std::move(*more), false);
      node = parts.Build(Kind::kRanked);
    }
    --depth_;
    if (next_.lexeme == Lexeme::kClose) {
      Advance();
    } else {
      Note({N_("a parenthesis that is not closed was read as closed at the end")});
    }
    return node;
  }

  // How many of so many terms the query may still have.
  std::size_t Admit(std::size_t terms) {
    const std::size_t admitted = std::min(terms, kMaxQueryTerms - terms_);
    if (admitted < terms) {
      Note({N_("only the first {1} words were searched for"), {std::to_string(kMaxQueryTerms)}});
    }
    terms_ += admitted;
    return admitted;
  }

  void NoteOverlong() {
    if (analyser_.overlong() > 0) {
      Note({N_("a word of more than {1} letters was left out"),
            {std::to_string(kMaxTokenCodePoints)}});
    }
  }

  // What the user typed without a space may be several words: `rusia,ukraina`. Those with nothing
  // or a hyphen between them are one unit: Prabowo-Gibran, Rp1,5.
  void AddWords(std::string_view text, Parts& parts, bool negated) {
    const std::span<const Token> tokens = analyser_.Analyse(text);
    NoteOverlong();
    QueryNode word;
    std::size_t begin = 0;
    std::size_t end = 0;
    const auto finish = [&] {
      QueryNode finished = std::exchange(word, {});
      if (finished.terms.empty() || Admit(finished.terms.size()) < finished.terms.size()) return;
      finished.kind = Kind::kWord;
      finished.text = text.substr(begin, end - begin);
      if (SpellsOperator(finished.text)) finished.terms.front().acronym.clear();
      parts.Add(std::move(finished), negated);
    };
    for (const Token& token : tokens) {
      if (!word.terms.empty() && !ContinuesUnit(text, token.begin, end, token.kind)) finish();
      if (word.terms.empty()) begin = token.begin;
      if (token.kind == Token::Kind::kWord) end = token.end;
      if (token.kind == Token::Kind::kAcronym) {
        word.terms.back().acronym = token.surface;
      } else if (token.kind != Token::Kind::kPart) {
        word.terms.push_back(Owned(token));
      }
    }
    finish();
  }

  // Such a word is printed in small letters, so its capitals must not mean anything.
  static bool SpellsOperator(std::string_view text) {
    return text == "AND" || text == "OR" || text == "NOT";
  }

  static bool JoinsUnit(CharClass c) {
    return c == CharClass::kHyphen || c == CharClass::kIgnorable || c == CharClass::kApostrophe;
  }

  static bool ContinuesUnit(std::string_view text, std::size_t begin, std::size_t end,
                            Token::Kind kind) {
    if (kind != Token::Kind::kWord || begin <= end) return true;
    // The analyser makes a word of a percent sign only behind a number.
    if (CharAt(text, begin).char_class == CharClass::kPercent) return true;
    for (std::size_t at = end; at < begin;) {
      const Char c = CharAt(text, at);
      if (!JoinsUnit(c.char_class)) return false;
      at += c.length;
    }
    return true;
  }

  std::optional<QueryNode> Phrase(std::string_view text) {
    return Phrase(text, analyser_.Analyse(text));
  }

  std::optional<QueryNode> Phrase(std::string_view text, std::span<const Token> tokens) {
    NoteOverlong();
    QueryNode phrase;
    phrase.kind = Kind::kPhrase;
    const auto words = std::count_if(tokens.begin(), tokens.end(), IsWord);
    const std::size_t admitted = Admit(static_cast<std::size_t>(words));
    if (admitted == 0) return std::nullopt;
    for (const Token& token : tokens) {
      if (!IsWord(token)) continue;
      phrase.terms.push_back(Owned(token));
      phrase.text = text.substr(tokens.front().begin, token.end - tokens.front().begin);
      if (phrase.terms.size() == admitted) break;
    }
    return phrase;
  }

  // One word exactly as written: in capitals, and a word in small letters too, the acronym.
  std::optional<QueryNode> Exact(std::string_view text) {
    const std::span<const Token> tokens = analyser_.Analyse(text);
    if (std::count_if(tokens.begin(), tokens.end(), IsWord) != 1) return Phrase(text, tokens);
    NoteOverlong();
    if (Admit(1) == 0) return std::nullopt;
    const auto written = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
      return token.kind == Token::Kind::kAcronym;
    });
    const Token& word = *std::find_if(tokens.begin(), tokens.end(), IsWord);
    QueryNode exact;
    exact.kind = Kind::kExact;
    exact.text = text.substr(word.begin, word.end - word.begin);
    exact.terms.push_back(Owned(written == tokens.end() ? word : *written));
    return exact;
  }

  static bool IsWord(const Token& token) { return token.kind == Token::Kind::kWord; }

  static QueryTerm Owned(const Token& token) {
    return QueryTerm{std::string(token.surface), std::string(token.stem), token.kind};
  }

  ParsedQuery query_;
  Lexer lexer_;
  Analyser& analyser_;
  Lex next_;
  std::size_t depth_ = 0;
  std::size_t passed_over_ =
      0;  // opening parentheses beyond the depth limit whose closing ones are still to come
  std::size_t terms_ = 0;
};

}  // namespace

ParsedQuery ParseQuery(std::string_view text, Analyser& analyser, const Date& /*today*/) {
  return Parser(text, analyser).Parse();
}

}  // namespace warta
