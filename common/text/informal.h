#pragma once

#include <string_view>

#include "common/text/lexicon.h"

namespace warta {

/// The entry that an everyday form is derived from, as it stands in quotations and headlines:
/// ngebantu, ngambil, nyuri, nuduh, mukul (bare nasals for meN-), ketipu (ke- for ter-), betulin
/// (-in for -kan and -i), nyelametin and cepetan (e for a in the last syllable), critain (no e
/// before r and l). nullptr if it is none.
///
/// The root must be listed for the standard affix that the everyday one stands for, or names would
/// be taken apart: Nasir is not from *tasir, nor Martin from *mart.
const LexiconEntry* FindInformal(std::string_view word);

}  // namespace warta
