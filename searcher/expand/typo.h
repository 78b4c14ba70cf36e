#pragma once

#include <string_view>

namespace warta {

/// How far a word is from what was meant, in edits of the kind that says least: any letter for any
/// other is 1. What fingers and ears do counts less: neighbours exchanged, a letter doubled or not,
/// one that is missing, a key beside the right one, and sounds that Indonesian writes in several
/// ways (f, v, p; z, j, s; kh, k, h; dj, j; oe, u; tj, c; sy, s; ...), so does an h or e that is
/// not heard (liat for lihat, trampil for terampil). A wrong first letter counts more, since people
/// hardly miss it. 0 only for equal words. Both: valid UTF-8, folded.
double TypoCost(std::string_view typed, std::string_view meant);

}  // namespace warta
