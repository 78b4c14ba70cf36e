#pragma once

#include <string>

namespace warta {

/// JSON as its writers may have meant it: NaN and the infinities become null, halves of surrogate
/// pairs (\uD83D alone) U+FFFD, bare control characters inside strings spaces. Text without such
/// stays as it is.
std::string RepairJson(const std::string& text);

}  // namespace warta
