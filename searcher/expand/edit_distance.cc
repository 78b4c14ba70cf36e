#include "searcher/expand/edit_distance.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace warta {

EditDistance::EditDistance(std::string_view word, std::size_t most)
    : most_(static_cast<std::uint32_t>(most)) {
  for (std::size_t at = 0; at < word.size();) word_ += NextCodePoint(word, at);
  width_ = word_.size() + 1;
  cells_.resize(width_);
  for (std::size_t column = 0; column < width_; ++column) {
    cells_[column] = static_cast<std::uint32_t>(column);
  }
}

// Returns how many code points it shares with the word before.
std::size_t EditDistance::ReadOther(std::string_view other) {
  std::size_t at = 0;
  std::size_t length = 0;
  bool same = true;
  std::size_t shared = 0;
  ends_.clear();
  for (; at < other.size(); ++length) {
    const char32_t code_point = NextCodePoint(other, at);
    same = same && length < other_.size() && other_[length] == code_point;
    if (same) {
      ++shared;
    } else if (length < other_.size()) {
      other_[length] = code_point;
    } else {
      other_ += code_point;
    }
    ends_.push_back(at);
  }
  other_.resize(length);
  return shared;
}

// Fills the row; returns whether any of it is within reach. Cells outside the band that `most_`
// allows count as one edit too many, and so do all that are more: then what is in them never
// matters. No later row is within reach either: its cells come from this one or, by an exchange,
// from the one before, and each of those is at most one less than a cell of this row.
bool EditDistance::AppendRow(std::size_t row) {
  const std::uint32_t too_many = most_ + 1;
  const std::size_t begin = row > most_ ? row - most_ : 0;
  const std::size_t end = std::min(width_, row + most_ + 1);
  if (cells_.size() < (row + 1) * width_) cells_.resize((row + 1) * width_);
  std::fill_n(cells_.begin() + static_cast<std::ptrdiff_t>(row * width_), width_, too_many);
  const char32_t letter = other_[row - 1];
  bool reachable = false;
  for (std::size_t column = begin; column < end; ++column) {
    std::uint32_t edits = At(row - 1, column) + 1;
    if (column > 0) {
      const bool equal = word_[column - 1] == letter;
      edits = std::min({edits, At(row, column - 1) + 1,
                        At(row - 1, column - 1) + static_cast<std::uint32_t>(equal ? 0 : 1)});
      if (row > 1 && column > 1 && word_[column - 2] == letter &&
          other_[row - 2] == word_[column - 1]) {
        edits = std::min(edits, At(row - 2, column - 2) + 1);
      }
    }
    At(row, column) = std::min(edits, too_many);
    reachable = reachable || edits <= most_;
  }
  return reachable;
}

std::optional<std::size_t> EditDistance::To(std::string_view other) {
  hopeless_bytes_.reset();
  rows_ = std::min(rows_, ReadOther(other) + 1);
  while (rows_ <= other_.size()) {
    if (!AppendRow(rows_)) {
      hopeless_bytes_ = ends_[rows_ - 1];
      return std::nullopt;
    }
    ++rows_;
  }
  const std::uint32_t edits = At(other_.size(), word_.size());
  if (edits > most_) return std::nullopt;
  return edits;
}

}  // namespace warta
