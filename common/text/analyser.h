#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "common/text/token.h"

namespace warta {

/// Names everything that decides which terms a text becomes: the rules' version, the stemmer, the
/// ICU series. Stamped into every database; one made under another identity has to be built again.
std::string_view AnalyserIdentity();

/// A word of more code points is not a word (base64, a URL without a break) and yields no token.
inline constexpr std::size_t kMaxTokenCodePoints = 64;

/// A word of more bytes would make a term longer than Xapian takes (245) and yields no token
/// either.
inline constexpr std::size_t kMaxTokenBytes = 240;

/// Text in, tokens out: the only tokeniser of the project, without options, used for articles,
/// queries and snippets alike, so that they cannot disagree.
///
/// The rules (docs/ARCHITECTURE.md tells why):
/// * A word is a run of letters, digits and combining marks. It is folded to lower case by NFKC,
///   loses its accents (é = e), apostrophes (Jum'at = jumat) and invisible characters (soft hyphen,
///   U+200E).
/// * Hyphenated words (hyphen.h): reduplication (negara-negara), prefix (se-Indonesia, ke-19) and
///   clitic (Instagram-nya) are one token with the stem of the word; others (Prabowo-Gibran,
///   Covid-19) are words at following positions and a kJoined token for the form without hyphens,
///   unless all are numbers. Prefixed words have a joined form too (seindonesia, antikorupsi).
/// * anak2 and anak² are anak-anak.
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
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  /// The tokens in the order of their positions. They live until the next call.
  std::span<const Token> Analyse(std::string_view text);

  /// How many words of the last text were too long to become tokens.
  std::size_t overlong() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace warta
