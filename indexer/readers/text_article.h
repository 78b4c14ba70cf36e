#pragma once

#include <string_view>

#include "common/article.h"

namespace warta {

/// The article of a text file: path, line and what can only be inferred stay empty. Both title and
/// body are empty where the text has nothing but blanks; a text that is not can have a title only.
///
///  * A front matter at the top or behind the title fills the other fields (text_front_matter.h).
///  * The title is the one it states, else the first line with text: without the "#" of Markdown in
///    front of it, "**" around it, or a line of "=" or "-" below it. A title that is broken into two
///    or three lines, with a blank line behind them, is joined where none but the last can be whole. A first
///    line of more than 300 bytes, or of a hard-wrapped paragraph, is text: its first words stand in
///    for a title. A title that the text repeats behind the front matter is dropped there.
///  * A line is a paragraph of the body, but for hard-wrapped text, whose lines are joined
///    (text_lines.h). Sub-headlines and list items stay paragraphs of their own; "#" in front of the
///    former goes.
///
/// REQUIRES: text as DecodeText gives it.
Article ParseTextArticle(std::string_view text);

}  // namespace warta
