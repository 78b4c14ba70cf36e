#include "searcher/query/parse.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <utility>

#include "common/ascii.h"
#include "common/text/char_class.h"
#include "common/translate.h"
#include "searcher/query/compounds.h"
#include "searcher/query/field.h"
#include "searcher/query/lexer.h"

namespace warta {
namespace {

using Kind = QueryNode::Kind;

// Words of a period that is typed without quotation marks: 1 Februari 2022..7 Februari 2022.
constexpr std::size_t kMostPeriodWords = 5;

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
    if (kind == Kind::kRanked) {
      SetFiltersApart();
      JoinDoubledWords(wanted);
    }
    QueryNode node;
    if (wanted.size() == 1) {
      node = std::move(wanted.front());
    } else if (!wanted.empty()) {
      AddCompounds(wanted);
      node = MakeParent(kind, std::move(wanted));
    }
    if (!filters_.empty()) node = Filtered(std::move(node));
    if (excluded.empty()) return node;
    excluded.insert(excluded.begin(), std::move(node));
    return MakeParent(Kind::kAndNot, std::move(excluded));
  }

 private:
  // A group wants its filters whatever else it has.
  void SetFiltersApart() {
    const auto first = std::stable_partition(wanted.begin(), wanted.end(),
                                             [](const QueryNode& node) { return !IsFilter(node); });
    for (auto filter = first; filter != wanted.end(); ++filter) AddFilter(std::move(*filter));
    wanted.erase(first, wanted.end());
  }

  static bool IsOfOneField(const QueryNode& a, const QueryNode& b) {
    return a.kind == b.kind &&
           (a.kind == Kind::kDate || (a.kind == Kind::kMetadata && a.field == b.field));
  }

  // Alternatives in parentheses are of a field where all of them are.
  static bool AreOfOneField(const QueryNode& either) {
    const auto& children = either.children;
    return either.kind == Kind::kOr &&
           std::all_of(children.begin(), children.end(), [&](const QueryNode& child) {
             return IsOfOneField(child, children.front());
           });
  }

  // No article has two sources: those of one field side by side are alternatives.
  void AddFilter(QueryNode filter) {
    if (AreOfOneField(filter)) {
      for (QueryNode& child : filter.children) AddFilter(std::move(child));
      return;
    }
    const auto same = std::find_if(filters_.begin(), filters_.end(), [&](const auto& alternatives) {
      return IsOfOneField(alternatives.front(), filter);
    });
    auto& alternatives = same == filters_.end() ? filters_.emplace_back() : *same;
    alternatives.push_back(std::move(filter));
  }

  QueryNode Filtered(QueryNode node) {
    std::vector<QueryNode> wants;
    if (node.kind != Kind::kEverything) wants.push_back(std::move(node));
    for (auto& alternatives : filters_) {
      wants.push_back(alternatives.size() == 1 ? std::move(alternatives.front())
                                               : MakeParent(Kind::kOr, std::move(alternatives)));
    }
    return wants.size() == 1 ? std::move(wants.front()) : MakeParent(Kind::kAnd, std::move(wants));
  }

  std::vector<std::vector<QueryNode>> filters_;  // each of one field
};

using Nodes = std::vector<QueryNode>;

class Parser {
 public:
  Parser(std::string_view text, Analyser& analyser, const Date& today)
      : query_text_(text), lexer_(text), analyser_(analyser), today_(today), next_(lexer_.Next()) {}

  ParsedQuery Parse() {
    Parts parts;
    while (next_.kind != Lex::Kind::kEnd) {
      // A closing parenthesis that nothing opened ends an Either too: what follows stands beside
      // it.
      if (auto node = Either()) parts.Add(std::move(*node), false);
      if (next_.kind == Lex::Kind::kClose) {
        Note({N_("a parenthesis that nothing opens was passed over")});
        Advance();
      }
    }
    query_.root = parts.Build(Kind::kRanked);
    for (const Message& note : lexer_.notes()) Note(note);
    return std::move(query_);
  }

 private:
  void Advance() { next_ = lexer_.Next(); }

  void Note(Message note) {
    if (std::find(query_.notes.begin(), query_.notes.end(), note) == query_.notes.end()) {
      query_.notes.push_back(std::move(note));
    }
  }

