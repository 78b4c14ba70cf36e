#pragma once

#include <string>
#include <string_view>

namespace warta {

/// The root of a folded word (fold.h): the term under which all its relatives are found. Words of
/// up to three letters, and words with anything but the letters a to z in them, are their own root.
/// Thread-safe. The one function that knows which stemmer is in use.
std::string Stem(std::string_view word);

/// Names the stemmer, for the analyser's identity.
std::string_view StemmerIdentity();

}  // namespace warta
