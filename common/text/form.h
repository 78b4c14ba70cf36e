#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/compound.h"
#include "common/text/piece.h"
#include "common/text/token.h"
#include "common/text/word_cache.h"

namespace warta {

/// What stands at the position of a word beside it.
struct ExtraForm {
  std::string surface;
  std::string stem;
  Token::Kind kind;
};

/// What few words have beyond a surface and a stem.
struct FormDetails {
  CompoundRole role;
  std::vector<ExtraForm> extras;
};

/// A word as it is written, with what it is indexed as.
struct Form {
  std::string_view raw;           ///< as written
  std::string_view surface = {};  ///< empty: no token
  std::string_view stem = {};
  const FormDetails* details = nullptr;  ///< nullptr: none, as for most words
  bool overlong = false;                 ///< no token because it is too long to be a word
  bool known = false;                    ///< CompoundRole::known
};

/// Hyphenated words with what they are indexed as (hyphen.h).
struct HyphenatedForm {
  std::string_view raw;
  bool one_word = false;
  const Form* word = nullptr;    ///< when one_word
  const Form* joined = nullptr;  ///< nullptr: none
};

/// Makes forms, each once: later occurrences of the same writing are one look into a table.
/// References stay good until Trim.
class Forms {
 public:
  /// The form of a piece of the text.
  const Form& Of(std::string_view text, const Piece& piece);

  /// Has the processor fetch what Of will read for such a piece: first the one, some pieces later the other.
  void FetchSlot(const Piece& piece) const { words_.FetchSlot(piece.hash); }
  void FetchValue(const Piece& piece) const { words_.FetchValue(piece.hash); }

  /// The form of a word as written.
  const Form& Of(std::string_view raw);

  /// The form of at least two pieces of the text with hyphens between them.
  const HyphenatedForm& OfHyphenated(std::string_view text, std::span<const Piece> pieces);

  /// The form of two words that stand side by side and are one compound; nullptr, or a form without
  /// a surface, if they are none.
  const Form* OfPair(const Form& first, const Form& second);

  /// Forgets everything if there is too much of it: hostile text must not fill the memory.
  void Trim();

 private:
  // Reads a word; `raw` is kept text.
  Form Read(std::string_view raw, bool ascii);
  Form Make(std::string_view raw, std::string_view surface, std::string_view stem);
  void AddDetails(Form& form);
  HyphenatedForm ReadPieces(std::string_view text, std::span<const Piece> pieces);
  void AddAcronyms(Form& word, std::string_view text, std::span<const Piece> pieces);
  Form& Loose(std::string_view surface, std::string_view stem);

  WordCache<Form> words_;
  WordCache<HyphenatedForm> hyphenated_;
  std::deque<FormDetails> details_;
  std::deque<Form> loose_;  // those inside a HyphenatedForm
  std::string pair_key_;
};

}  // namespace warta
