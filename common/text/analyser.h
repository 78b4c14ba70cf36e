#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "common/text/token.h"

namespace warta {

/// Names everything that decides which terms a text becomes: the rules' version, the dictionary,
/// the ICU series. Stamped into every database; one made under another identity has to be built
/// again.
std::string_view AnalyserIdentity();

/// Text in, tokens out: the only tokeniser of the project, without options, used for articles,
/// queries and snippets alike, so that they cannot disagree.
///
/// The rules (docs/ARCHITECTURE.md tells why):
/// * A word is a run of letters, digits and combining marks. It is folded to lower case by NFKC,
///   loses its accents (é = e), apostrophes (Jum'at = jumat) and invisible characters (soft hyphen,
///   U+200E).
/// * Hyphenated words (hyphen.h): reduplication (negara-negara), prefix (se-Indonesia, ke-19) and
///   clitic (Instagram-nya) are one token with the stem of the word; others (Prabowo-Gibran,
///   Covid-19) are words at following positions and a kVariant token for the form without hyphens,
///   unless all are numbers. Prefixed words have a joined form too (seindonesia, antikorupsi).
/// * anak2 and anak² are anak-anak.
/// * Two words with one space between them that people also write as one (compound.h: kerja sama,
///   antar negara) have a kVariant token for that, beside the first: kerjasama.
/// * A word in another than the standard spelling of today (spelling.h: Soekarno, ijin) has a
///   kVariant token for that one.
/// * A word fused with a bound form (antarnegara) has a kPart token for the word: negara.
/// * A word of two to five capitals that is also an ordinary word (AS, PAN) has a kAcronym token.
/// * Numbers (number.h): 1.000 = 1,000 = 1000; 1,5 stays one token. `Rp` is split from its amount,
///   `%` after a number is the word persen.
/// * Scripts written without spaces are cut by ICU's dictionaries.
///
/// Thread-compatible: one object a thread. The text must be valid UTF-8 (utf8.h) shorter than 4
/// GiB; stray bytes act as spaces.
class Analyser {
 public:
  Analyser();
  ~Analyser();

  /// The tokens in the order of their positions. They live until the next call.
  std::span<const Token> Analyse(std::string_view text);

  /// The same for another text, such as the body of a title: the tokens of the last one live on, until
  /// the call after this.
  std::span<const Token> AnalyseBeside(std::string_view text);

  /// How many words of the last text were too long to become tokens.
  std::size_t overlong() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace warta
