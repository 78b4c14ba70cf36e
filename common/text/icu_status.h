#pragma once

#include <string_view>

#include <unicode/utypes.h>

namespace warta {

/// Fatal (kIoError) where a step of ICU has failed, as it does without its data. `what`: what it was to do, as in
/// `ICU cannot normalise text`.
void RequireIcu(UErrorCode status, std::string_view what);

}  // namespace warta
