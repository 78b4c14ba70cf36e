#pragma once

#include <cstdint>
#include <string_view>

namespace warta {

/// One term occurrence of a text, as the analyser sees it. The views belong to the Analyser that
/// made the token and live until its next call.
struct Token {
  enum class Kind : std::uint8_t {
    kWord,    ///< a word of the text: every kWord has a position of its own, without gaps
    kJoined,  ///< another way to write the hyphenated words that start at the same position: ektp
              ///< for e-KTP. Found by word queries, never required by a phrase.
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
