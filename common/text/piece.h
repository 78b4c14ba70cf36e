#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace warta {

/// A part of a hyphenated word, or a whole word without hyphens, as it stands in a text.
struct Piece {
  std::size_t begin = 0;  ///< byte offsets
  std::size_t end = 0;
  std::uint64_t hash = 0;  ///< HashWord of its bytes (word_hash.h)
  bool ascii = true;       ///< whether all its characters, invisible ones too, are ASCII
};

struct PieceScan {
  Piece piece;
  std::size_t after = 0;  ///< where scanning goes on: behind invisible characters that trail it
};

/// Scans the piece that starts with the letter or digit at the place.
PieceScan ScanPiece(std::string_view text, std::size_t begin);

/// Whether the gap between two pieces is one space; invisible characters do not count, but a gap of
/// more than 16 bytes is never one.
bool IsOneSpace(std::string_view gap);

/// The same for one space or none.
bool IsAtMostOneSpace(std::string_view gap);

/// Whether a hyphen at the place joins the piece before it to one behind; `after` is where that one
/// begins.
bool IsJoiningHyphen(std::string_view text, std::size_t at, std::size_t& after);

}  // namespace warta
