#pragma once

#include "searcher/query/query.h"

namespace warta {

/// Makes words side by side wanted all of them: each kRanked becomes a kAnd, but not below kNear nor in
/// what is excluded. Whether that changes anything.
bool WantAllWords(QueryNode& root);

}  // namespace warta
