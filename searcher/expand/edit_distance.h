#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warta {

/// How many edits lie between one word and others: code points left out, put in, replaced, or
/// exchanged with their neighbour (optimal string alignment: Damerau-Levenshtein where nothing is
/// edited twice). Words that stand in the order of the alphabet share the work on what they begin
/// with alike. Costs O(length x most) a word.
class EditDistance {
 public:
  /// `word`: valid UTF-8. `most`: more edits are not counted.
  EditDistance(std::string_view word, std::size_t most);

  /// The edits from the word to another one; nothing if they are more than `most`. `other`: valid
  /// UTF-8.
  std::optional<std::size_t> To(std::string_view other);

  /// Of the word that To was last asked for: the bytes of its shortest beginning that no word
  /// within `most` edits has; nothing if there is none.
  std::optional<std::size_t> hopeless_bytes() const { return hopeless_bytes_; }

 private:
  std::size_t ReadOther(std::string_view other);
  bool AppendRow(std::size_t row);
  std::uint32_t& At(std::size_t row, std::size_t column) { return cells_[row * width_ + column]; }

  std::u32string word_;
  std::uint32_t most_;
  std::size_t width_;
  std::u32string other_;
  std::vector<std::size_t> ends_;     // of the code points of other_, in bytes
  std::size_t rows_ = 1;              // how many of other_'s code points have theirs, and one more
  std::vector<std::uint32_t> cells_;  // row i, column j: edits from word_[0, j) to other_[0, i)
  std::optional<std::size_t> hopeless_bytes_;
};

}  // namespace warta
