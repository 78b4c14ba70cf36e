#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/message.h"

namespace warta {

/// A piece of a query.
struct Lex {
  enum class Kind {
    kWord,           ///< whatever stands between spaces, quotation marks and parentheses
    kPhrase,         ///< in quotation marks
    kExact,          ///< `=` before a word
    kExactPhrase,    ///< `=` before quotation marks
    kAnyFormPhrase,  ///< `~` before quotation marks
    kField,          ///< a name with a colon directly before something
    kAnd,
    kOr,
    kNot,
    kNear,
    kMinus,
    kOpen,
    kClose,
    kEnd,
  };

  Kind kind = Kind::kEnd;
  std::string_view text = {};  ///< of a field the name, of kNear its number, else without signs
  std::size_t begin = 0;       ///< bytes of the query, signs included
  std::size_t end = 0;
};

/// Whether a word in capitals is an operator: AND, OR, NOT, NEAR.
bool SpellsOperator(std::string_view word);

/// Cuts a query into pieces. Signs that stand where they mean nothing are passed over.
class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  Lex Next();

  /// Goes on behind a place, in bytes.
  void GoTo(std::size_t place) { place_ = place; }

  /// The whole word that begins with what was taken for a field's name. Goes on behind it.
  Lex WordFrom(const Lex& field);

  /// The words from a place on, up to `most`, until something else than a word comes: byte offsets
  /// of their ends.
  std::vector<std::size_t> WordEnds(std::size_t from, std::size_t most) const;

  const std::vector<Message>& notes() const { return notes_; }

 private:
  std::string_view rest() const { return query_.substr(place_); }
  std::string_view TakePhrase();
  bool TakeSign();
  std::string_view TakeWord();
  bool StartsField(std::size_t& length) const;
  Lex Piece(Lex::Kind kind, std::string_view text, std::size_t begin) const;
  Lex Word(std::size_t begin);

  std::string_view query_;
  std::size_t place_ = 0;
  std::vector<Message> notes_;
};

}  // namespace warta
