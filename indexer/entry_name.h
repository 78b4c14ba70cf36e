#pragma once

#include <string>
#include <string_view>

namespace warta {

/// The name of a file, or of a member of an archive, as a field of an article can hold it: valid
/// UTF-8 (NFC), with `_` for control characters and for spaces at either end.
std::string EntryName(std::string_view bytes);

}  // namespace warta
