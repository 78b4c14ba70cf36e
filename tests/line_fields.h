#pragma once

#include <string>

#include "common/article.h"

namespace warta {

/// The fields of an article that are one line of text, each of which may be missing.
inline constexpr std::string Article::*kLineFields[] = {&Article::id,     &Article::title,
                                                        &Article::source, &Article::category,
                                                        &Article::author, &Article::url};

}  // namespace warta
