#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace warta {

/// A word of more code points is not a word (base64, a URL without a break) and yields no token.
inline constexpr std::size_t kMaxTokenCodePoints = 64;

/// A word of more bytes would make a term longer than Xapian takes (245) and yields no token
/// either.
inline constexpr std::size_t kMaxTokenBytes = 240;

/// One term occurrence of a text, as the analyser sees it. The views belong to the Analyser that
/// made the token and live until its next call.
struct Token {
  enum class Kind : std::uint8_t {
    kWord,  ///< a word of the text: every kWord has a position of its own, without gaps
    /// Another way to write the words that start at the same position: ektp for e-KTP, kerjasama for
    /// kerja sama. Wanted by a word query as much as the words themselves, but in any form only:
    /// exactly there is what the text writes.
    kVariant,
    /// A word inside the one at the same position: kekerasan in nonkekerasan. Makes an article be
    /// found by the part; a query for the whole does not want it.
    kPart,
    /// The same word as an acronym, in capitals: AS beside as, so that the two can be told apart.
    /// Surface and stem are the capitals.
    kAcronym,
  };

  /// The normalised form, the unit of an exact match: `negara-negara`, `1000`.
  std::string_view surface;
  std::string_view stem;  ///< the root that its relatives share: `negara`; may equal the surface
  std::uint32_t position = 0;  ///< from 0 at the start of the analysed text
  std::uint32_t begin = 0;     ///< byte offsets of the form in the analysed text
  std::uint32_t end = 0;
  Kind kind = Kind::kWord;
};

}  // namespace warta
