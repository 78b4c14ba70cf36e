#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace warta {

/// A line of a text file.
struct Line {
  std::string_view text;   ///< without spaces around it; empty for a blank line
  std::size_t indent = 0;  ///< columns of space in front of it, a tab being four
};

/// The text without spaces (no-break spaces and others as well) and control characters around it.
std::string_view TrimLine(std::string_view text);

/// The lines of a text, ended by \n, \r, both, or the separators U+2028 and U+2029.
std::vector<Line> SplitLines(std::string_view text);

/// How the lines of a text are made.
struct Wrapping {
  std::size_t width = 0;   ///< columns of its longest line; 0: a line is a paragraph
  bool separated = false;  ///< paragraphs are set apart by blank lines or indentation
};

/// Whether a text is hard-wrapped: paragraphs broken into lines where the next word would not have
/// fitted into a width of 30 to 130 characters. Most line ends within blocks have to look like that,
/// most have to be in mid-sentence, and a quarter of the next lines have to begin in small letters; one
/// line end alone is not enough. Lists do not count.
Wrapping MeasureWrapping(std::span<const Line> lines);

/// Whether the first word of `next` would not have fitted into a line of `width` columns. REQUIRES:
/// neither line is blank.
bool IsFull(std::size_t width, const Line& line, const Line& next);

/// Whether `next`, the line behind `line`, goes on with its paragraph. Never for a blank line, a
/// list item, a heading, a line set in further than the one before (but in a list item), or behind a
/// line that had room for the next word.
bool Continues(const Wrapping& wrapping, const Line& line, const Line& next);

/// Appends a line to what came before it of its paragraph: behind a hyphen that ends a word without
/// a space ("anak-" and "anak"), since nobody can tell whether the hyphen belongs to the word.
void AppendLine(std::string_view line, std::string& paragraph);

}  // namespace warta
