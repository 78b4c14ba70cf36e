#include "searcher/query/lexer.h"

#include <algorithm>
#include <string>

#include "common/ascii.h"
#include "common/text/char_class.h"
#include "common/translate.h"

namespace warta {
namespace {

constexpr std::size_t kLongestFieldName = 20;

// Length of the quotation mark at the place, straight or typographic; 0 if there is none.
std::size_t QuoteLength(std::string_view text) {
  for (const std::string_view mark : {"\"", "\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"}) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

bool EndsWord(std::string_view text) {
  return text.empty() || IsSpace(text.front()) || text.front() == '(' || text.front() == ')' ||
         QuoteLength(text) > 0;
}

std::size_t WordLength(std::string_view text) {
  std::size_t length = 0;
  while (!EndsWord(text.substr(length))) ++length;
  return length;
}

bool BeginsWord(std::string_view text) {
  if (text.empty()) return false;
  const CharClass first = CharAt(text, 0).char_class;
  return first == CharClass::kLetter || first == CharClass::kDigit;
}

// Whether something that a field can belong to begins so, `..2022` too: not the slashes of a URL,
// other punctuation or a space.
bool BeginsValue(std::string_view text) {
  if (BeginsWord(text) || QuoteLength(text) > 0) return true;
  if (text.starts_with("..")) return BeginsWord(text.substr(2));
  return text.starts_with('(') || text.starts_with('=') || text.starts_with('~');
}

// The number of NEAR/5; empty for NEAR alone, nothing for other words.
bool IsNear(std::string_view word, std::string_view& number) {
  if (!word.starts_with("NEAR")) return false;
  number = word.substr(4);
  if (number.empty()) return true;
  if (number.front() != '/' || number.size() == 1) return false;
  number.remove_prefix(1);
  return std::all_of(number.begin(), number.end(), IsDigit);
}

}  // namespace

bool SpellsOperator(std::string_view word) {
  return word == "AND" || word == "OR" || word == "NOT" || word == "NEAR";
}

Lex Lexer::Next() {
  while (true) {
    while (!rest().empty() && IsSpace(rest().front())) ++place_;
    const std::size_t begin = place_;
    if (rest().empty()) return Piece(Lex::Kind::kEnd, {}, begin);
    if (QuoteLength(rest()) > 0) return Piece(Lex::Kind::kPhrase, TakePhrase(), begin);
    const char first = rest().front();
    if (first == '(' || first == ')') {
      ++place_;
      return Piece(first == '(' ? Lex::Kind::kOpen : Lex::Kind::kClose, {}, begin);
    }
    if (first == '~' && QuoteLength(rest().substr(1)) > 0) {
      ++place_;
      return Piece(Lex::Kind::kAnyFormPhrase, TakePhrase(), begin);
    }
    if (first == '-' || first == '=') {
      if (!TakeSign()) continue;
      if (first == '-') return Piece(Lex::Kind::kMinus, {}, begin);
      if (QuoteLength(rest()) > 0) return Piece(Lex::Kind::kExactPhrase, TakePhrase(), begin);
      return Piece(Lex::Kind::kExact, TakeWord(), begin);
    }
    return Word(begin);
  }
}

Lex Lexer::Piece(Lex::Kind kind, std::string_view text, std::size_t begin) const {
  return {kind, text, begin, place_};
}

Lex Lexer::Word(std::size_t begin) {
  if (std::size_t name = 0; StartsField(name)) {
    place_ += name + 1;
    return Piece(Lex::Kind::kField, query_.substr(begin, name), begin);
  }
  const std::string_view text = TakeWord();
  if (text == "AND") return Piece(Lex::Kind::kAnd, {}, begin);
  if (text == "OR") return Piece(Lex::Kind::kOr, {}, begin);
  if (text == "NOT") return Piece(Lex::Kind::kNot, {}, begin);
  if (std::string_view number; IsNear(text, number)) return Piece(Lex::Kind::kNear, number, begin);
  return Piece(Lex::Kind::kWord, text, begin);
}

// REQUIRES: a quotation mark comes next.
std::string_view Lexer::TakePhrase() {
  place_ += QuoteLength(rest());
  const std::size_t begin = place_;
  while (!rest().empty() && QuoteLength(rest()) == 0) ++place_;
  const std::string_view text = query_.substr(begin, place_ - begin);
  if (!rest().empty()) {
    place_ += QuoteLength(rest());
  } else if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
    // A mark behind the last word opens nothing.
    notes_.push_back({N_("the quotation mark that is not closed was read as closed at the end")});
  }
  return text;
}

// Passes a run of minus or equals signs. One directly before what it can stand before is an
// operator; others are punctuation.
bool Lexer::TakeSign() {
  const char sign = rest().front();
  const std::size_t signs = std::min(rest().find_first_not_of(sign), rest().size());
  place_ += signs;
  if (signs != 1 || rest().empty() || IsSpace(rest().front()) || rest().front() == ')') {
    return false;
  }
  return sign == '-' || (rest().front() != '(' && rest().front() != '-');
}

std::string_view Lexer::TakeWord() {
  const std::string_view text = rest().substr(0, WordLength(rest()));
  place_ += text.size();
  return text;
}

bool Lexer::StartsField(std::size_t& length) const {
  length = 0;
  while (length < rest().size() && length <= kLongestFieldName && IsLetter(rest()[length])) {
    ++length;
  }
  return length > 0 && length <= kLongestFieldName && rest().substr(length).starts_with(':') &&
         BeginsValue(rest().substr(length + 1));
}

Lex Lexer::WordFrom(const Lex& field) {
  place_ = field.begin;
  const std::string_view text = TakeWord();
  return Piece(Lex::Kind::kWord, text, field.begin);
}

std::vector<std::size_t> Lexer::WordEnds(std::size_t from, std::size_t most) const {
  std::vector<std::size_t> ends;
  std::size_t at = from;
  while (ends.size() < most) {
    while (at < query_.size() && IsSpace(query_[at])) ++at;
    const std::size_t length = WordLength(query_.substr(at));
    if (length == 0) break;
    at += length;
    ends.push_back(at);
  }
  return ends;
}

}  // namespace warta
