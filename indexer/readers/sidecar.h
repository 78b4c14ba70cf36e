#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace warta {

/// What a JSON file beside a text or a page says of it: `a.json` beside `a.txt` or `a.html`. One
/// object with the fields of a record (record.h) but without a text; none when there is no such
/// file.
std::optional<Article> LoadSidecar(const std::string& path);

/// The name of the sidecar that a file of this name, or path, could have; none: files of its kind
/// have none.
std::optional<std::string> SidecarName(std::string_view name);

/// The names of the files whose sidecar a file of this name could be.
std::vector<std::string> SidecarOwners(std::string_view name);

/// Whether the file is such a sidecar of a file that stands beside it.
bool IsSidecar(const std::string& path);

/// Puts the fields that the sidecar states in place of the article's own.
void ApplySidecar(Article& article, const Article& sidecar);

}  // namespace warta