  void AddMistake(Message message, std::size_t begin, std::size_t end) {
    query_.mistakes.push_back({std::move(message), begin, end});
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
      if (next_.kind != Lex::Kind::kOr) break;
      operators = true;
      Advance();
    }
    if (missing && operators) NoteOperator();
    if (alternatives.empty()) return std::nullopt;
    if (alternatives.size() == 1) return std::move(alternatives.front());
    return MakeParent(Kind::kOr, std::move(alternatives));
  }

  std::optional<QueryNode> Both() {
    Parts parts;
    bool negated = TakeOperators(true);
    while (true) {
      auto node = Group();
      if (!node && next_.kind == Lex::Kind::kAnd) NoteOperator();
      if (node) parts.Add(std::move(*node), negated);
      if (next_.kind != Lex::Kind::kAnd && next_.kind != Lex::Kind::kNot) {
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
    while (next_.kind == Lex::Kind::kAnd || next_.kind == Lex::Kind::kNot) {
      negated = negated || next_.kind == Lex::Kind::kNot;
      ands += next_.kind == Lex::Kind::kAnd ? 1 : 0;
      Advance();
    }
    if (ands > (leading ? 0U : 1U)) NoteOperator();
    return negated;
  }

  std::optional<QueryNode> Group() {
    Parts parts;
    while (true) {
      const bool negated = next_.kind == Lex::Kind::kMinus;
      if (negated) Advance();
      std::optional<Nodes> nodes = Near();
      if (nodes) {
        for (QueryNode& node : *nodes) parts.Add(std::move(node), negated);
      } else if (next_.kind == Lex::Kind::kNear) {
        NoteOperator();
        Advance();
      } else if (!negated) {
        break;
      }
    }
    return parts.Build(Kind::kRanked);
  }

  // Nothing where no unit begins; no nodes where it has no word.
  std::optional<Nodes> Near() {
    std::optional<Nodes> nodes = Unit();
    if (!nodes) return nodes;
    while (next_.kind == Lex::Kind::kNear) {
      std::uint32_t distance = Distance(next_.text);
      for (Advance(); next_.kind == Lex::Kind::kNear; Advance()) {
        NoteOperator();
        distance = Distance(next_.text);
      }
      std::optional<Nodes> more = Unit();
      if (!more) {
        NoteOperator();
        break;
      }
      Join(*nodes, std::move(*more), distance);
    }
    return nodes;
  }

  // How many words of NEAR, in parentheses too, one place of the node may be made of.
  static std::size_t NearOperands(const QueryNode& node) {
    std::size_t sum = 0;
    std::size_t most = 1;
    for (const QueryNode& child : node.children) {
      const std::size_t operands = NearOperands(child);
      sum += operands;
      most = std::max(most, operands);
    }
    return node.kind == Kind::kNear ? sum : most;
  }

  // The last of the ones and the first of the others become the operands.
  void Join(Nodes& nodes, Nodes more, std::uint32_t distance) {
    if (nodes.empty() || more.empty()) {
      NoteOperator();
    } else if (!HasSpans(nodes.back()) || !HasSpans(more.front())) {
      Note({N_("NEAR needs words or phrases on both sides: it was passed over")});
    } else if (NearOperands(nodes.back()) + NearOperands(more.front()) > kMaxNearOperands) {
      Note({N_("NEAR between more than {1} words was passed over"),
            {std::to_string(kMaxNearOperands)}});
    } else {
      QueryNode near = MakeParent(Kind::kNear, {});
      near.distance = distance;
      near.children.push_back(std::move(nodes.back()));
      near.children.push_back(std::move(more.front()));
      nodes.back() = std::move(near);
      more.erase(more.begin());
    }
    std::move(more.begin(), more.end(), std::back_inserter(nodes));
  }

  std::uint32_t Distance(std::string_view number) {
    if (number.empty()) return kDefaultNearDistance;
    // Numbers too long to be read are too large.
    const unsigned long typed =
        number.size() > 4 ? kMaxNearDistance + 1 : std::stoul(std::string(number));
    const auto distance =
        static_cast<std::uint32_t>(std::clamp<unsigned long>(typed, 1, kMaxNearDistance));
    if (distance != typed) {
      Note({N_("NEAR/{1} was read as NEAR/{2}"),
            {std::string(number.substr(0, 20)), std::to_string(distance)}});
    }
    return distance;
  }

  // A word that is no single word to the analyser is several nodes.
  std::optional<Nodes> Unit() {
    switch (next_.kind) {
      case Lex::Kind::kField:
        return Field();
      case Lex::Kind::kOpen:
        return ListOf(Parenthesis());
      case Lex::Kind::kWord:
      case Lex::Kind::kPhrase:
      case Lex::Kind::kExact:
      case Lex::Kind::kExactPhrase:
      case Lex::Kind::kAnyFormPhrase:
        break;
      default:
        return std::nullopt;
    }
    if (field_.kind == QueryField::Kind::kDate) return Period();
    const Lex lex = next_;
    Advance();
    if (field_.kind == QueryField::Kind::kMetadata) return ListOf(Sequence(Kind::kMetadata, lex));
    if (lex.kind == Lex::Kind::kWord) return Words(lex.text);
    if (lex.kind == Lex::Kind::kAnyFormPhrase) return ListOf(Sequence(Kind::kAnyFormPhrase, lex));
    if (lex.kind == Lex::Kind::kPhrase) return ListOf(Sequence(Kind::kPhrase, lex));
    return ListOf(Exact(lex));
  }

  static Nodes ListOf(std::optional<QueryNode> node) {
    Nodes nodes;
    if (node) nodes.push_back(std::move(*node));
    return nodes;
  }

  std::optional<Nodes> Field() {
    const QueryField before = field_;
    bool several = false;
    for (; next_.kind == Lex::Kind::kField; several = true) {
      const Lex name = next_;
      const QueryField* field = FindField(name.text);
      const bool all_small = std::all_of(name.text.begin(), name.text.end(), IsLower);
      if (field == nullptr && !all_small) {
        next_ = lexer_.WordFrom(name);
        break;
      }
      if (field != nullptr && several) Note({N_("of several fields only the last one counts")});
      if (field == nullptr) {
        AddMistake({N_("there is no field \"{1}\"; the fields are {2}"),
                    {std::string(name.text), FieldNames()}},
                   name.begin, name.end - 1);
      } else {
        field_ = *field;
      }
      Advance();
    }
    std::optional<Nodes> nodes = Unit();
    field_ = before;
    // An operator behind a field: the field's name meant nothing.
    return nodes ? std::move(nodes) : Nodes();
  }

  // What is in quotation marks, or the most words that name a period.
  Nodes Period() {
    const Lex lex = next_;
    std::size_t end = lex.end;
    std::optional<DateRange> period;
    const auto read = [&](std::string_view text, std::size_t to) {
      const Result<DateRange> range = ParsePeriod(text, today_);
      if (!range.ok()) return;
      period = range.value();
      end = to;
    };
    if (lex.kind == Lex::Kind::kWord) {
      for (const std::size_t to : lexer_.WordEnds(lex.begin, kMostPeriodWords)) {
        read(query_text_.substr(lex.begin, to - lex.begin), to);
      }
    } else {
      read(lex.text, lex.end);
    }
    lexer_.GoTo(end);
    Advance();
    if (!period) {
      AddMistake({N_("\"{1}\" is no date or period; write 2022-02-07, 2022-02, 1/2/2022..7/2/2022, "
                     "\"Februari 2022\", kemarin or \"7 hari terakhir\""),
                  {std::string(lex.text)}},
                 lex.begin, lex.end);
      return {};
    }
    if (Admit(1) == 0) return {};
    return ListOf(MakeDateNode(*period));
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
    while (next_.kind == Lex::Kind::kClose && passed_over_ > 0) {
      --passed_over_;
      Advance();
      Parts parts;
      if (node) parts.Add(std::move(*node), false);
      if (auto more = Either()) parts.Add(std::move(*more), false);
      node = parts.Build(Kind::kRanked);
    }
    --depth_;
    if (next_.kind == Lex::Kind::kClose) {
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

  // A word with a sign behind it, or what the user typed without a space, which may be several words:
  // `rusia,ukraina`. Those with nothing or a hyphen between them are one unit: Prabowo-Gibran, Rp1,5.
  Nodes Words(std::string_view text) {
    const std::span<const Token> tokens = analyser_.Analyse(text);
    NoteOverlong();
    if (auto signed_word = SignedWord(text, tokens)) return ListOf(std::move(signed_word));
    Nodes nodes;
    QueryNode word;
    std::size_t begin = 0;
    std::size_t end = 0;
    const auto finish = [&] {
      QueryNode finished = std::exchange(word, {});
      if (finished.terms.empty() || Admit(finished.terms.size()) < finished.terms.size()) return;
      finished.kind = Kind::kWord;
      finished.text = text.substr(begin, end - begin);
      finished.scope = field_.scope;
      // It is printed in small letters, so its capitals must not mean anything.
      if (SpellsOperator(finished.text)) finished.terms.front().acronym.clear();
      nodes.push_back(std::move(finished));
    };
    for (const Token& token : tokens) {
      if (!word.terms.empty() && IsCompound(text, token, end)) continue;
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
    return nodes;
  }

  // `stra*`, `putni~`: one word and one sign behind it; punctuation may follow.
  std::optional<QueryNode> SignedWord(std::string_view text, std::span<const Token> tokens) {
    if (std::count_if(tokens.begin(), tokens.end(), IsWord) != 1) return std::nullopt;
    const Token& word = *std::find_if(tokens.begin(), tokens.end(), IsWord);
    const std::string_view behind = text.substr(word.end);
    const bool prefix = behind.starts_with('*');
    if (!prefix && !behind.starts_with('~')) return std::nullopt;
    if (behind.find_first_not_of(".,;:!?", 1) != std::string_view::npos) return std::nullopt;
    if (Admit(1) == 0) return std::nullopt;
    QueryNode node = Leaf(prefix ? Kind::kPrefix : Kind::kFuzzy);
    node.text = text.substr(word.begin, word.end - word.begin);
    node.terms.push_back(Owned(word));
    node.terms.back().prefix = prefix;
    return node;
  }

  QueryNode Leaf(Kind kind) const {
    QueryNode leaf;
    leaf.kind = kind;
    leaf.scope = kind == Kind::kMetadata ? Scope::kArticle : field_.scope;
    leaf.field = field_.metadata;
    return leaf;
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

  // Whether the variant is of the word that ends there and of the next one, with a space between them.
  // Words side by side get these from AddCompounds.
  static bool IsCompound(std::string_view text, const Token& variant, std::size_t end) {
    return variant.kind == Token::Kind::kVariant && variant.end > end &&
           !JoinsUnit(CharAt(text, end).char_class);
  }

  std::optional<QueryNode> Sequence(Kind kind, const Lex& lex) {
    return Sequence(kind, lex.text, analyser_.Analyse(lex.text));
  }

  // The words side by side; a star behind one makes it a prefix, but not in metadata.
  std::optional<QueryNode> Sequence(Kind kind, std::string_view text,
                                    std::span<const Token> tokens) {
    NoteOverlong();
    QueryNode sequence = Leaf(kind);
    const auto words = std::count_if(tokens.begin(), tokens.end(), IsWord);
    const std::size_t admitted = Admit(static_cast<std::size_t>(words));
    if (admitted == 0) return std::nullopt;
    const std::size_t begin = tokens.front().begin;
    for (const Token& token : tokens) {
      if (!IsWord(token)) continue;
      QueryTerm& term = sequence.terms.emplace_back(Owned(token));
      const bool star = HasStar(text, token.end);
      term.prefix = star && kind != Kind::kMetadata;
      if (star && !term.prefix) Note({N_("a star means nothing in a source, category or author")});
      sequence.text = text.substr(begin, token.end + (term.prefix ? 1 : 0) - begin);
      if (sequence.terms.size() == admitted) break;
    }
    if (kind == Kind::kMetadata) std::replace(sequence.text.begin(), sequence.text.end(), '*', ' ');
    return sequence;
  }

  // Whether a star ends a word there.
  static bool HasStar(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] == '*' && (at + 1 == text.size() || IsSpace(text[at + 1]));
  }

  // One word exactly as written: in capitals, and a word in small letters too, the acronym.
  std::optional<QueryNode> Exact(const Lex& lex) {
    const std::span<const Token> tokens = analyser_.Analyse(lex.text);
    if (std::count_if(tokens.begin(), tokens.end(), IsWord) != 1) {
      return Sequence(Kind::kPhrase, lex.text, tokens);
    }
    NoteOverlong();
    if (Admit(1) == 0) return std::nullopt;
    const auto written = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
      return token.kind == Token::Kind::kAcronym;
    });
    const Token& word = *std::find_if(tokens.begin(), tokens.end(), IsWord);
    QueryNode exact = Leaf(Kind::kExact);
    exact.text = lex.text.substr(word.begin, word.end - word.begin);
    exact.terms.push_back(Owned(written == tokens.end() ? word : *written));
    return exact;
  }

  static bool IsWord(const Token& token) { return token.kind == Token::Kind::kWord; }

  static QueryTerm Owned(const Token& token) {
    return QueryTerm{std::string(token.surface), std::string(token.stem), token.kind};
  }

  ParsedQuery query_;
  std::string_view query_text_;
  Lexer lexer_;
  Analyser& analyser_;
  Date today_;
  Lex next_;
  QueryField field_;  // of what is read
  std::size_t depth_ = 0;
  std::size_t passed_over_ =
      0;  // opening parentheses beyond the depth limit whose closing ones are still to come
  std::size_t terms_ = 0;
};

}  // namespace

ParsedQuery ParseQuery(std::string_view text, Analyser& analyser, const Date& today) {
  if (text.size() <= kMaxQueryBytes) return Parser(text, analyser, today).Parse();
  std::size_t length = kMaxQueryBytes;
  while (length > 0 && (text[length] & 0xC0) == 0x80) --length;
  ParsedQuery query = Parser(text.substr(0, length), analyser, today).Parse();
  query.notes.push_back(
      {N_("only the first {1} bytes of the query were read"), {std::to_string(kMaxQueryBytes)}});
  return query;
}

}  // namespace warta
