#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace warta {

/// Whether a line of text is one that publishers put between and behind the paragraphs of every
/// article: "Baca juga: <headline>", "ADVERTISEMENT", "Penulis: <name>". A line that reads like a
/// sentence is none, whatever it begins with, but for a few that are always the same.
bool IsFurnitureLine(std::string_view line);

/// Takes from a body that, as far as it can be told by itself: whole lines, marked spans ("[Gambas:Video 20detik]", "(Baca juga: ...)") and the initials that close a
/// text ("(abc/def)"). Counted in 41,083 articles of 27 publishers; what is peculiar to one publisher
/// is learned (furniture_learner.h). Returns what was taken, in order. The name behind "Penulis:" becomes the author of an
/// article that states none.
std::vector<std::string> DropFurniture(Article& article);

}  // namespace warta
