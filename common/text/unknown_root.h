#pragma once

#include <string>
#include <string_view>

namespace warta {

/// The root of a word of the letters a to z whose root the dictionary lacks, where the affixes
/// leave no doubt: -nya behind a long word (Instagramnya), and di- or meN- together with -kan or -i
/// (diviralkan). Empty if there is none.
std::string StripUnknownRoot(std::string_view word);

}  // namespace warta
